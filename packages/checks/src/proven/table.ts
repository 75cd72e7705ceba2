// The table of the README: which verbs, what each shows, and the figure that its last whole run has proven.

import type { Proof } from './prove.ts';

type ProofOf = (verb: string) => Proof | undefined;

interface Row {
  readonly verb: string;
  readonly shows: string;
  readonly figure: string;
}

/** In the order of the table. */
export const verbs: readonly (readonly [verb: string, shows: string])[] = [
  ['a11y', 'axe and IBM Equal Access find nothing, nor do our own checks and a keyboard, in any state of any widget'],
  ['a11y:mutants', 'defects that are put in on purpose turn these checks red'],
  ['a11y:names', 'three browsers call each control the same, as it is seen'],
  ['a11y:orca', 'a real screen reader says all that has to be heard'],
  ['acr', 'the [accessibility conformance report](docs/reference/accessibility/index.md) cites tests that ran'],
  ['i18n:check', 'every language has every message, in that language'],
  ['i18n:pseudo', 'no word is left in English, longer words fit, right to left is mirrored'],
  ['i18n:readability', 'the English is plain'],
  ['e2e:keyboard', 'a report is filed, found and answered with only a keyboard'],
  ['e2e:autofill', 'the browser fills in who a resident is'],
  ['e2e:translate', 'page translators switch the widgets, which lose nothing'],
];

const [begin, end] = ['<!-- proven: npm run proven writes this -->', '<!-- /proven -->'];

/** What has not run, or has failed. */
export function faultsOf(proofOf: ProofOf): readonly string[] {
  return verbs.flatMap(([verb]) => {
    const proof = proofOf(verb);
    if (!proof) return [`${verb} has not run as a whole. Run it: npm run ${verb}`];
    return proof.holds ? [] : [`${verb} has failed: ${proof.figure}. Run it again: npm run ${verb}`];
  });
}

export function rowsOf(proofOf: ProofOf): readonly Row[] {
  return verbs.flatMap(([verb, shows]) => {
    const proof = proofOf(verb);
    return proof?.holds ? [{ verb, shows, figure: proof.figure }] : [];
  });
}

/**
 * The page with these rows in place of those it had.
 * @throws Error where it has no place for them
 */
export function withTable(page: string, rows: readonly Row[]): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no place for the table, between ${begin} and ${end}.`);
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const lines = rows.map(({ verb, shows, figure }) => `| \`npm run ${verb}\` | ${cell(shows)} | ${cell(figure)} |`);
  const table = ['| command | shows that | figure |', '| --- | --- | --- |', ...lines].join('\n');
  return `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`;
}
