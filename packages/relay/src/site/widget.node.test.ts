import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { siteRoutes } from '../site.ts';
import type { SiteOptions } from './site-options.ts';

const options: SiteOptions = {
  city: {
    services: () =>
      Promise.resolve([{ serviceCode: '1', serviceName: 'Pothole', metadata: false, keywords: [] }] as never),
    serviceDefinition: () => Promise.reject(new Error('no')),
  },
  submit: () => Promise.reject(new Error('no')),
  secret: 'x',
  cityName: 'Test city',
  phone: '269-555-0142',
  endpoint: '/open311/v2/',
  files: { version: '1.2.3', read: () => Promise.resolve(undefined) },
};
const get = async (query: string, more: Partial<SiteOptions> = {}) => {
  const answer = await siteRoutes({ ...options, ...more }).request(`http://relay.test/citydesk/embed${query}`);
  return { html: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' };
};

describe('the page for frames and links', () => {
  it('is taken over by the widget that its address names, and holds the plain form until then', async () => {
    const { html, policy } = await get('');
    assert.match(html, /<script type="module" src="citydesk\.js" data-frame/);
    assert.match(html, /data-endpoint="\/open311\/v2\/"/);
    assert.match(html, /<citydesk-request-form heading-level="1">[^]*<select[^]*<\/citydesk-request-form>/);
    assert.match(policy, /script-src 'self'; connect-src 'self';.*trusted-types citydesk; require-trusted-types-for/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    for (const name of ['faq-panel', 'status-tracker']) {
      const page = await get(`?widget=${name}`);
      assert.match(
        page.html,
        new RegExp(`<citydesk-${name} heading-level="1">[^]*269-555-0142[^]*</citydesk-${name}>`),
      );
    }
  });

  it('lets its address choose nothing else', async () => {
    const { html } = await get(
      '?widget="><script>alert(1)</script>&endpoint=https://evil.example/&config=//evil.example',
    );
    assert.doesNotMatch(html, /evil|alert/);
    assert.match(html, /<citydesk-request-form heading-level="1">/);
  });

  it('runs no script once a resident has begun without, nor where there are no built files', async () => {
    for (const page of [
      await get('?service_code='),
      await get('?service_code=no'),
      await get('', { files: undefined }),
    ]) {
      assert.doesNotMatch(page.html, /<script|<citydesk/);
      assert.doesNotMatch(page.policy, /script-src/);
    }
  });

  it('hands on the city file and the tracker’s page as the relay’s settings have them', async () => {
    const { html } = await get('', {
      cityFile: '/citydesk.json',
      trackerUrl: 'https://www.example.gov/track/?a=1&b="',
    });
    assert.match(html, /data-config="\/citydesk\.json"/);
    assert.match(html, /data-tracker-url="https:\/\/www\.example\.gov\/track\/\?a=1&amp;b=&quot;"/);
  });
});
