// Measures what the form costs the page that hosts it, for people to read: on a city's article of 60 kB with a picture, above the fold, with its
// files on a second origin, as a phone in the street would have it. The harness and the page beside it (`host-lit`, a form of eight fields drawn
// by Lit) lie beside the repository; where they do not, nothing is measured.

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serveCity } from '@citydesk/sandbox';
import { findBrowser } from './browser.ts';
import { runCommand } from './run-command.ts';
import { root } from './workspace.ts';

const harness = path.join(root, '../shared/bench');
/** The harness writes beside itself, so it runs from a copy. */
const copy = path.join(root, '.cache/page-bench');
const runs = 9;

/** @param rounds how often each page is visited */
export async function benchHost(rounds = runs): Promise<void> {
  if (!existsSync(harness))
    return console.log('\nThe cost for a host page: not measured, there is no harness beside the repository.');
  const { executablePath, env } = await findBrowser();
  await prepare(executablePath);
  const ready = 'citydesk-request-form >>> input';
  const pages = ['host', 'host-lit', 'ours', 'ours-no-room'];
  const given = pages.flatMap((name) => ['--page', `${name}=${path.join(copy, 'pages/dist', name)}`]);
  const limits = [
    'ours.script <= 2 * host-lit.script',
    'ours.cls <= 0',
    'ours.lcp - host.lcp <= 50',
    'ours.tbt - host.tbt <= 50',
  ];
  const { output } = await runCommand(
    process.execPath,
    [
      'bench.mjs',
      ...given,
      ...[
        '--mount',
        `lit=${path.join(copy, 'pages/dist/lit')}`,
        '--mount',
        `embed=${path.join(root, 'packages/embed/dist')}`,
      ],
      ...['--mount', `city=${path.join(copy, 'pages/dist/city')}`],
      ...[
        '--ready',
        `ours=${ready}`,
        '--ready',
        `ours-no-room=${ready}`,
        '--ready',
        'host-lit=city-request >>> textarea',
      ],
      ...['--baseline', 'host', '--runs', String(rounds), '--columns', 'js,requests,fcp,lcp,cls,tbt,field,script,task'],
      ...limits.flatMap((limit) => ['--check', limit]),
    ],
    { cwd: copy, env, timeout: 1_200_000 },
  );
  const said = output.split('\n').filter((line) => !/^\[(run|warm-up)/.test(line));
  console.log(`\nWhat the form costs a page of 60 kB, ${rounds} visits each, in turns\n${said.join('\n').trim()}`);
  sayLongTasks();
}

/** The harness sums long tasks; how many there are, it has in its record as blocking time of each visit. */
function sayLongTasks(): void {
  const { pages } = JSON.parse(readFileSync(path.join(copy, 'results/bench.json'), 'utf8')) as {
    readonly pages: Readonly<Record<string, { readonly runs: readonly { readonly tbt: number }[] }>>;
  };
  for (const [name, { runs: visits }] of Object.entries(pages)) {
    console.log(
      `${name.padEnd(14)} blocking time of each visit: ${visits.map(({ tbt }) => Math.round(tbt)).join(', ')} ms`,
    );
  }
}

/** The harness with what it needs, and our pages beside its own: the same article with our tag and element in place of the other form's. */
async function prepare(browser: string): Promise<void> {
  const at = (name: string) => path.join(copy, 'pages/dist', name);
  if (!existsSync(path.join(copy, 'node_modules'))) {
    mkdirSync(copy, { recursive: true });
    cpSync(harness, copy, { recursive: true });
    await must('npm', ['ci', '--no-audit', '--no-fund']);
  }
  // The harness knows one place of a browser; the one of all other checks may lie elsewhere.
  const measure = path.join(copy, 'lib/measure.mjs');
  writeFileSync(
    measure,
    readFileSync(path.join(harness, 'lib/measure.mjs'), 'utf8').replace('/usr/bin/chromium', browser),
  );
  await must(process.execPath, ['pages/build.mjs', 'host', 'host-lit', 'lit']);
  const article = readFileSync(path.join(at('host'), 'index.html'), 'utf8');
  const tag =
    '<script type="module" src="{{cdn}}/embed/citydesk.js" data-endpoint="{{cdn}}/city/" data-phone="269-555-0142"></script>';
  for (const [name, room] of [
    ['ours', ' style="display:flow-root;min-height:100vh;min-height:100svh"'],
    ['ours-no-room', ''],
  ] as const) {
    const form = `<citydesk-request-form${room}><p>To report a problem, call 269-555-0142.</p></citydesk-request-form>`;
    cpSync(at('host'), at(name), { recursive: true, force: true });
    writeFileSync(
      path.join(at(name), 'index.html'),
      article.replace('</head>', `${tag}</head>`).replace(/(<img[^>]*>)/, `$1${form}`),
    );
  }
  await writeAnswers(at('city'));
}

/** What the form asks a city before anybody acts, as files. */
async function writeAnswers(folder: string): Promise<void> {
  const city = await serveCity({ port: 0 });
  mkdirSync(folder, { recursive: true });
  const answer = await fetch(new URL('open311/v2/services.json', city.url));
  writeFileSync(path.join(folder, 'services.json'), await answer.text());
  await city.close();
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { ok, output } = await runCommand(command, args, { cwd: copy });
  if (!ok) throw new Error(`${command} ${args.join(' ')}\n${output}`);
}
