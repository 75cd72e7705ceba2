import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerIn, reportLink } from './report-link.ts';

describe('the link into the form', () => {
  it('carries the words, the service and the answer', () => {
    const link = reportLink('/report/', { words: ' my bin & lid ', service: 'missed_trash', answer: 'trash missed' });
    assert.equal(link, '/report/#citydesk:words=my%20bin%20%26%20lid&service=missed_trash&answer=trash%20missed');
  });

  it('leaves out what is not known, and is never taken for a link to an answer', () => {
    const link = reportLink('/report/?a=1#top', { words: '', answer: 'brush' });
    assert.equal(link, '/report/?a=1#citydesk:words=&answer=brush');
    assert.equal(answerIn(new URL(link, 'https://city.example').hash), undefined);
  });

  it('can be made from any words', () => {
    const words = '\ud800 100 % #1 + “ü”';
    const { hash } = new URL(reportLink('https://city.example/', { words }));
    assert.equal(new URLSearchParams(hash.slice('#citydesk:'.length)).get('words'), '\ufffd 100 % #1 + “ü”');
  });
});

describe('the link to an answer', () => {
  it('names it by its id, whatever that is made of', () => {
    assert.equal(answerIn('#citydesk:answer=brush-days'), 'brush-days');
    assert.equal(answerIn(`#citydesk:answer=${encodeURIComponent('müll & laub')}`), 'müll & laub');
    assert.equal(answerIn('#citydesk:answer=brush&from=mail'), 'brush');
    assert.equal(answerIn('#citydesk:answer=100%'), '100%');
  });

  it('is no other link', () => {
    for (const fragment of [
      '',
      '#answer=brush',
      '#citydesk:answer=',
      '#citydesk:request=1',
      '#citydesk:service=x&answer=y',
    ])
      assert.equal(answerIn(fragment), undefined);
  });
});
