import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { channels, countedLanguages, isCounted } from '@citydesk/core/counts';
import fc from 'fast-check';
import { closeAll } from '../test-kit.ts';
import { corpus } from '../../test/corpus.ts';
import { countingRelay, postOf } from '../../test/counting-relay.ts';

after(closeAll);

const canary = 'canary-7f3a@example.org';
const services = ['pothole', 'graffiti', ''];
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(canary, `${canary};`, '269-555-0142', '318 Hoffman St', '26-00042', `pothole ${canary}`),
);
const part = (known: readonly string[]) => fc.oneof(fc.constantFrom(...known), anything);
const line = fc
  .tuple(part(['started', 'submitted', 'field-error']), part(['', 'place', 'after-answer']), part(services))
  .map((parts) => parts.join(';'));
const said = (name: string, known: readonly string[]) => fc.tuple(fc.constant(name), part(known));
const form = fc
  .tuple(
    said('language', ['en', 'es']),
    said('channel', ['web', 'qr']),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.tuple(fc.constant('count'), line) }, fc.tuple(anything, anything)), {
      maxLength: 20,
    }),
  )
  .map(([language, channel, more]) => [language, channel, ...more]);

/** Every byte that the relay has kept, as letters: in UTF-8 and, for a text in UTF-16, with each second byte left out. */
function kept(folder: string): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .map((bytes) => bytes + bytes.replaceAll('\0', ''))
    .join('');
}

describe('into the counts comes', () => {
  it('nothing but what is in the lists, whatever is sent', { timeout: 120_000 }, async () => {
    const relay = countingRelay();
    await fc.assert(
      fc.asyncProperty(form, async (fields) => {
        const { status } = await relay.send(new URLSearchParams([...fields]).toString());
        assert.ok(status === 204 || status === 413, String(status));
      }),
      { numRuns: 300 },
    );
    const rows = relay.read((reader) => reader.between('', '9'));
    assert.ok(rows.length > 5, 'some of it was counted');
    for (const { day, event, detail, service, language, channel, count } of rows) {
      assert.equal(day, '2026-11-22');
      assert.ok(isCounted(event, detail), `${event};${detail}`);
      assert.ok(services.includes(service), service);
      assert.ok(countedLanguages.includes(language) && channels.includes(channel));
      assert.ok(Number.isSafeInteger(count) && count > 0);
    }
    assert.deepEqual(kept(relay.folder).match(/canary|hoffman|555-0142|26-00042/i), null);
    await relay.close();
  });

  const emails = corpus('emails.jsonl');
  it('no address and no naughty text in any field', { ...emails.options, timeout: 120_000 }, async () => {
    const relay = countingRelay();
    const odd = ['emails.jsonl', 'html-xss.jsonl', 'naughty-strings.jsonl'].flatMap((name) =>
      readFileSync(corpus(name).path, 'utf8')
        .trim()
        .split('\n')
        .filter((_, at, { length }) => at % Math.ceil(length / 100) === 0)
        .map((text) => `${text} ${canary}`),
    );
    for (const text of odd) {
      const sent = [`${text};;`, `started;${text};`, `started;;${text}`, text, 'looked-up;found;pothole'];
      await relay.send(postOf(sent));
      const [name, value] = [new URLSearchParams({ [text]: '1' }), new URLSearchParams({ email: text })];
      await relay.send(`${postOf(['started'], 'en', text)}&${value}&${name}`);
      await relay.send(postOf(['started'], text));
    }
    const rows = relay.read((reader) => reader.between('', '9'));
    assert.deepEqual(
      rows.map(({ event, service, count }) => [event, service, count]),
      [
        ['looked-up', 'pothole', odd.length],
        ['started', '', odd.length],
      ],
    );
    const file = kept(relay.folder);
    assert.ok(!file.includes('canary-7f3a'));
    assert.deepEqual(file.match(/[\w.]@[\w-]+\.\w+/), null);
    assert.equal(JSON.stringify(relay.relay.lines).includes('canary'), false);
    await relay.close();
  });

  it('the scan finds what should not be there', async () => {
    const relay = countingRelay({}, undefined, async () =>
      Response.json([{ service_code: canary, service_name: 'A city that calls a service like a person' }]),
    );
    await relay.send(postOf([`started;;${canary}`]));
    assert.ok(kept(relay.folder).includes('canary-7f3a'));
    await relay.close();
  });
});
