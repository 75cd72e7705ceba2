import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { startLabCity } from './lane.ts';
import { naiveTooGood, runNaive } from './naive.ts';
import { ownFaults } from './own-faults.ts';

it('a naive client loses reports and files them twice under these faults, and needs neither where nothing goes wrong', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-naive-'));
  const city = await startLabCity(folder);
  const world = {
    cityPort: city.port,
    database: path.join(folder, 'city.sqlite'),
    scale: 200,
    each: 1,
    patience: 20_000,
  };
  try {
    const some = new Set([
      'login-after-commit',
      'reset-on-connect',
      'closed-after-commit',
      '502-after-commit',
      'null-bytes',
    ]);
    const faults = ownFaults.filter(({ id }) => some.has(id));
    const [login] = ownFaults.filter(({ id }) => id === 'login-after-commit');
    const result = await runNaive([...faults, { ...login!, id: 'login-before', when: 'request' }], world);
    assert.equal(result.sent, 6);
    assert.equal(result.lost, 1);
    assert.equal(result.twice, 3);
    assert.equal(naiveTooGood(result), undefined);
    assert.match(naiveTooGood({ ...result, lost: 0 })!, /too kind/);
    assert.match(naiveTooGood({ ...result, twice: 0 })!, /too kind/);
  } finally {
    await city.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
