import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { current } from './current.ts';
import type { FaqEntry } from './faq-entry.ts';

const entry = (id: string, more: Partial<FaqEntry> = {}): FaqEntry => ({
  id,
  title: `About ${id}`,
  aliases: [],
  ...more,
});
const ids = (entries: readonly FaqEntry[]) => entries.map(({ id }) => id);
const today = '2026-11-24';

describe('the entries of a day', () => {
  it('are those that are true on it, to the end of their last day', () => {
    const all = [entry('a', { expires: '2026-11-23' }), entry('b', { expires: today }), entry('c')];
    const { entries, mistakes } = current(all, today);
    assert.deepEqual(ids(entries), ['b', 'c']);
    assert.deepEqual(mistakes, [
      '"About a" (id "a") expired on 2026-11-23 and is not shown. Check it and change the day, or take it out.',
    ]);
  });

  it('have each id once: the first that holds', () => {
    const all = [
      entry('a', { expires: '2020-01-01' }),
      entry('a', { title: 'Second' }),
      entry('a', { title: 'Third' }),
      entry('b'),
    ];
    const { entries, mistakes } = current(all, today);
    assert.deepEqual(
      entries.map(({ title }) => title),
      ['Second', 'About b'],
    );
    assert.match(mistakes[1]!, /^"Third" \(id "a"\) is not shown: another entry has the same id\./);
  });

  it('are in the language that is wanted, and in another where there is no translation', () => {
    const all = [
      entry('a', { locale: 'en' }),
      entry('a', { locale: 'es' }),
      entry('a', { locale: 'es-MX' }),
      entry('b', { locale: 'en' }),
    ];
    const locales = (locale?: string) => current(all, today, locale).entries.map((one) => one.locale);
    assert.deepEqual(locales('es'), ['es', 'en']);
    assert.deepEqual(locales('es-MX'), ['es-MX', 'en']);
    assert.deepEqual(locales('es-US'), ['es', 'en']);
    assert.deepEqual(locales('de'), ['en', 'en']);
    assert.deepEqual(locales(), ['en', 'en']);
    assert.deepEqual(current(all, today, 'es').mistakes, []);
  });

  it('have a title, and something to answer with', () => {
    const all = [
      entry('a', { title: ' ' }),
      entry('b', { body: ' ' }),
      entry('c', { body: '', url: '/c/' }),
      entry('d', { body: '', contact: { name: 'Public Works' } }),
      entry('e', { body: '', calendars: [{ name: 'brush', weekday: 'tue' }] }),
      entry('f', { body: undefined }),
    ];
    const { entries, mistakes } = current(all, today);
    assert.deepEqual(ids(entries), ['c', 'd', 'e', 'f']);
    assert.deepEqual(mistakes, [
      'The entry with the id "a" has no title and is not shown. Give it one.',
      '"About b" (id "b") has no answer and is not shown. Write one, or name the page that answers.',
    ]);
  });

  it('are not lost over a day that is none', () => {
    assert.deepEqual(
      ids(current([entry('a', { expires: '2026-02-30' }), entry('b', { expires: '1' })], today).entries),
      ['a', 'b'],
    );
  });

  it('come with a few sentences for the editor, not with thousands', () => {
    const { entries, mistakes } = current(
      Array.from({ length: 5000 }, () => entry('a')),
      today,
    );
    assert.equal(entries.length, 1);
    assert.equal(mistakes.length, 21);
    assert.equal(mistakes.at(-1), 'There are 4979 more mistakes like these.');
  });
});
