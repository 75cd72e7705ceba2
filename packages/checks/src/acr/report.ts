// The conformance report: what is said of each criterion, and what stands behind it. A criterion is supported where tests ran and a defect of its kind was
// seeded and turned one of them red.

import type { Mutant } from '../mutants/mutant.ts';
import type { Proof } from '../proven/prove.ts';
import { goalsAAA, levelA, levelAA, type Criterion } from './criteria.ts';
import { en301549, section508, untested, type Chapter, type Statement } from './other-standards.ts';

export type Level = 'supports' | 'partially-supports' | 'not-applicable';

export interface Said {
  readonly num: string;
  readonly handle: string;
  readonly level: Level;
  readonly remark: string;
}

export interface Part {
  readonly id: string;
  readonly label: string;
  readonly component: 'web' | 'none';
  readonly notes?: string;
  readonly disabled?: true;
  readonly said: readonly Said[];
}

export interface Report {
  readonly parts: readonly Part[];
  /** What is cited and is not in the proofs. */
  readonly faults: readonly string[];
}

export interface Evidence {
  readonly proofOf: (verb: string) => Proof | undefined;
  readonly mutants: readonly Mutant[];
}

export function reportOn(evidence: Evidence): Report {
  const faults: string[] = [];
  const cited = (list: readonly Criterion[]) => list.map((one) => saidOf(one, evidence, faults));
  const [a, aa, aaa] = [cited(levelA), cited(levelAA), cited(goalsAAA)];
  const byNum = new Map([...a, ...aa, ...aaa].map((one) => [one.num, one]));
  const wcag = [
    { id: 'success_criteria_level_a', label: 'Table 1: Success Criteria, Level A', said: a },
    { id: 'success_criteria_level_aa', label: 'Table 2: Success Criteria, Level AA', said: aa },
    {
      id: 'success_criteria_level_aaa',
      label: 'Table 3: Success Criteria, Level AAA',
      notes: 'Goals that were set; the other criteria of this level were not evaluated.',
      said: aaa,
    },
  ];
  const orca = evidence.proofOf('a11y:orca');
  if (!orca?.holds) faults.push('Orca is said to be tested, but a11y:orca has not run, or has failed.');
  return {
    parts: [
      ...wcag.map((one): Part => ({ ...one, component: 'web' })),
      ...[...section508, ...en301549].map((one) => partOf(one, byNum)),
    ],
    faults: [...new Set(faults)],
  };
}

function saidOf({ num, handle, verdict }: Criterion, evidence: Evidence, faults: string[]): Said {
  if ('absent' in verdict) return { num, handle, level: 'not-applicable', remark: verdict.absent };
  if ('open' in verdict) return { num, handle, level: 'partially-supports', remark: verdict.open };
  const seeded = evidence.mutants.filter(({ breaks }) => breaks?.includes(num));
  const caught = evidence.proofOf('a11y:mutants')?.caught ?? [];
  const turned = seeded.filter(({ name }) => caught.includes(name));
  if (turned.length === 0) faults.push(`${num} ${handle}: no seeded defect of its kind was caught.`);
  const tests = [...new Set(turned.map(({ state }) => `a11y: ${state}`)), ...verdict.proven];
  for (const test of tests) {
    const [, verb = '', name = ''] = /^(\S+): (.+)$/.exec(test) ?? [];
    const proof = evidence.proofOf(verb);
    if (!proof) faults.push(`${num} ${handle} cites “${test}”, but ${verb} has not run.`);
    else if (!proof.tests?.includes(name))
      faults.push(`${num} ${handle} cites “${test}”, which ${verb} does not have.`);
    else if (!proof.holds) faults.push(`${num} ${handle} cites “${test}”, but ${verb} has failed.`);
  }
  const list = (all: readonly string[]) => all.map((one) => `“${one}”`).join(', ');
  const remark =
    `${verdict.remark ? `${verdict.remark} ` : ''}Tests: ${list(tests)}. ` +
    `Red when: ${list(turned.map(({ name }) => name))}.`;
  return { num, handle, level: 'supports', remark };
}

function partOf({ statements = [], ...chapter }: Chapter, byNum: ReadonlyMap<string, Said>): Part {
  return { ...chapter, component: 'none', said: statements.map((one) => statementOf(one, byNum)) };
}

function statementOf({ num, handle, by, absent, open, remark }: Statement, byNum: ReadonlyMap<string, Said>): Said {
  if (absent) return { num, handle, level: 'not-applicable', remark: absent };
  if (open || !by) return { num, handle, level: 'partially-supports', remark: open ?? '' };
  const isProven = by.every((one) => byNum.get(one)?.level === 'supports');
  const why = `By WCAG ${by.join(', ')}, above${isProven ? '' : ', not all of which are proven'}.`;
  return {
    num,
    handle,
    level: isProven ? 'supports' : 'partially-supports',
    remark: remark ? `${why} ${remark}` : why,
  };
}

const product =
  'Web components that put service requests on a city’s website: the report form, the status tracker, the answers, the button in the corner.';

const methods =
  'axe-core and IBM Equal Access on every base state, in widths, directions and themes; own checks; a keyboard walk through every state; ' +
  'role and name of every control in Chromium, Firefox and WebKitGTK; Orca with Chromium through a whole report. Defects were seeded to see these checks turn red. ' +
  `Not tested: ${untested.join(', ')}. No people with disabilities have taken part.`;

/** As OpenACR writes it. */
export function openAcrOf({ parts }: Report) {
  return {
    title: 'Citydesk Accessibility Conformance Report',
    product: { name: 'Citydesk', version: '0.1.0', description: product },
    // The format wants an address; there is none but the issues of the repository, and this one cannot be mistaken for any.
    author: { name: 'The Citydesk contributors', email: 'nobody@citydesk.invalid' },
    feedback: 'Through the issues of the repository, as with any defect.',
    // When people last went through the remarks; the rest is made anew by every run.
    report_date: 'November 22, 2026',
    version: 1,
    notes:
      '“Supports” is said only where tests ran and a seeded defect of that kind turned one of them red. “Partially Supports” also stands where no defect is known, but nothing proves that there is none; the remark says so.',
    evaluation_methods_used: methods,
    license: 'MIT',
    catalog: '2.5-edition-wcag-2.2-508-eu-en',
    chapters: Object.fromEntries(
      parts.map(({ id, component, notes, disabled, said }) => [
        id,
        {
          ...(notes && { notes }),
          ...(disabled && { disabled }),
          ...(said.length > 0 && {
            criteria: said.map(({ num, level, remark }) => ({
              num,
              components: [{ name: component, adherence: { level, notes: remark } }],
            })),
          }),
        },
      ]),
    ),
  };
}
