import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Outcomes } from './outcomes.ts';

describe('how a question ended', () => {
  let told: string[];
  let outcomes: Outcomes;
  beforeEach(() => {
    told = [];
    outcomes = new Outcomes((...ending) => told.push(ending.filter((one) => one !== undefined).join(' ')));
  });

  it('is an answer once the resident says so, each answer once', () => {
    outcomes.opened('brush');
    assert.deepEqual(told, []);
    outcomes.said('brush', 'yes');
    outcomes.opened('brush');
    outcomes.said('brush', 'yes');
    outcomes.opened('trash');
    outcomes.said('trash', 'yes');
    outcomes.left();
    assert.deepEqual(told, ['answered brush', 'answered trash']);
  });

  it('is left open where an answer was read, nothing was said, and the page was left', () => {
    outcomes.opened('brush');
    outcomes.left();
    outcomes.left();
    assert.deepEqual(told, ['left-after-answer brush']);
  });

  it('is told again where the page comes back and another answer is read', () => {
    outcomes.opened('brush');
    outcomes.left();
    outcomes.opened('trash');
    outcomes.left();
    assert.deepEqual(told, ['left-after-answer brush', 'left-after-answer trash']);
  });

  it('is nothing where no answer was read: leaving alone is never a success', () => {
    outcomes.left();
    assert.deepEqual(told, []);
  });

  it('names the last of several answers that were read', () => {
    outcomes.opened('brush');
    outcomes.opened('trash');
    outcomes.left();
    assert.deepEqual(told, ['left-after-answer trash']);
  });

  it('is nothing after “no”, until another answer is read', () => {
    outcomes.opened('brush');
    outcomes.said('brush', 'no');
    outcomes.left();
    outcomes.opened('brush');
    outcomes.left();
    assert.deepEqual(told, []);
    outcomes.opened('trash');
    outcomes.left();
    assert.deepEqual(told, ['left-after-answer trash']);
  });

  it('is an answer where “no” turns into “yes”', () => {
    outcomes.opened('brush');
    outcomes.said('brush', 'no');
    outcomes.said('brush', 'yes');
    assert.deepEqual(told, ['answered brush']);
  });

  it('is left to the form where the resident goes on to report it', () => {
    outcomes.opened('brush');
    outcomes.goesOn();
    outcomes.left();
    assert.deepEqual(told, []);
  });

  it('is a report, after an answer or without one', () => {
    outcomes.submitted();
    outcomes.opened('brush');
    outcomes.opened('trash');
    outcomes.submitted();
    outcomes.left();
    outcomes.submitted();
    assert.deepEqual(told, ['submitted-without-answer', 'submitted-after-answer trash', 'submitted-without-answer']);
  });

  it('is a report also after an answer that was called none', () => {
    outcomes.opened('brush');
    outcomes.said('brush', 'no');
    outcomes.submitted();
    assert.deepEqual(told, ['submitted-after-answer brush']);
  });

  it('is nothing found, once for the same words', () => {
    outcomes.nothingFound('chickens');
    outcomes.nothingFound('  Chickens ');
    outcomes.nothingFound('chickens  in town');
    outcomes.nothingFound('chickens');
    outcomes.nothingFound(' ');
    assert.deepEqual(told, ['no-result chickens', 'no-result chickens  in town']);
  });
});
