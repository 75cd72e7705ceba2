/** Every answer of a real server that lies beside the repository is read, and says what its name says; JSON and XML of one answer alike. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, describe, it } from 'node:test';
import { settle } from '../settle.ts';
import { tellAnswer, type ToldAnswer } from './tell-answer.ts';
import * as wire from './index.ts';

const folder = fileURLToPath(new URL('../../../../../shared/open311/', import.meta.url));
const here = existsSync(folder);
const files = here ? readdirSync(folder).filter((name) => /\.(json|xml|html|txt)$/.test(name)) : [];
const textOf = (file: string) => readFileSync(folder + file, 'utf8');
const statusOf = (file: string) =>
  Number(/\.(\d{3})\.\w+$/.exec(file)?.[1] ?? (file.includes('error-404') ? 404 : 200));

/** What a file's name says that it holds; `undefined` for pages, plain text and answers that are off the spec: told apart, not mended. */
function kindBy(file: string): ToldAnswer['kind'] | undefined {
  if (/\.(html|txt)$|accela-islandton\.requests\.[456]\./.test(file)) return undefined;
  if (statusOf(file) >= 400) return 'errors';
  if (/empty|status_closed/.test(file)) return 'empty';
  if (/services/.test(file)) return 'services';
  if (/\.def\.|definition/.test(file)) return 'definition';
  if (/discovery/.test(file)) return 'discovery';
  if (/token|mysociety.*(post|mp)|accela.*\.3\./.test(file)) return 'receipt';
  return 'requests';
}

describe('answers of real servers', { skip: !here && !process.env['CI'] && 'they are not on this machine' }, () => {
  let read = 0;
  after(() => console.log(`real answers: ${read} read of ${files.length} expected`));

  it('are there', () => assert.ok(files.length >= 69, `${files.length} files in ${folder}`));

  for (const file of files) {
    it(`reads ${file}`, async () => {
      const value = await wire.valueIn(textOf(file));
      const told = tellAnswer(value);
      assert.equal(told?.kind, kindBy(file));
      if (Array.isArray(value) && told) assert.equal(told.count, value.length);
      if (told && told.kind !== 'empty') assert.ok(told.count > 0 && told.first !== undefined);
      if (statusOf(file) >= 400) {
        const asked = { method: 'GET', url: 'https://x.test/', decode: () => assert.fail(), single: false } as const;
        const name = file.endsWith('.html') ? 'UnreadableError' : 'RejectedError';
        await assert.rejects(settle({ status: statusOf(file), text: textOf(file) }, asked), { name });
      }
      read++;
    });
  }

  it('say the same in JSON and in XML, wherever both were recorded', async () => {
    const pairs = files.filter((file) => file.endsWith('.xml') && files.includes(file.replace(/xml$/, 'json')));
    // Recorded from requests of their own, so that the ids differ.
    const same = pairs.filter((file) => !/post_ok/.test(file));
    assert.ok(same.length >= 8, `${same.length} pairs`);
    for (const file of same) {
      const [xml, json] = await Promise.all(
        [file, file.replace(/xml$/, 'json')].map((name) => wire.valueIn(textOf(name))),
      );
      const decode = {
        services: wire.decodeServices,
        definition: (value: unknown) => wire.decodeServiceDefinition(value, ''),
        requests: wire.decodeRequests,
      }[kindBy(file) as string];
      if (decode) assert.deepEqual(decode(xml), decode(json), file);
      assert.deepEqual(wire.decodeErrors(xml), wire.decodeErrors(json), file);
    }
  });
});
