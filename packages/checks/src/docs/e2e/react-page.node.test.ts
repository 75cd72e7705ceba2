// The React page's commands, word for word, in a copy of its example: our packages come from their tarballs, everything else is as a reader does it.

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { descriptionOf, fileFromExample } from '../../examples/file-from-example.ts';
import { until } from '../../e2e/until.ts';
import { installExample, type ExampleProject } from '../../packages/example-project.ts';
import { root, textOf } from '../../workspace.ts';
import { openDocsCity, type DocsCity } from '../docs-city.ts';
import { fencesIn } from '../fences.ts';

const page = 'docs/guides/developers/react.md';
const own = 'packages/checks/src/docs/e2e/react-page.node.test.ts';
const commands = fencesIn(page, textOf(page))
  .filter(({ language, test }) => language === 'sh' && test === own)
  .flatMap(({ text }) => text.trim().split('\n'));

describe('the React page', () => {
  let city: DocsCity;
  let project: ExampleProject;
  const started: ChildProcess[] = [];
  before(async () => {
    [city, project] = await Promise.all([openDocsCity(), installExample('react-vite')]);
  });
  after(async () => {
    for (const { pid } of started) if (pid) process.kill(-pid, 'SIGKILL');
    await Promise.all([city?.close(), project?.close()]);
  });

  /** Types a command, and gives what it prints as it comes. */
  const typed = (command: string) => {
    const env = {
      ...process.env,
      PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH']}`,
    };
    const child = spawn('sh', ['-c', command], {
      cwd: project.folder,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { text: '', code: undefined as number | null | undefined };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said.text += stripVTControlCharacters(String(chunk))));
    child.once('close', (code) => (said.code = code));
    return { child, said };
  };

  it('has three commands', () => {
    const rest = 'VITE_OPEN311_ENDPOINT=http://localhost:8311/open311/v2/ npm run dev';
    assert.deepEqual(commands, ['npm install', 'npm run dev', rest]);
  });

  it('files a report after them, with nothing changed but the endpoint', async () => {
    const [install = '', , dev = ''] = commands;
    const installing = typed(install);
    await until('The end of npm install', async () => (installing.said.code === undefined ? undefined : true), 120_000);
    assert.equal(installing.said.code, 0, installing.said.text);

    const { child, said } = typed(dev.replace('http://localhost:8311/', city.host));
    started.push(child);
    const address = await until(
      'The address of the page',
      async () => /http:\/\/localhost:\d+\//.exec(said.text)?.[0],
      60_000,
    );
    const { page: opened, close } = await city.browser.newPage();
    await opened.goto(address);
    const id = await fileFromExample(opened, { name: 'the React page', patience: 60_000 });
    await close();
    const answer = await fetch(new URL(`open311/v2/requests/${id}.json`, city.host));
    const [row] = (await answer.json()) as readonly { description: string }[];
    assert.ok(row?.description.startsWith(descriptionOf('the React page')), row?.description);
    console.log(`filed ${id} from the React page`);
  });
});
