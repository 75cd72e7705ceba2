// Commands of the documentation: the shell reads them, and each names what is there. What is cheap and harms nobody runs.

import path from 'node:path';
import { runCommand } from '../run-command.ts';
import { exists, filesLike, packages, root, textOf } from '../workspace.ts';
import type { DocsCity } from './docs-city.ts';
import type { Fence } from './fences.ts';
import type { Verdict } from './verdict.ts';

export async function checkShell(fence: Fence, city: DocsCity): Promise<Verdict> {
  const read = await runCommand('sh', ['-n', '-c', fence.text]);
  const problems = read.ok ? [] : [read.output.trim()];
  let did = 'commands found';
  for (const command of commandsIn(fence.text)) {
    const words = command.split(/\s+/);
    if (words[0] === 'npx' && words[1] === '@citydesk/open311' && words[2] === 'check') {
      did = 'run';
      const bin = path.join(root, 'packages/open311/bin/open311.mjs');
      const args = city
        .local(words.slice(2).join(' '))
        .split(' ')
        .map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
      const { ok, output } = await runCommand(process.execPath, [bin, ...args]);
      if (!ok) problems.push(output.trim().split('\n').slice(-5).join('\n'));
    } else problems.push(...(await unknownIn(words)));
  }
  return { fence, did, problems };
}

/** One command each, without comments, settings before it, and what follows a pipe. */
function commandsIn(text: string): readonly string[] {
  return text
    .replace(/\\\n\s*/g, ' ')
    .split(/\n|&&|;/)
    .map(
      (line) =>
        line
          .replace(/(^|\s)#.*$/, '')
          .split('|')[0]
          ?.trim() ?? '',
    )
    .map((line) => line.replace(/^(?:[A-Z][A-Z0-9_]*=\S*\s+)+/, ''))
    .filter(Boolean);
}

/** Says of each kind of command what it needs. One that nobody can check says so, and its fence has to be marked. */
async function unknownIn(words: readonly string[]): Promise<readonly string[]> {
  const [tool = '', verb = '', ...rest] = words;
  const found = (isThere: boolean, what: string) => (isThere ? [] : [`there is no ${what}`]);
  if (tool === 'npm' && ['start', 'test'].includes(verb)) return found(verb in scripts(), `npm script ${verb}`);
  if (tool === 'npm' && verb === 'run') return found((rest[0] ?? '') in scripts(), `npm script ${rest[0]}`);
  if (tool === 'npm' && verb === 'ci') return [];
  if (tool === 'npm' && (verb === 'install' || verb === 'i')) {
    const names = rest.filter((word) => !word.startsWith('-') && !word.startsWith('.'));
    return names.flatMap((name) => found(isPublished(name) || isUsed(name), `package ${name}`));
  }
  if (tool === 'npx') return binary(verb, rest);
  if (tool === 'node')
    return found(verb.startsWith('-') || filesLike(verb, `examples/*/${verb}`).length > 0, `file ${verb}`);
  if (tool === 'cd') return found(exists(verb), `folder ${verb}`);
  if (['curl', 'cp', 'mkdir', 'kill', 'export', 'echo', 'cat', 'openssl', 'unzip'].includes(tool)) return [];
  return [`nobody knows the command ${tool}`];
}

/** A package of ours that has a program, which names each option in its help. */
async function binary(name: string, args: readonly string[]): Promise<readonly string[]> {
  const ours = packages().find(({ manifest }) => manifest.name === name);
  if (!ours) return exists(`node_modules/.bin/${name}`) ? [] : [`there is no program ${name}`];
  const [file] = Object.values(ours.manifest.bin ?? {});
  if (!file) return [`${name} has no program`];
  const { output } = await runCommand(process.execPath, [path.join(root, 'packages', ours.folder, file), '--help']);
  const options = args.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? word);
  return options.flatMap((option) => (output.includes(option) ? [] : [`${name} has no ${option}`]));
}

const isPublished = (name: string) => packages().some(({ manifest }) => manifest.name === name && !manifest.private);

/** What an example or the repository itself installs. */
function isUsed(name: string): boolean {
  const bare = name.replace(/(?<=.)@[^/]*$/, '');
  return ['package.json', ...exampleManifests()].some((file) => textOf(file).includes(`"${bare}"`));
}

const exampleManifests = () =>
  ['react-vite', 'vue', 'svelte', 'nextjs', 'headless-client', 'relay-node', 'govuk', 'uswds']
    .map((name) => `examples/${name}/package.json`)
    .filter(exists);

const scripts = () => (JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }).scripts;
