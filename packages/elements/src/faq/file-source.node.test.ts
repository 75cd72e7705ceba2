import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import { closed, listening } from '../../test/wordpress-site.ts';
import { fileSource } from './file-source.ts';

const entry = { id: 'a', title: 'A', body: 'b' };
let asked: string[] = [];
/** Bytes of the large file that left the server. */
let sent = 0;

const files: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/faq.json': (response) =>
    response.end(
      JSON.stringify({
        answers: 'answers/{id}.html',
        entries: [{ id: 'a/b?c', title: 'A', url: 'more/', contact: { name: 'B', url: '/b' } }],
      }),
    ),
  '/answers/a%2Fb%3Fc.html': (response) => response.end('<p>Yes</p>'),
  '/bom.json': (response) => response.end(`\uFEFF${JSON.stringify([entry])}`),
  '/broken.json': (response) => response.end('{"entries": [{"id": "a", }]}'),
  '/page.json': (response) => response.end('\n<!doctype html><title>Not found</title>'),
  '/empty.json': (response) => response.end(''),
  '/none.json': (response) => response.end('{"entries": []}'),
  '/mixed.json': (response) =>
    response.end(JSON.stringify([entry, { id: 'b' }, { ...entry, id: 'c', url: 'javascript:alert(1)' }])),
  '/slow.json': (response) => void response.write('[\n'),
  '/silent.json': () => {},
  '/cut.json': (response) => {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write('[');
    setTimeout(() => response.destroy(), 20);
  },
  '/large.json': (response) => {
    const part = Buffer.alloc(1_000_000, ' ');
    const more = () => {
      while (sent < 40_000_000 && !response.destroyed) {
        sent += part.byteLength;
        if (!response.write(part)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  },
};

describe('answers from a file', () => {
  let server: Server;
  let origin: string;
  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      const file = files[request.url!];
      if (file) file(response);
      else response.writeHead(404).end('<h1>Not found</h1>');
    });
    origin = await listening(server);
  });
  after(() => closed(server));
  const told = mock.method(console, 'error', () => {});
  afterEach(() => {
    asked = [];
    told.mock.resetCalls();
  });

  it('have addresses that are relative to the file, and bodies when they are opened', async () => {
    const source = fileSource(`${origin}/faq.json`);
    const [first] = await source.entries();
    assert.deepEqual(first, {
      id: 'a/b?c',
      title: 'A',
      aliases: [],
      format: 'html',
      url: `${origin}/more/`,
      contact: { name: 'B', url: `${origin}/b` },
    });
    assert.equal(source.base!(first!), `${origin}/faq.json`);
    assert.deepEqual(asked, ['/faq.json']);
    assert.equal(await source.body(first!), '<p>Yes</p>');
    await assert.rejects(source.body({ ...first!, id: 'gone' }), /answers\/gone\.html answered with status 404/);
  });

  it('may begin with a byte order mark', async () => {
    assert.equal((await fileSource(`${origin}/bom.json`).entries()).length, 1);
  });

  it('come with what can be read, and the editor is told the rest', async () => {
    const entries = await fileSource(`${origin}/mixed.json`).entries();
    assert.deepEqual(
      entries.map(({ id, url }) => [id, url]),
      [
        ['a', undefined],
        ['c', undefined],
      ],
    );
    const sentences = told.mock.calls.map(({ arguments: [words] }) => String(words));
    assert.deepEqual(sentences, [
      `citydesk: ${origin}/mixed.json: Entry 2 ("b") is left out. It needs a "title".`,
      `citydesk: ${origin}/mixed.json: Entry 3 ("c"): "url" is left out. Write an address that begins with https:, http:, mailto: or tel:, or one of this site.`,
    ]);
  });

  const failures: readonly (readonly [string, RegExp])[] = [
    ['/missing.json', /missing\.json answered with status 404\. Check the address in "faq"\.$/],
    ['/broken.json', /broken\.json is not valid JSON: /],
    ['/empty.json', /empty\.json is not valid JSON: /],
    ['/page.json', /page\.json is a web page and not JSON\. Check the address\.$/],
    ['/none.json', /none\.json has no answers that can be read\.$/],
    ['/slow.json', /slow\.json took longer than 0\.3 seconds\.$/],
    ['/silent.json', /silent\.json took longer than 0\.3 seconds\.$/],
    ['/cut.json', /cut\.json could not be reached\./],
  ];
  for (const [path, message] of failures) {
    it(`say why there are none in ${path}`, async () => {
      await assert.rejects(fileSource(origin + path, { timeout: 300 }).entries(), { message });
    });
  }

  it('are not there when nobody answers', async () => {
    const closing = createServer();
    const nobody = await listening(closing);
    await closed(closing);
    await assert.rejects(
      fileSource(`${nobody}/faq.json`).entries(),
      /could not be reached\. Check the address; if it is of another site/,
    );
  });

  it('are not read to the end of 40 MB', async () => {
    await assert.rejects(
      fileSource(`${origin}/large.json`).entries(),
      /large\.json is larger than 8 MB\. Give the answers files of their own with "answers"\.$/,
    );
    assert.ok(sent < 20_000_000, `${sent} bytes`);
  });

  it('are given up at once when nobody wants them any more', async () => {
    const leaving = new AbortController();
    const entries = fileSource(`${origin}/slow.json`).entries(leaving.signal);
    setTimeout(() => leaving.abort(new Error('gone')), 50);
    await assert.rejects(entries, /^Error: gone$/);
    await assert.rejects(fileSource(`${origin}/faq.json`).entries(leaving.signal), /^Error: gone$/);
  });
});
