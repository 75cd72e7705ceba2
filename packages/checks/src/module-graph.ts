// Which built files a browser fetches from the script tag on, and in how many round trips: read from the files' own imports, so that no list
// of hashed names has to be kept.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf } from './arrows.ts';

export interface BuiltTag {
  /** The tag's entry with all it imports before the first field can stand: the loader and the request form. */
  readonly firstField: readonly string[];
  /** What is there when typed words find a service: the above, the client, the search and the city file's reader. */
  readonly wordsFound: readonly string[];
  /** Everything that can be fetched until a receipt stands, the above included. */
  readonly untilReceipt: readonly string[];
  /** Requests that wait for one another from the tag to the first field, the one for the tag's own script included. */
  readonly roundTrips: number;
}

/**
 * Reads the graph below the script tag of a built page.
 * @param site Folder of the built site.
 * @throws Error when an imported file is not there, or the request form's chunk is not found.
 */
export function builtTag(site: string): BuiltTag {
  const page = readFileSync(path.join(site, 'report/index.html'), 'utf8');
  const address = /<script[^>]*\bsrc="\/([^"?]*citydesk\.js)/.exec(page)?.[1];
  if (!address) throw new Error('The report page has no script tag of ours.');
  const entry = path.join(site, address);
  const loader = staticClosure(entry);
  const widgets = [...loader].flatMap((file) => importedBy(file, 'lazy'));
  const form = widgets.find((file) => path.basename(file).startsWith('request-form'));
  if (!form) throw new Error(`${entry} does not fetch the request form: ${widgets.join(', ')}`);
  const firstField = new Set([...loader, ...staticClosure(form)]);
  const parts = new Set(importedBy(form, 'lazy'));
  const early = [...parts].filter((file) => /^(client|search|city-file)-/.test(path.basename(file)));
  if (early.length !== 3) throw new Error(`${form} fetches other parts than it did: ${[...parts].join(', ')}`);
  return {
    firstField: [...firstField],
    wordsFound: [...new Set([...firstField, ...early.flatMap((file) => [...staticClosure(file)])])],
    untilReceipt: [...closure(entry, ['value', 'lazy'])],
    roundTrips: depth(entry) + depth(form),
  };
}

function staticClosure(file: string): ReadonlySet<string> {
  return closure(file, ['value']);
}

function closure(file: string, kinds: readonly Kind[], seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const kind of kinds) importedBy(file, kind).forEach((next) => closure(next, kinds, seen));
  return seen;
}

/** How many files deep the static imports below a file go, itself included. */
function depth(file: string): number {
  return 1 + Math.max(0, ...importedBy(file, 'value').map(depth));
}

type Kind = 'value' | 'lazy';

function importedBy(file: string, kind: Kind): readonly string[] {
  if (!existsSync(file)) throw new Error(`${file} is imported but was not built.`);
  return importsOf(file, readFileSync(file, 'utf8'))
    .filter((one) => one.kind === kind)
    .map(({ from }) => path.resolve(path.dirname(file), from));
}
