// JavaScript and TypeScript of the documentation: the compiler reads all of it, against our own types; what needs nothing but our packages runs
// in Node against the city, and what needs only a page runs in one.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../run-command.ts';
import { root } from '../workspace.ts';
import { quietPage } from '../e2e/quiet-page.ts';
import type { DocsCity } from './docs-city.ts';
import type { Fence } from './fences.ts';
import type { Verdict } from './verdict.ts';

const folder = path.join(root, '.cache/docs-check');

/** Of the packages that run in Node; the elements, the map and the script tag need a page. */
const forNode = /^(@citydesk\/(open311|core|relay|sandbox)(\/|$)|node:)/;
const needsPage = /\b(document|window|localStorage|customElements|addEventListener|navigator)\b/;

export async function checkScripts(fences: readonly Fence[], city: DocsCity): Promise<readonly Verdict[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const named = fences.map((fence, index) => ({
    fence,
    name: `fence-${index}.${fence.language === 'js' ? 'js' : 'ts'}`,
  }));
  for (const { fence, name } of named) {
    const given = fence.language === 'js' ? '' : fence.given;
    writeFileSync(path.join(folder, name), `${fence.text}\n${given}\nexport {};\n`);
    if (fence.language === 'js' && fence.given)
      writeFileSync(
        path.join(folder, name.replace('.js', '-given.d.ts')),
        `export {};\ndeclare global {\n${fence.given.replaceAll('declare ', '')}\n}\n`,
      );
  }
  const mistakes = await typecheck(named);
  const verdicts: Verdict[] = [];
  for (const { fence, name } of named) {
    const problems = mistakes.get(name) ?? [];
    const imports = [...fence.text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, from = '']) => from);
    const isPlain = fence.given === '' && problems.length === 0;
    if (isPlain && imports.every((from) => forNode.test(from)) && !needsPage.test(fence.text)) {
      verdicts.push({ fence, did: 'run in Node', problems: await runInNode(name, fence, city) });
    } else if (isPlain && imports.length === 0) {
      verdicts.push({ fence, did: 'run in a page', problems: await runInPage(fence, city) });
    } else verdicts.push({ fence, did: 'typechecked', problems });
  }
  return verdicts;
}

/** Each file for itself, in one run of the compiler: strict for TypeScript, as an editor does it for JavaScript. */
async function typecheck(named: readonly { readonly name: string }[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const kind of ['ts', 'js']) {
    const files = named.map(({ name }) => name).filter((name) => name.endsWith(`.${kind}`));
    if (files.length === 0) continue;
    const compilerOptions = {
      ...{ rootDir: '../..', allowJs: true, checkJs: true, types: ['node'] },
      ...(kind === 'js' && {
        strict: false,
        noUncheckedIndexedAccess: false,
        exactOptionalPropertyTypes: false,
        erasableSyntaxOnly: false,
      }),
    };
    const include = kind === 'js' ? [...files, './*-given.d.ts'] : files;
    writeFileSync(
      path.join(folder, `tsconfig.${kind}.json`),
      JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, include }),
    );
    const { output } = await runCommand('tsc', ['-p', path.join(folder, `tsconfig.${kind}.json`), '--pretty', 'false']);
    for (const line of output.split('\n')) {
      const [, name, words] = /docs-check\/(fence-\d+\.[jt]s)(\(.*)$/.exec(line) ?? [];
      // In JavaScript nobody can say what kind of event a page hears.
      const isUntyped = kind === 'js' && / on type '(Event|EventTarget)'/.test(words ?? '');
      if (name && words && !isUntyped) found.set(name, [...(found.get(name) ?? []), words]);
    }
  }
  return found;
}

/** To the end of the module; what it leaves running, such as a server, ends with it. */
async function runInNode(name: string, fence: Fence, city: DocsCity): Promise<readonly string[]> {
  const file = `run-${name}`;
  writeFileSync(path.join(folder, file), city.local(fence.text));
  const script = `await import('./${file}'); process.exit(0);`;
  const endpoint = `${city.host}open311/v2/`;
  const { ok, output } = await runCommand(
    process.execPath,
    ['--conditions=citydesk-source', '--input-type=module', '--eval', script],
    { cwd: folder, timeout: 60_000, env: { OPEN311_ENDPOINT: endpoint, CITYDESK_DATA: folder, NODE_NO_WARNINGS: '1' } },
  );
  return ok ? [] : [output.trim().split('\n').slice(-12).join('\n')];
}

/** On a page that has every widget. */
async function runInPage(fence: Fence, city: DocsCity): Promise<readonly string[]> {
  const { page, complaints, close } = await quietPage(city.browser, city.pages.replace(/\/$/, ''));
  const widgets = ['request-form', 'faq-panel', 'status-tracker'].map(
    (name) => `<citydesk-${name}></citydesk-${name}>`,
  );
  const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="${city.host}citydesk/citydesk.js" data-endpoint="${city.host}open311/v2/" data-faq="/faq.json"></script>
    ${widgets.join('\n')}<div id="map"></div><script type="module">${city.local(fence.text)}</script></html>`;
  try {
    await page.goto(city.show(html), { waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelector('citydesk-request-form')?.shadowRoot);
    return complaints.filter((words) => !words.startsWith(`asks ${city.host}`));
  } finally {
    await close();
  }
}
