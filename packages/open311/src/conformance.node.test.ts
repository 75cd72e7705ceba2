import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cases } from '../test/conformance/cases.ts';
import { startCity } from '../test/conformance/city.ts';
import { runCase } from '../test/conformance/run-case.ts';
import { runtimeName } from '../test/conformance/run-all.ts';

describe(`the conformance suite in ${runtimeName()}`, { concurrency: 6 }, () => {
  const city = startCity();
  for (const [index, each] of cases.entries()) {
    it(each.title, async () => assert.equal(await runCase(each, `${(await city).origin}/node/${index}`), undefined));
  }

  it('has at least 150 cases, each with a title of its own', () => {
    assert.ok(cases.length >= 150, `${cases.length}`);
    assert.equal(new Set(cases.map(({ title }) => title)).size, cases.length);
  });
});
