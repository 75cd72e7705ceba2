import { expect } from '@open-wc/testing';
import { createClient } from './index.ts';

/** What the browser itself would put on the wire for each call. */
function recording(): { requests: Request[]; fetch: typeof globalThis.fetch } {
  const requests: Request[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      return new Response('[{"service_request_id":"7"}]');
    },
  };
}

describe('the client in a browser', () => {
  it('takes an endpoint relative to the page', async () => {
    const { requests, fetch } = recording();
    await createClient({ endpoint: '/open311/v2', fetch }).request('7');
    expect(requests[0]?.url).to.equal(`${location.origin}/open311/v2/requests/7.json`);
  });

  it('sends only what needs no preflight', async () => {
    const { requests, fetch } = recording();
    const client = createClient({ endpoint: 'https://311.city.example/v2/', apiKey: 'k', locale: 'es', fetch });
    await client.request('7');
    await client.submitRequest({ serviceCode: '006', attributes: { A: ['1'] } });
    for (const { headers } of requests) {
      expect(Object.fromEntries([...headers].filter(([name]) => name !== 'content-type'))).to.deep.equal({
        'accept-language': 'es',
      });
    }
    expect(requests[1]?.headers.get('content-type')).to.match(/^application\/x-www-form-urlencoded/);
    expect(await requests[1]?.text()).to.equal('api_key=k&service_code=006&attribute%5BA%5D%5B%5D=1');
  });

  it('uses the page’s own fetch, bound to the page', async () => {
    const endpoint = new URL('/no-city-here/', location.href).href;
    const failure: unknown = await createClient({ endpoint })
      .services()
      .catch((error: unknown) => error);
    expect(failure).to.have.property('status', 404);
  });
});
