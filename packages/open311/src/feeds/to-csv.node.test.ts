import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyRequest, carried } from '../../test/feeds/any-request.ts';
import { parseCsv } from '../../test/feeds/parse-csv.ts';
import type { ServiceRequest } from '../types.ts';
import { toCsv } from './to-csv.ts';

const numRuns = Number(process.env['OPEN311_RUNS'] ?? (process.env['CI'] ? 10_000 : 1000));
const bare: ServiceRequest = { serviceRequestId: '17', status: 'open', statusLabel: 'Open', mediaUrls: [] };
const header =
  'service_request_id,status,status_notes,service_name,service_code,description,agency_responsible,service_notice,' +
  'requested_datetime,updated_datetime,expected_datetime,address,address_id,zipcode,lat,long,media_url';

/** The one cell that a table of this description has. */
const cellOf = (description: string) => toCsv([{ ...bare, description }], { columns: ['description'] }).slice(14, -2);

describe('a table', () => {
  it('has a byte order mark, the names of the spec, a row for each request and CRLF behind each', () => {
    assert.equal(toCsv([]), `\uFEFF${header}\r\n`);
    const whole: ServiceRequest = {
      ...bare,
      serviceRequestId: '0017',
      status: 'closed',
      statusNotes: 'Filled, at last.\nThanks "all"',
      serviceName: 'Pothole',
      serviceCode: '006',
      description: 'Deep hole',
      agencyResponsible: 'Public Works',
      serviceNotice: 'In 3 days',
      requestedDatetime: new Date('2026-05-01T10:00:00.123-05:00'),
      updatedDatetime: new Date('2026-05-12T08:00:00Z'),
      expectedDatetime: new Date('soon'),
      address: 'Elm Street 1',
      addressId: '9',
      zipcode: '49093',
      lat: 41.944,
      long: -85.632,
      mediaUrls: ['javascript:alert(1)', 'https://photos.example.gov/1.jpg?a=1&b=2'],
    };
    assert.equal(
      toCsv([whole, bare]),
      `\uFEFF${header}\r\n` +
        '0017,closed,"Filled, at last.\nThanks ""all""",Pothole,006,Deep hole,Public Works,In 3 days,' +
        '2026-05-01T15:00:00Z,2026-05-12T08:00:00Z,,Elm Street 1,9,49093,41.944,-85.632,https://photos.example.gov/1.jpg?a=1&b=2\r\n' +
        '17,open,,,,,,,,,,,,,,,\r\n',
    );
  });

  it('has the columns that are asked for, in that order', () => {
    assert.equal(
      toCsv([bare], { columns: ['status', 'service_request_id'] }),
      '\uFEFFstatus,service_request_id\r\nopen,17\r\n',
    );
  });

  it('lets no cell be a formula, also behind blanks and in wide letters', () => {
    for (const start of [
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\r\n',
      ' =',
      '\u00A0-',
      '\u3000+',
      '\u200B=',
      '\uFEFF@',
      '\0=',
      '\u202E=',
      '＝',
      '＋',
      '－',
      '＠',
      ' ＝',
      '﹦',
      '−',
    ])
      assert.equal(cellOf(`${start}HYPERLINK("x")`), `"'${carried(start)}HYPERLINK(""x"")"`, JSON.stringify(start));
    assert.equal(cellOf("-2+3+cmd|' /C calc'!A0"), `"'-2+3+cmd|' /C calc'!A0"`);
  });

  it('leaves numbers numbers, and words that only hold a sign as they are', () => {
    for (const words of ['-1', '-85.632', '17', '006', 'a=b', '1 + 1', "O'Neil", '(-1)'])
      assert.equal(cellOf(words), words);
    for (const words of ['+1 555 0100', '-1-1', '--1', '-', '-1\n=2']) assert.match(cellOf(words), /^"'/, words);
  });

  it('is read back as it was meant, whatever a city says', () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 3 }), (requests) => {
        const csv = toCsv(requests);
        assert.equal(
          new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new TextEncoder().encode(csv)),
          csv,
        );
        const [names = [], ...rows] = parseCsv(csv);
        assert.equal(names.join(), header);
        assert.equal(rows.length, requests.length);
        requests.forEach((request, index) => {
          const cell = Object.fromEntries(names.map((name, at) => [name, rows[index]?.[at] ?? '']));
          for (const [name, said] of [
            ['service_request_id', request.serviceRequestId],
            ['description', request.description],
            ['status_notes', request.statusNotes],
            ['address', request.address],
          ] as const) {
            const kept = carried(said ?? '');
            assert.ok(cell[name] === kept || cell[name] === `'${kept}`, JSON.stringify([cell[name], kept]));
          }
          for (const [name, said] of [
            ['lat', request.lat],
            ['long', request.long],
          ] as const) {
            assert.equal(cell[name], Number.isFinite(said) ? String(said) : '');
          }
          for (const [name, words] of Object.entries(cell)) {
            if (name.endsWith('_datetime')) assert.match(words, /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$/);
            if (name === 'media_url') assert.match(words, /^(https?:\/\/.*)?$/s);
            if (!/^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(words))
              assert.doesNotMatch(words, /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\n]/u);
          }
        });
        run += 1;
      }),
      { numRuns },
    );
    console.log(`tables: ${run} run of ${numRuns} expected`);
    assert.equal(run, numRuns);
  });
});
