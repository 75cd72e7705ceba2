// Which built files a browser fetches from the script tag on, and in how many round trips: read from the files' own imports, so that no list
// of hashed names has to be kept.

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { importsOf } from './arrows.ts';

export interface BuiltTag {
  /** The tag's entry with all it imports before the first field can stand: the loader and the request form. */
  readonly firstField: readonly string[];
  /** What is there when typed words find a service: the above, the client, the search and the city file's reader. */
  readonly wordsFound: readonly string[];
  /** Everything that one form can fetch until a receipt stands, and what the receipt offers then. */
  readonly untilReceipt: readonly string[];
  /** On a page with only the tracker, from the tag until an open report stands: the client and the city file's reader included. */
  readonly trackedReport: readonly string[];
  /** What a page with the form fetches besides until a report stands in a tracker. */
  readonly trackerBesideForm: readonly string[];
  /** Requests that wait for one another from the tag to a widget's first field, the one for the tag's own script included. */
  readonly roundTrips: Readonly<Record<Widget, number>>;
}

type Widget = 'request-form' | 'status-tracker';

/** A widget's chunk, and what the entry fetches with it at the same time. */
interface Fetched {
  readonly chunk: string;
  readonly together: ReadonlySet<string>;
}

/**
 * Reads the graph below the script tag of a built page.
 * @param site Folder of the built site.
 * @throws Error when an imported file is not there, or a widget's chunk is not found.
 */
export function builtTag(site: string): BuiltTag {
  const page = readFileSync(path.join(site, 'report/index.html'), 'utf8');
  const address = /<script[^>]*\bsrc="\/([^"?]*citydesk\.js)/.exec(page)?.[1];
  if (!address) throw new Error('The report page has no script tag of ours.');
  const entry = path.join(site, address);
  const loader = staticClosure(entry);
  const form = fetchedBy(entry, 'request-form');
  const tracker = fetchedBy(entry, 'status-tracker');

  const firstField = new Set([...loader, ...staticClosure(form.chunk)]);
  const parts = partsOf(form.chunk, ['client', 'search', 'city-file']);
  // What the city says beside the form depends on what it has to say; the browser's own count has it.
  const beside = importedBy(form.chunk, 'lazy').filter((file) => /^suggestions-/.test(path.basename(file)));
  const asking = partsOf(tracker.chunk, ['client', 'city-file']);
  // The client may fetch what reads a report only when it asks for one.
  const reading = asking
    .flatMap((file) => importedBy(file, 'lazy'))
    .filter((file) => /^decode-requests-/.test(path.basename(file)));
  const trackerStands = new Set([...loader, ...staticClosure(tracker.chunk)]);
  return {
    firstField: [...firstField],
    wordsFound: [...new Set([...firstField, ...parts])],
    untilReceipt: forOneForm([...new Set([...loader, ...closure(form.chunk, ['value', 'lazy'], new Set(beside))])]),
    trackedReport: [...new Set([...trackerStands, ...asking, ...reading])],
    trackerBesideForm: [...trackerStands].filter((file) => !firstField.has(file)),
    roundTrips: {
      'request-form': depth(entry) + depth(form.chunk, form.together),
      'status-tracker': depth(entry) + depth(tracker.chunk, tracker.together),
    },
  };
}

/** The widget's chunk as the entry fetches it: `(import("./common.js").catch(()=>{}),import("./request-form.js"))`. */
function fetchedBy(entry: string, widget: Widget): Fetched {
  const text = readFileSync(entry, 'utf8');
  const at = (from = '') => path.resolve(path.dirname(entry), from);
  const groups = text.matchAll(/((?:import\("[^"]+"\)\.catch\(\(\)=>\{\}\),)*)import\(["'`]([^"'`]+)["'`]\)/g);
  for (const [, beside = '', chunk = ''] of groups) {
    if (!path.basename(chunk).startsWith(widget)) continue;
    return {
      chunk: at(chunk),
      together: new Set([...beside.matchAll(/import\("([^"]+)"\)/g)].map(([, file]) => at(file))),
    };
  }
  throw new Error(`${entry} does not fetch ${widget}.`);
}

/** These parts, which a widget's chunk or what it is made of fetches late, with all they need. */
function partsOf(chunk: string, names: readonly string[]): readonly string[] {
  const late = [...staticClosure(chunk)].flatMap((file) => importedBy(file, 'lazy'));
  return names.flatMap((name) => {
    const part = late.find((file) => path.basename(file).startsWith(`${name}-`));
    if (!part) throw new Error(`${chunk} fetches other parts than it did, and no ${name}: ${late.join(', ')}`);
    return [...staticClosure(part)];
  });
}

/**
 * Without what no form asks of the client and what comes after the receipt, and with one language's search, the largest, because a page speaks
 * one.
 */
function forOneForm(files: readonly string[]): readonly string[] {
  const named = (file: string) => path.basename(file).replace(/-[\w-]{8}\.js$/, '');
  const languages = files.filter((file) => /^[a-z]{2}-[\w-]{8}\.js$/.test(path.basename(file)));
  const [largest] = languages.toSorted((one, other) => statSync(other).size - statSync(one).size);
  return files
    .filter((file) => ![...notUntilReceipt, 'suggestions'].includes(named(file)))
    .filter((file) => file === largest || !languages.includes(file));
}

const notUntilReceipt = ['list-requests', 'discover', 'poll-request-id', 'qr-code', 'feedback', 'send-update', 'store'];

function staticClosure(file: string): ReadonlySet<string> {
  return closure(file, ['value']);
}

function closure(file: string, kinds: readonly Kind[], seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const kind of kinds) importedBy(file, kind).forEach((next) => closure(next, kinds, seen));
  return seen;
}

/** How many files below this one wait for one another, itself included. Those that are fetched together with it wait for none. */
function depth(file: string, together: ReadonlySet<string> = new Set()): number {
  const below = importedBy(file, 'value').map((next) => depth(next, together) + (together.has(next) ? 0 : 1));
  return Math.max(1, ...below);
}

type Kind = 'value' | 'lazy';

function importedBy(file: string, kind: Kind): readonly string[] {
  if (!existsSync(file)) throw new Error(`${file} is imported but was not built.`);
  return importsOf(file, readFileSync(file, 'utf8'))
    .filter((one) => one.kind === kind)
    .map(({ from }) => path.resolve(path.dirname(file), from));
}
