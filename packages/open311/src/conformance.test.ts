import { expect } from '@open-wc/testing';
import { cases } from '../test/conformance/cases.ts';
import { runtimeName, sayOutcome, runAll } from '../test/conformance/run-all.ts';

describe(`the conformance suite in ${runtimeName()}`, () => {
  it('holds in every case, on another origin that answers no preflight', async () => {
    const { origin } = (await (await fetch('/__conformance')).json()) as { origin: string };
    const outcome = await runAll(origin);
    console.log(sayOutcome(outcome));
    expect(outcome.failures).to.deep.equal([]);
    expect(outcome.run).to.equal(cases.length);
  }).timeout(120_000);
});
