import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writtenIn } from './written-in.ts';

describe('the line for the clerk', () => {
  it('names the language in the city’s language, and by its own name', () => {
    assert.equal(writtenIn('es', 'en'), 'Written in Spanish (español).');
    assert.equal(writtenIn('es-MX', 'en-US'), 'Written in Spanish (español).');
    assert.equal(writtenIn('zh-Hant', 'en'), 'Written in Traditional Chinese (繁體中文).');
    assert.equal(writtenIn('en', 'es'), 'Escrito en inglés (English).');
  });

  it('is not there where both are the same', () => {
    assert.equal(writtenIn('en-US', 'en'), undefined);
    assert.equal(writtenIn('en-GB'), undefined);
    assert.equal(writtenIn('zh-Hans', 'zh-TW'), undefined);
  });

  it('knows those that Intl does not', () => {
    assert.equal(writtenIn('ht', 'en'), 'Written in Haitian Creole (Kreyòl ayisyen).');
    assert.equal(writtenIn('tl', 'en'), 'Written in Tagalog.');
    assert.equal(writtenIn('en', 'ht'), 'Lang: English.');
  });

  it('says the names alone for a city whose language has no sentence, and never throws', () => {
    assert.equal(writtenIn('es', 'fi'), 'espanja (español)');
    assert.equal(writtenIn('x', '!'), 'x');
  });
});
