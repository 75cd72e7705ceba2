import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countedLanguages } from '@citydesk/core/counts';
import { languages } from '../messages/languages.ts';

describe('the languages that are counted', () => {
  it('are those that the widgets speak', () => {
    assert.deepEqual(countedLanguages, Object.keys(languages));
  });
});
