import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { mutants } from '../mutants/mutants.ts';
import type { Proof } from '../proven/prove.ts';
import { states } from '../states/states.ts';
import { goalsAAA, levelA, levelAA } from './criteria.ts';
import { openAcrSchema } from './openacr-schema.ts';
import { pageOf } from './page.ts';
import { openAcrOf, reportOn } from './report.ts';

const all = [...levelA, ...levelAA, ...goalsAAA];
const cited = all.flatMap(({ verdict }) => ('proven' in verdict ? verdict.proven : []));

/** As if everything had run and held. */
function proofs(change: (proof: Proof) => Proof = (proof) => proof) {
  const verbs = new Map<string, string[]>([
    ['a11y', states.map(({ name }) => name)],
    ['a11y:mutants', []],
    ['a11y:orca', []],
  ]);
  for (const test of cited) {
    const [verb = '', name = ''] = test.split(/: (.*)/);
    verbs.set(verb, [...(verbs.get(verb) ?? []), name]);
  }
  const made = [...verbs].map(([verb, tests]): Proof => ({
    verb,
    tests,
    figure: 'all',
    holds: true,
    ...(verb === 'a11y:mutants' && { caught: mutants.map(({ name }) => name) }),
  }));
  return (verb: string) => made.map(change).find((proof) => proof.verb === verb);
}

describe('the conformance report', () => {
  it('speaks of all 56 criteria of WCAG 2.2 at levels A and AA, each once', () => {
    assert.equal(levelA.length + levelAA.length, 56);
    assert.equal(new Set(all.map(({ num }) => num)).size, all.length);
  });

  it('is an OpenACR, and has no faults where all has run and held', () => {
    const report = reportOn({ proofOf: proofs(), mutants });
    assert.deepEqual(report.faults, []);
    const ajv = new Ajv({ allErrors: true });
    assert.ok(ajv.validate(openAcrSchema, openAcrOf(report)), ajv.errorsText());
  });

  it('names a test and a seeded defect for whatever it supports', () => {
    const [a, aa, aaa] = reportOn({ proofOf: proofs(), mutants }).parts;
    for (const { num, level, remark } of [...a!.said, ...aa!.said, ...aaa!.said]) {
      if (level === 'supports') assert.match(remark, /Tests: “[^”]+”.*Red when: “[^”]+”/, num);
    }
  });

  it('says what was not tested', () => {
    const report = reportOn({ proofOf: proofs(), mutants });
    const page = pageOf(report, openAcrOf(report));
    for (const reader of ['VoiceOver', 'NVDA', 'JAWS', 'TalkBack', 'Dragon']) assert.match(page, new RegExp(reader));
  });

  it('is at fault where a cited test has not run, is not there, or has failed', () => {
    const without = (verb: string) => (asked: string) => (asked === verb ? undefined : proofs()(asked));
    assert.match(reportOn({ proofOf: without('a11y:names'), mutants }).faults.join(), /a11y:names has not run/);
    const empty = proofs((proof) => (proof.verb === 'a11y:names' ? { ...proof, tests: [] } : proof));
    assert.match(reportOn({ proofOf: empty, mutants }).faults.join(), /which a11y:names does not have/);
    const failed = proofs((proof) => (proof.verb === 'a11y' ? { ...proof, holds: false } : proof));
    assert.match(reportOn({ proofOf: failed, mutants }).faults.join(), /but a11y has failed/);
    assert.match(reportOn({ proofOf: without('a11y:orca'), mutants }).faults.join(), /Orca is said to be tested/);
  });

  it('is at fault where no seeded defect turned a test of a supported criterion red', () => {
    const missed = mutants.filter(({ breaks }) => breaks?.includes('2.1.2')).map(({ name }) => name);
    const proofOf = proofs((proof) => ({
      ...proof,
      ...(proof.caught && { caught: proof.caught.filter((name) => !missed.includes(name)) }),
    }));
    assert.deepEqual(reportOn({ proofOf, mutants }).faults, [
      '2.1.2 No Keyboard Trap: no seeded defect of its kind was caught.',
    ]);
  });
});
