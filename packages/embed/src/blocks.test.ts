import { expect, fixture, html } from '@open-wc/testing';
import { fillBlocks } from './blocks.ts';

describe('The blocks of a page that lets no element through', () => {
  it('get the element they stand for, with their attributes, and what they hold inside it', async () => {
    const place = await fixture<HTMLElement>(
      html`<div><div data-citydesk="faq-panel" data-citydesk-tracker-url="/track/" id="mine"><p>Call us</p></div></div>`,
    );
    fillBlocks();
    const panel = place.querySelector('#mine > citydesk-faq-panel');
    expect(panel?.getAttribute('tracker-url')).to.equal('/track/');
    expect(panel?.getAttributeNames()).to.deep.equal(['tracker-url']);
    expect(panel?.textContent).to.equal('Call us');
  });

  it('are filled once, also when the page moves or clones them', async () => {
    const place = await fixture<HTMLElement>(html`<div><div data-citydesk="faq-panel"></div></div>`);
    fillBlocks();
    const block = place.firstElementChild!;
    place.append(block.cloneNode(true));
    place.append(block);
    fillBlocks();
    expect(place.querySelectorAll('citydesk-faq-panel').length).to.equal(2);
  });

  it('stay as they are where they name no widget', async () => {
    const place = await fixture<HTMLElement>(html`<div><div data-citydesk="script">Words</div></div>`);
    fillBlocks();
    expect(place.innerHTML).to.contain('Words');
    expect(place.querySelector('[data-citydesk]')?.childElementCount).to.equal(0);
  });
});
