// The checks of our own as one script, for pages of other origins than the states: it leaves them as `globalThis.pageChecks`.

import path from 'node:path';
import { build } from 'vite';
import { root } from '../workspace.ts';
import type { Finding } from './finding.ts';

/** What the script leaves. */
export interface PageChecks {
  ownChecks(): readonly Finding[];
  outOfRoom(): readonly Finding[];
}

const name = 'virtual:page-checks';
const text = `
import { ownChecks } from './own-checks.ts';
import { outOfRoom } from './out-of-room.ts';
globalThis.pageChecks = { ownChecks, outOfRoom };
`;

let made: Promise<string> | undefined;

export function checksScript(): Promise<string> {
  return (made ??= bundled());
}

async function bundled(): Promise<string> {
  const entry = path.join(import.meta.dirname, 'page-checks.js');
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'citydesk:page-checks',
        resolveId: (id) => (id === name ? entry : undefined),
        load: (id) => (id === entry ? text : undefined),
      },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: name, output: { format: 'iife' } } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('The checks of our own were not built.');
  return output.output[0].code;
}
