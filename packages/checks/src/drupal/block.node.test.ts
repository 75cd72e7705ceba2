// The block's real PHP class; what it builds is rendered by a stand-in that knows tags and plain text, and refuses all else.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inPhp, noPhp, settings } from './module.ts';

describe('the block of the Drupal module', { skip: noPhp }, () => {
  it('is the form as it is placed, with what the filter would give', () => {
    const { html, tags, libraries } = inPhp('block', {});
    const { html: same } = inPhp('filter', { text: '[citydesk:request-form heading-level=2]' });
    assert.equal(html, same);
    assert.deepEqual({ tags, libraries }, { tags: ['config:citydesk.settings'], libraries: ['citydesk/widgets'] });
  });

  it('is whichever widget was chosen, with what was said of it', () => {
    const of = (configuration: object) => inPhp('block', { configuration }).html;
    assert.match(of({ widget: 'faq-panel' }), /^<citydesk-faq-panel /);
    assert.match(of({ widget: 'status-tracker', heading_level: 3 }), /^<citydesk-status-tracker .*heading-level="3"/);
    assert.match(of({ service_code: 'pothole', contact: 'none' }), / service-code="pothole" contact="none"/);
    const button = { widget: 'launcher', label_of_button: 'A "problem" <b>' };
    assert.match(of(button), /^<citydesk-launcher label="A &quot;problem&quot; &lt;b&gt;"><citydesk-request-form /);
    assert.equal(of({ widget: 'iframe' }), '');
  });

  it('only practises while a page is being arranged', () => {
    assert.match(inPhp('block', { preview: true }).html, / practice=""/);
    assert.doesNotMatch(inPhp('block', {}).html, /practice/);
  });

  it('shows the phone where there is no form without JavaScript', () => {
    const { html } = inPhp('block', { settings: { ...settings, plain_form: '' } });
    assert.match(html, />Please call <a href="tel:2695550142">269-555-0142<\/a></);
  });
});
