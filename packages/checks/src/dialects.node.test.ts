import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readDialects } from './dialects.ts';

async function read(files: Readonly<Record<string, string>>): Promise<{ code: number; lines: string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dialects-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    const lines: string[] = [];
    return { code: await readDialects(folder, (line) => lines.push(line)), lines };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a folder of answers', () => {
  it('is read by content, whatever the files are called', async () => {
    const { code, lines } = await read({
      'a.xml': '[{"service_code":"006","service_name":"Graffiti","metadata":"false"}]',
      'b.json':
        '\uFEFF<requests><request><service_request_id>0</service_request_id><status>open</status></request></requests>',
      c: '{"service_code":"A","attributes":[{"code":"a","datatype":"string","order":1}]}',
      d: '[{"token":"T"}]',
      e: '<errors><error><code>404</code><description>not found</description></error></errors>',
      f: '{"endpoints":[{"url":"https://x.test/"}]}',
      'g.json': '<!doctype html><title>Oops</title>',
      h: 'Bad extension',
      i: '',
      j: '[]',
      k: '[{"service_code":',
      'l.md': '[{"service_code":"006","service_name":"Graffiti"}]',
      m: '# Where these come from\n\nBy hand.',
      'n.json': 'Where these come from\n\n| file | city |\n| --- | --- |\n| a | b |\n',
      'o.md': 'Not found | see the log --- line 3',
    });
    assert.deepEqual(lines, [
      'a.xml | json | services | 1 | first 006 | rows 10',
      'b.json | xml | requests | 1 | first 0 | rows 41, 44',
      'c | json | definition | 1 | first A | rows none',
      'd | json | receipt | 1 | first T | rows none',
      'e | xml | errors | 1 | error: 404 not found | rows none',
      'f | json | discovery | 1 | first https://x.test/ | rows none',
      'g.json | html | error: an HTML page | rows 38',
      'h | text | error: plain text: Bad extension | rows 38',
      'i | nothing | error: an empty answer | rows none',
      'j | json | empty list | 0 | rows none',
      'k | json | error: broken JSON | rows none',
      'l.md | json | services | 1 | first 006 | rows none',
      'm | notes | no answer',
      'n.json | notes | no answer',
      'o.md | text | error: plain text: Not found | see the log --- line 3 | rows 38',
      '13 of 13 read, 0 uncaught',
    ]);
    assert.equal(code, 0);
  });

  it('with nothing in it is a failure, and so is none', async () => {
    assert.equal((await read({})).code, 1);
    assert.equal((await read({ 'notes.txt': '# Nothing but notes' })).code, 1);
    assert.equal(await readDialects('/there/is/none', () => undefined), 1);
    assert.equal(await readDialects(undefined, () => undefined), 1);
  });
});
