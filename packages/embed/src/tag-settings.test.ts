import { expect } from '@open-wc/testing';
import { tagSettings } from './tag-settings.ts';

describe('The settings on the script tag', () => {
  const tags: HTMLScriptElement[] = [];
  const tag = (src: string, data: Record<string, string>): void => {
    const script = document.createElement('script');
    script.type = 'text/plain'; // stands there, and is not run
    script.src = src;
    Object.assign(script.dataset, data);
    document.head.append(script);
    tags.push(script);
  };
  afterEach(() => tags.splice(0).forEach((script) => script.remove()));

  it('are the data attributes of the tag that loaded this address, in camel case', () => {
    tag('/elsewhere.js', { endpoint: 'no' });
    tag('/widgets/citydesk.js?v=2', { jurisdictionId: 'threerivers.mi.us', config: '/citydesk.json' });
    const settings = tagSettings(new URL('/widgets/citydesk.js?v=2', location.href).href);
    expect(settings).to.deep.equal({ jurisdictionId: 'threerivers.mi.us', config: '/citydesk.json' });
    expect(tags[1]?.outerHTML).to.contain('data-jurisdiction-id="threerivers.mi.us"');
  });

  it('are found by the name of the file when a server sent the browser on to another address', () => {
    tag('/latest/citydesk.js', { phone: '269-555-0142' });
    expect(tagSettings('https://cdn.example/1.2.3/citydesk.js')).to.deep.equal({ phone: '269-555-0142' });
  });

  it('are empty when the page has no such tag, as when an application imports the package', () => {
    tag('/not-citydesk.js', { phone: '1' });
    expect(tagSettings('https://cdn.example/assets/app-1234.js')).to.deep.equal({});
  });
});
