// Snippets that are read and not run: JSON by a parser and, where it is a file of ours, by the reader that the widgets use; YAML; PHP by PHP
// itself; HTTP messages by being sent; components of frameworks by being part of an example that is built and used.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFaqFile } from '@citydesk/core/faq';
import { parse as parseYaml } from 'yaml';
import { runCommand } from '../run-command.ts';
import { exists, root, textOf } from '../workspace.ts';
import type { DocsCity } from './docs-city.ts';
import type { Fence } from './fences.ts';
import type { Verdict } from './verdict.ts';

/** What is a city file is given to a form, which tells the console what it cannot read of it. */
export async function checkJson(fence: Fence, city: DocsCity): Promise<Verdict> {
  let json: unknown;
  try {
    json = JSON.parse(fence.text);
  } catch (error) {
    return { fence, did: 'parsed', problems: [String(error)] };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { fence, did: 'parsed', problems: [] };
  if ('entries' in json) return { fence, did: 'read as a FAQ file', problems: readFaqFile(json).mistakes.map(String) };
  const keys = Object.keys(json).filter((key) => key !== '$schema');
  const isCityFile = keys.some((key) => cityKeys().has(key)) && !('addresses' in json && Array.isArray(json.addresses));
  if (!isCityFile) return { fence, did: 'parsed', problems: [] };
  const unknown = keys.filter((key) => !cityKeys().has(key)).map((key) => `the city file has no key "${key}"`);
  return { fence, did: 'read as a city file', problems: [...unknown, ...(await complaintsOfForm(fence.text, city))] };
}

/** Every key that a city file may have, from its one declaration. */
function cityKeys(): ReadonlySet<string> {
  const [, block = ''] =
    /const cityKeys = \{\n([^]*?)\n\} as const/.exec(textOf('packages/elements/src/city/city-config.ts')) ?? [];
  return new Set([...block.matchAll(/^ {2}(\w+): '/gm)].map(([, key = '']) => key));
}

/** Which it does when it has begun; the map, and files that a key leads to, are asked for later. */
async function complaintsOfForm(text: string, city: DocsCity): Promise<readonly string[]> {
  const file = city.show(city.local(text), { 'content-type': 'application/json' });
  const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="/citydesk.js" data-config="${file}" data-endpoint="/open311/v2/"></script>
    <citydesk-request-form></citydesk-request-form></html>`;
  const { page, close } = await city.browser.newPage();
  const told: string[] = [];
  page.on('console', (message) => message.text().startsWith('citydesk: ') && told.push(message.text()));
  await page.goto(city.show(html), { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('citydesk-request-form')?.shadowRoot?.querySelector('h2'));
  await page.waitForNetworkIdle({ idleTime: 200 });
  await close();
  return told;
}

export function checkYaml(fence: Fence): Verdict {
  try {
    parseYaml(fence.text);
    return { fence, did: 'parsed', problems: [] };
  } catch (error) {
    return { fence, did: 'parsed', problems: [String(error)] };
  }
}

/** PHP reads it without running it. Where there is none it cannot be said to be right. */
export async function checkPhp(fence: Fence): Promise<Verdict> {
  const code = /<\?php/.test(fence.text) ? fence.text : `<?php\n${fence.text}`;
  const { ok, output } = await runCommand('php', [
    '-r',
    'eval("return; ?>" . base64_decode($argv[1]));',
    '--',
    Buffer.from(code).toString('base64'),
  ]);
  return { fence, did: 'read by PHP', problems: ok ? [] : [output.trim()] };
}

/** A question is sent to the city, which must know its address; an answer's headers must be ones that a browser takes. */
export async function checkHttp(fence: Fence, city: DocsCity): Promise<Verdict> {
  const [first = '', ...rest] = fence.text.replace(/\n\s+/g, ' ').trim().split('\n');
  const [, method, address] = /^(GET|POST|OPTIONS|DELETE) (\/\S*)/.exec(first) ?? [];
  const headers = new Headers();
  try {
    for (const line of method ? rest : [first, ...rest]) {
      const [, name = '', value = ''] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
      headers.append(name, value);
    }
  } catch (error) {
    return { fence, did: 'read', problems: [String(error)] };
  }
  if (!method || !address) return { fence, did: 'read', problems: await unsaid(headers, city) };
  const { status } = await fetch(new URL(address, city.host), { method, headers });
  return {
    fence,
    did: 'sent',
    problems: status === 404 || status === 405 || status >= 500 ? [`the city answers ${status}`] : [],
  };
}

/** What a page needs to be allowed is what our own relay allows. */
async function unsaid(headers: Headers, city: DocsCity): Promise<readonly string[]> {
  const asked = new URL('open311/v2/requests.json', city.host);
  const origin = { origin: 'https://www.example.gov' };
  const preflight = {
    ...origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'idempotency-key',
  };
  const answers = [
    await fetch(asked, { headers: origin }),
    await fetch(asked, { method: 'OPTIONS', headers: preflight }),
  ];
  const missing = [...headers.keys()].filter(
    (name) => name.startsWith('access-control-') && !answers.some((answer) => answer.headers.has(name)),
  );
  return missing.map((name) => `the relay says no ${name}`);
}

/** A part of an example, word for word; the example itself is built, opened and used by its own test. */
export function checkPart(fence: Fence, file: string): Verdict {
  const told = `part of ${file.split('/').slice(0, 2).join('/')}`;
  if (!exists(file)) return { fence, did: told, problems: [`there is no ${file}`] };
  return { fence, did: told, problems: holds(textOf(file), fence.text) ? [] : [`${file} has other lines`] };
}

/** Done word for word by a test, which has to read it from this very page. */
export function checkTested(fence: Fence, file: string): Verdict {
  const isRead = exists(file) && readFileSync(path.join(root, file), 'utf8').includes(path.posix.basename(fence.file));
  return { fence, did: 'done by a test', problems: isRead ? [] : [`${file} does not read ${fence.file}`] };
}

/** The lines as they follow each other, however far they are indented; `…` alone leaves lines out. */
function holds(text: string, part: string): boolean {
  const plain = (words: string) =>
    words
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n');
  const whole = plain(text);
  let from = 0;
  return part.split(/^\s*(?:\/\/ )?…\s*$/m).every((piece) => {
    const at = whole.indexOf(plain(piece), from);
    from = at + 1;
    return at >= 0;
  });
}
