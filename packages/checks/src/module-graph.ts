// Which built files a browser fetches from the script tag on, and in how many round trips: read from the files' own imports, so that no list
// of hashed names has to be kept.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf } from './arrows.ts';

export interface BuiltTag {
  /** The tag's entry with all it imports before the first field can stand: the loader, the request form and its first screen. */
  readonly firstField: readonly string[];
  /** The same where the page says what it is, and the form begins with the place. */
  readonly firstPlace: readonly string[];
  /** What is there when typed words find a service: the first field, the client, the search, the sieve for danger and the city file's reader. */
  readonly wordsFound: readonly string[];
  /** What a report in the resident's own words fetches until its receipt stands, without what the city says beside it. */
  readonly untilReceipt: readonly string[];
  /** The same where its address is found, and looked around: for others who are responsible, and for the same report. */
  readonly withPlace: readonly string[];
  /** What keeps a report while it is written, freezes it, keeps it frozen and sends it, without the library for databases that the tracker shares. */
  readonly outbox: readonly string[];
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

  const begun = (screen: string) => [
    ...new Set([...loader, ...staticClosure(form.chunk), ...partsOf(form.chunk, [screen])]),
  ];
  const firstField = begun('what');
  const parts = partsOf(form.chunk, ['client', 'search', 'city-file', 'alert']);
  const asking = partsOf(tracker.chunk, ['client', 'city-file']);
  // The client may fetch what reads a report only when it asks for one.
  const reading = asking
    .flatMap((file) => importedBy(file, 'lazy'))
    .filter((file) => /^decode-requests-/.test(path.basename(file)));
  const trackerStands = new Set([...loader, ...staticClosure(tracker.chunk)]);
  return {
    firstField,
    firstPlace: begun('where'),
    wordsFound: [...new Set([...firstField, ...parts])],
    untilReceipt: [...new Set([...firstField, ...parts, ...laterThan(form.chunk, plainReport)])],
    withPlace: [...new Set([...firstField, ...parts, ...laterThan(form.chunk, withPlace)])],
    outbox: laterThan(form.chunk, ['keeping', 'outbox', 'times']).filter((file) =>
      /^(keeping|outbox|times|kept-draft)-/.test(path.basename(file)),
    ),
    trackedReport: [...new Set([...trackerStands, ...asking, ...reading])],
    trackerBesideForm: [...trackerStands].filter((file) => !firstField.includes(file)),
    roundTrips: {
      'request-form': depth(entry) + depth(form.chunk, form.together),
      'status-tracker': depth(entry) + depth(tracker.chunk, tracker.together),
    },
  };
}

/** The widget's chunk as the entry fetches it: `$in("request-form.js","common.js")`, the first with all others beside it. */
function fetchedBy(entry: string, widget: Widget): Fetched {
  for (const [, names = ''] of readFileSync(entry, 'utf8').matchAll(/\$in\(("[^)]+")\)/g)) {
    const [chunk = '', ...beside] = (JSON.parse(`[${names}]`) as string[]).map((name) =>
      path.resolve(path.dirname(entry), 'citydesk', name),
    );
    if (path.basename(chunk).startsWith(widget)) return { chunk, together: new Set(beside) };
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

/** What a report in the resident's own words fetches after they have found a service. */
const plainReport = [
  'where',
  'triage-part',
  'decode-definition',
  'later',
  'send-request',
  'decode-errors',
  'decode-receipt',
] as const;

/** And what it fetches where the city finds addresses, hands over to others, and looks for the same report nearby. */
const withPlace = [...plainReport, 'place-part', 'photon', 'around', 'list-requests', 'decode-requests'] as const;

/** These parts, wherever below a widget's chunk they are fetched from, with all they need. */
function laterThan(chunk: string, parts: readonly string[]): readonly string[] {
  const all = [...closure(chunk, ['value', 'lazy'])];
  return parts.flatMap((part) => {
    const found = all.find((file) => path.basename(file).startsWith(`${part}-`));
    if (!found) throw new Error(`Nothing below ${chunk} fetches ${part} any more.`);
    return [...staticClosure(found)];
  });
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
