import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveCity, type ServedCity } from '@citydesk/sandbox';
import { descriptionOf } from '../examples/file-from-example.ts';
import type { CommandResult } from '../run-command.ts';
import { textOf } from '../workspace.ts';
import { installExample, type ExampleProject } from './example-project.ts';

describe('the example headless-client, from packed packages', () => {
  let project: ExampleProject;
  let city: ServedCity;
  before(async () => {
    city = await serveCity({ port: 0 });
    project = await installExample('headless-client');
  });
  after(async () => {
    await project?.close();
    await city?.close();
  });
  const report = (...args: readonly string[]) =>
    project.script('report', [`--endpoint=${new URL('/open311/v2/', city.url).href}`, ...args]);

  it('files a report from the command line, and follows it until the city closes it', async () => {
    const { store } = city.city;
    const description = descriptionOf('headless-client');
    const running = report(`--description=${description}`, '--follow');
    const filed = await until(() => store.all().find((row) => row.description === description), running);
    assert.ok(store.change(filed.serviceRequestId, 'Closed', 'Filled this morning.', new Date()));
    const { ok, output } = await running;
    assert.ok(ok, output);
    assert.match(output, /^where: done \(where → questions → check\)$/m);
    assert.match(output, new RegExp(`^The city has it: ${filed.serviceRequestId}$`, 'm'));
    assert.match(output, new RegExp(`^${filed.serviceRequestId} is closed`, 'm'));
  });

  it('says what is missing, and sends nothing', async () => {
    const { ok, output } = await report('--description=Not to be filed', '--answer=size=large');
    assert.equal(ok, false);
    assert.match(output, /^answer:lane: choose$/m);
    assert.ok(!city.city.store.all().some((row) => row.description === 'Not to be filed'));
  });

  it('is the very program that the reference shows', () => {
    const shown = /```js\n([^]*?)```/.exec(textOf('docs/reference/headless.md'))?.[1];
    assert.equal(shown, textOf('examples/headless-client/report.mjs'));
  });
});

/** What `read` gives once there is something; what the program said where it ended before. */
async function until<T>(read: () => T | undefined, running: Promise<CommandResult>): Promise<T> {
  let ended: CommandResult | undefined;
  void running.then((result) => (ended = result));
  for (;;) {
    const found = read();
    if (found !== undefined) return found;
    if (ended) throw new Error(`It ended before: ${ended.output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
