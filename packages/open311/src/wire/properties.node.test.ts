/** Rules that hold for any answer: fast-check makes them up, at least half by spoiling valid ones. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { Open311Error } from '../errors.ts';
import { settle } from '../settle.ts';
import type { Service, ServiceDefinition, ServiceRequest } from '../types.ts';
import * as wire from './index.ts';

const numRuns = Number(process.env['OPEN311_RUNS'] ?? (process.env['CI'] ? 10_000 : 1000));
const parameters = { numRuns };

/** A record as JSON makes it. */
function plain<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(fields, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

/** Words that a city can mean: blanks at the ends are not kept, and "null" is nothing. */
const words = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .filter((text) => !/^\s*(null|nil)?\s*$/i.test(text));
const text = words.map((said) => said.trim());
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((day) => new Date(day.setMilliseconds(0)));
const photos = fc
  .uniqueArray(fc.webUrl({ validSchemes: ['http', 'https'] }), { maxLength: 3 })
  .filter((urls) => urls.every((url) => !/thumb|small|klein|normal|medium|large|gross|original|,/i.test(url)));

function whole<T>(fields: { [K in keyof T]-?: fc.Arbitrary<T[K]> }, needed: readonly (keyof T)[]): fc.Arbitrary<T> {
  return fc.record(fields, { requiredKeys: needed as never, noNullPrototype: true }) as fc.Arbitrary<T>;
}

const services: fc.Arbitrary<readonly Service[]> = fc.uniqueArray(
  whole<Service>(
    {
      serviceCode: words,
      serviceName: text,
      description: text,
      metadata: fc.boolean(),
      type: fc.constantFrom('realtime', 'batch', 'blackbox'),
      keywords: fc.array(text.filter((word) => !word.includes(','))),
      group: text,
    },
    ['serviceCode', 'serviceName', 'metadata', 'type', 'keywords'],
  ),
  { selector: ({ serviceCode }) => serviceCode, maxLength: 4 },
);

const definition: fc.Arbitrary<ServiceDefinition> = plain({
  serviceCode: words,
  attributes: fc
    .array(
      plain({
        code: words,
        datatype: fc.constantFrom(
          'string' as const,
          'number' as const,
          'datetime' as const,
          'text' as const,
          'multivaluelist' as const,
        ),
        required: fc.boolean(),
        variable: fc.boolean(),
        description: text,
        values: fc.array(plain({ key: words, name: text }), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 4 },
    )
    .map((attributes) => attributes.map((attribute, i) => ({ ...attribute, order: i + 1 }))),
});

const requests: fc.Arbitrary<readonly ServiceRequest[]> = fc.array(
  whole<ServiceRequest>(
    {
      serviceRequestId: words,
      status: fc.constantFrom('open', 'closed'),
      statusLabel: fc.constant(''),
      statusNotes: text,
      serviceCode: words,
      serviceName: text,
      description: text,
      agencyResponsible: text,
      serviceNotice: text,
      requestedDatetime: date,
      updatedDatetime: date,
      expectedDatetime: date,
      address: text,
      addressId: words,
      zipcode: text,
      lat: fc.double({ min: -90, max: 90, noNaN: true }).filter((lat) => lat !== 0),
      long: fc.double({ min: -180, max: 180, noNaN: true }).map((long) => long || 1),
      mediaUrls: photos,
      title: text,
      detailedStatus: fc.array(
        text.filter((word) => !word.includes(',')),
        { minLength: 1 },
      ),
      attributes: fc.array(plain({ code: text, label: text, value: text }), { minLength: 1, maxLength: 2 }),
      notes: fc.array(plain({ id: words, datetime: date, description: text, mediaUrls: fc.constant([]) }), {
        minLength: 1,
        maxLength: 2,
      }),
      extendedAttributes: fc.constant({ ward: '7' }),
    },
    ['serviceRequestId', 'status', 'statusLabel', 'mediaUrls'],
  ).map((request) => {
    const { lat, long, ...rest } = request;
    return { ...rest, statusLabel: rest.status, ...(lat !== undefined && long !== undefined && { lat, long }) };
  }),
  { maxLength: 3 },
);

async function sent(value: unknown): Promise<unknown> {
  return wire.valueIn(JSON.stringify(value));
}

/** A value as XML, lists under the name of their row. */
function xml(name: string, value: unknown, rows: Readonly<Record<string, string>>): string {
  const said = value as Record<string, unknown>;
  if (Array.isArray(value))
    return `<${name}>${value.map((each) => xml(rows[name] ?? 'row', each, rows)).join('')}</${name}>`;
  if (typeof value !== 'object' || value === null) {
    return `<${name}>${String(value ?? '').replace(/[&<>]|[\s\p{Cc}]/gu, (each) => `&#${each.codePointAt(0)};`)}</${name}>`;
  }
  return `<${name}>${Object.keys(said)
    .map((key) => xml(key, said[key], rows))
    .join('')}</${name}>`;
}

describe('what is encoded is decoded to the same', () => {
  it('services', () =>
    fc.assert(
      fc.asyncProperty(services, async (known) => {
        assert.deepEqual(wire.decodeServices(await sent(wire.encodeServices(known))), known);
      }),
      parameters,
    ));

  it('definitions', () =>
    fc.assert(
      fc.asyncProperty(definition, async (known) => {
        assert.deepEqual(wire.decodeServiceDefinition(await sent(wire.encodeServiceDefinition(known)), ''), known);
      }),
      parameters,
    ));

  it('requests', () =>
    fc.assert(
      fc.asyncProperty(requests, async (known) => {
        assert.deepEqual(wire.decodeRequests(await sent(wire.encodeRequests(known))), known);
      }),
      parameters,
    ));

  it('services and definitions also through XML', () => {
    // What XML cannot carry, and blanks at the ends, which it does not keep.
    const carried = (each: unknown) =>
      !/"[ \s\p{Cc}]|[\s\p{Cc}]"|[\uFFFE\uFFFF]|\\u|\p{Cc}/u.test(JSON.stringify(each));
    return fc.assert(
      fc.asyncProperty(services.filter(carried), definition.filter(carried), async (known, asked) => {
        const list = xml('services', wire.encodeServices(known), { services: 'service' });
        assert.deepEqual(wire.decodeServices(await wire.valueIn(list)), known);
        const rows = { attributes: 'attribute', values: 'value' };
        const questions = xml('service_definition', wire.encodeServiceDefinition(asked), rows);
        assert.deepEqual(wire.decodeServiceDefinition(await wire.valueIn(questions), ''), asked);
      }),
      parameters,
    );
  });
});

describe('any bytes', () => {
  let spoilt = 0;
  let run = 0;
  after(() => console.log(`any bytes: ${run} runs, ${spoilt} of them valid answers spoilt, 0 uncaught`));

  const rows = {
    services: 'service',
    service_requests: 'request',
    attributes: 'attribute',
    values: 'value',
    errors: 'error',
  };
  const valid: fc.Arbitrary<string> = fc.oneof(
    services.map((known) => JSON.stringify(wire.encodeServices(known))),
    services.map((known) => xml('services', wire.encodeServices(known), rows)),
    definition.map((known) => JSON.stringify(wire.encodeServiceDefinition(known))),
    definition.map((known) => xml('service_definition', wire.encodeServiceDefinition(known), rows)),
    requests.map((known) => JSON.stringify({ service_requests: wire.encodeRequests(known) })),
    requests.map((known) => xml('service_requests', wire.encodeRequests(known), rows)),
    plain({ id: words, token: words }).map(({ id, token }) => JSON.stringify([{ service_request_id: id, token }])),
    plain({ code: words, description: words }).map((error) => xml('errors', [error], rows)),
  );
  const scrap = fc.oneof(
    fc.constantFrom(
      'null',
      '[]',
      '{}',
      '"',
      '<',
      '>',
      '&',
      '</',
      ']]>',
      '<!--',
      '\0',
      '\uFEFF',
      '__proto__',
      '1e999',
      ',',
      ':',
      '\u2028',
    ),
    fc.string({ maxLength: 5, unit: 'binary' }),
  );
  const spoiling = fc
    .tuple(valid, fc.array(fc.tuple(fc.nat(), fc.nat(8), scrap), { minLength: 1, maxLength: 4 }))
    .map(([answer, cuts]) => {
      spoilt++;
      return cuts.reduce((text, [at, length, put]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + length);
      }, answer);
    });
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.uint8Array().map((bytes) => new TextDecoder().decode(bytes)),
    fc.json(),
  );

  it('give a result or an Open311Error', () =>
    fc
      .assert(
        fc.asyncProperty(
          fc.oneof({ weight: 3, arbitrary: spoiling }, { weight: 1, arbitrary: anything }),
          fc.constantFrom(200, 201, 400, 404, 500),
          fc.constantFrom('GET' as const, 'POST' as const),
          fc.boolean(),
          async (answer, status, method, single) => {
            run++;
            for (const decode of [
              wire.decodeServices,
              wire.decodeRequests,
              wire.decodeReceipt,
              wire.decodeDiscovery,
              (value: unknown) => wire.decodeServiceDefinition(value, 'A'),
              (value: unknown) => wire.tellAnswer(value),
            ]) {
              try {
                const asked = {
                  method,
                  url: 'https://x.test/',
                  decode,
                  single,
                  reading: { zone: 'Europe/Berlin', onQuirk },
                };
                assert.notEqual(await settle<unknown>({ status, text: answer }, asked), undefined);
              } catch (error) {
                assert.ok(error instanceof Open311Error, `${String(error)}: ${answer}`);
                assert.ok(error.reasons.every((reason) => reason.length <= 500));
              }
            }
            assert.equal(Object.keys(Object.prototype).length, 0);
          },
        ),
        parameters,
      )
      .then(() => assert.ok(spoilt >= run / 2, `${spoilt} of ${run}`)));

  function onQuirk({ row, where }: wire.Quirk): void {
    assert.ok(row >= 1 && row <= 53 && where !== '', `${row} ${where}`);
  }
});
