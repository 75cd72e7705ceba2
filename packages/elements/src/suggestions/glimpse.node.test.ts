import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { glimpsesIn } from './glimpse.ts';

const today = '2026-11-24';
const ids = (json: unknown) => glimpsesIn(json, today, 'en').map(({ id }) => id);

describe('the first look at an FAQ file', () => {
  it('reads a list alone, or one in a file with a language', () => {
    const entries = [{ id: 7, title: 'Bins?', body: 'Yes.', aliases: ['cart'], services: ['missed_trash', 3] }];
    const [alone] = glimpsesIn(entries, today, 'en');
    const expected = {
      id: '7',
      title: 'Bins?',
      aliases: ['cart'],
      services: ['missed_trash', '3'],
      body: 'Yes.',
      lines: 'Yes.',
    };
    assert.deepEqual(alone, { ...expected, locale: undefined });
    assert.deepEqual(glimpsesIn({ language: 'es', entries }, today, 'en'), [{ ...expected, locale: 'es' }]);
  });

  it('takes first lines without signs of Markdown and without addresses, and none of HTML', () => {
    const body = '## Bins\n\n**Once** a [week](https://example.gov).\n- By 6 am';
    const [markdown, html] = glimpsesIn(
      [
        { title: 'A', body },
        { title: 'B', body: '<p>Yes &amp; no</p>', format: 'html' },
      ],
      today,
      'en',
    );
    assert.equal(markdown?.lines?.replace(/\s+/g, ' '), 'Bins Once a week. By 6 am');
    assert.deepEqual([html?.lines, html?.body?.trim()], [undefined, 'Yes &amp; no']);
  });

  it('leaves out what is expired, says nothing, or has no title', () => {
    const entries = [
      { id: 'old', title: 'Old?', body: 'No.', expires: '2026-11-23' },
      { id: 'today', title: 'Today?', body: 'Yes.', expires: today },
      { id: 'odd', title: 'Odd?', body: 'Yes.', expires: 'in May' },
      { id: 'empty', title: 'Empty?', body: '' },
      { id: 'page', title: 'Page?', url: '/page/' },
      { id: 'untitled', body: 'Yes.' },
    ];
    assert.deepEqual(ids(entries), ['today', 'odd', 'page']);
    assert.deepEqual(ids({ answers: 'a/{id}.html', entries: [{ id: 'apart', title: 'Apart?' }] }), ['apart']);
  });

  it('shows each id once, in the language that fits', () => {
    const entries = ['es', 'en-US', 'de'].map((locale) => ({ id: 'bin', title: locale, body: 'x', locale }));
    assert.deepEqual(
      glimpsesIn(entries, today, 'en-GB').map(({ title }) => title),
      ['en-US'],
    );
  });

  it('finds nothing in what is no such file, and never throws', () => {
    for (const json of [undefined, null, 3, 'text', {}, { entries: 3 }, [null, 3, 'text', [], { title: 3 }]]) {
      assert.deepEqual(ids(json), [], JSON.stringify(json));
    }
  });
});
