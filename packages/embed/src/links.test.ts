import { expect, fixture, html } from '@open-wc/testing';
import { upgradeLinks } from './links.ts';

const script = 'https://311.example.gov/citydesk/0.1.0/citydesk.js';
const form = 'https://311.example.gov/citydesk/embed?widget=request-form';

describe('A plain link to the form', () => {
  it('becomes the widget where it stands alone, and is its fallback', async () => {
    const place = await fixture<HTMLElement>(html`<div><p><a href=${form}>Report a problem</a></p></div>`);
    upgradeLinks(script, {});
    const widget = place.querySelector('p > citydesk-request-form');
    expect(widget?.getAttribute('endpoint')).to.equal('https://311.example.gov/open311/v2/');
    expect(widget?.querySelector('a')?.href).to.equal(form);
    upgradeLinks(script, {});
    expect(place.querySelectorAll('citydesk-request-form').length).to.equal(1);
  });

  it('names the widget and nothing else: the page’s own endpoint holds', async () => {
    const address = 'https://311.example.gov/citydesk/embed?widget=status-tracker&endpoint=https://evil.example/';
    const place = await fixture<HTMLElement>(html`<div><a href=${address}>Follow a report</a></div>`);
    upgradeLinks(script, { endpoint: 'https://other.example.gov/open311/v2/' });
    expect(place.querySelector('citydesk-status-tracker')?.getAttributeNames()).to.deep.equal([]);
  });

  it('stays a link in a sentence, in a menu, in a list, and inside a widget', async () => {
    const link = () => html`<a href=${form}>Report a problem</a>`;
    const place = await fixture<HTMLElement>(
      html`<div>
        <p>You can ${link()} here.</p>
        <nav><div>${link()}</div></nav>
        <ul>
          <li>${link()}</li>
        </ul>
        <citydesk-unknown><p>${link()}</p></citydesk-unknown>
      </div>`,
    );
    upgradeLinks(script, {});
    expect(place.querySelector('citydesk-request-form')).to.equal(null);
    expect(place.querySelectorAll('a').length).to.equal(4);
  });

  it('stays a link where it leads to a server that is neither the script’s nor the endpoint’s, as one in a comment may', async () => {
    const place = await fixture<HTMLElement>(
      html`<div><p><a href="https://evil.example/citydesk/embed?widget=request-form">Report a problem</a></p></div>`,
    );
    upgradeLinks(script, { endpoint: 'https://city.example.gov/open311/v2/' });
    expect(place.querySelector('citydesk-request-form')).to.equal(null);
  });
});
