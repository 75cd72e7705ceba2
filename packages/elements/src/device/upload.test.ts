import { expect } from '@open-wc/testing';
import { createClient } from '@citydesk/open311';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { preparePhoto } from './photo.ts';
import { uploadingFetch } from './upload.ts';

/** A photo of half a megabyte and more: large enough to go out in several pieces. */
async function largePhoto(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1200, 900);
  const context = canvas.getContext('2d')!;
  const noise = context.createImageData(1200, 900);
  for (let at = 0; at < noise.data.length; at += 65_536) crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
  context.putImageData(noise, 0, 0);
  return (await preparePhoto(await canvas.convertToBlob(), { most: 2_000_000 })).blob;
}

describe('a photo on its way', () => {
  let city: TestCity;
  let photo: Blob;
  before(async () => (photo = await largePhoto()));
  beforeEach(async () => (city = await freshCity({ seed: 'three-rivers' })));
  afterEach(() => city.close());

  const shares: number[] = [];
  beforeEach(() => void shares.splice(0));
  const sent = (options: { endpoint?: string; preflight?: boolean; signal?: AbortSignal } = {}) => {
    const { endpoint = city.endpoint, preflight, signal } = options;
    const fetch = uploadingFetch({ progress: (share) => shares.push(share), preflight });
    const client = createClient({ endpoint, media: 'multipart:media[]', fetch });
    const media = [photo, photo, photo];
    return client.submitRequest({ serviceCode: 'graffiti', addressString: 'Here', media }, { signal });
  };
  const failureOf = (sending: Promise<unknown>) =>
    sending.then(
      () => 'none',
      (error: Error) => error.name,
    );

  it('tells how far it is, and arrives as it would otherwise', async () => {
    const { serviceRequestId } = await sent();
    expect(shares[0]).to.equal(0);
    expect(shares.at(-1)).to.equal(1);
    expect(shares.filter((share) => share === 1)).to.have.length(1);
    expect([...shares].sort((one, other) => one - other)).to.deep.equal(shares);
    const kept = await city.photos(serviceRequestId!);
    expect(kept.map(({ size }) => size)).to.deep.equal([photo.size, photo.size, photo.size]);
  });

  it('fails as it would otherwise', async () => {
    await city.fail({ route: 'post', kind: 'attribute-400', attribute: 'size' });
    expect(await failureOf(sent())).to.equal('RejectedError');
    await city.fail({ route: 'post', kind: 'html' });
    expect(await failureOf(sent())).to.equal('UnreadableError');
    await city.fail({ route: 'post', kind: 'down' });
    expect(await failureOf(sent())).to.equal('NetworkError');
  });

  it('can be stopped, and then the city has no report', async () => {
    const before = (await city.rows()).length;
    const stop = new AbortController();
    const sending = sent({ signal: stop.signal });
    stop.abort(new DOMException('Stopped', 'AbortError'));
    expect(await failureOf(sending)).to.equal('AbortError');
    expect(await city.rows()).to.have.length(before);
    // Also at once, when it is told that nothing has gone out yet.
    const early = new AbortController();
    const listening = uploadingFetch({ progress: () => early.abort(new Error('Early')) });
    const init = { method: 'POST', body: new FormData(), signal: early.signal };
    expect(await listening(`${city.endpoint}requests.json`, init).catch(String)).to.equal('Error: Early');
  });

  it('says where it was redirected that it was, as a client has to know', async () => {
    const form = new FormData();
    const redirected = (redirect: RequestRedirect) =>
      uploadingFetch({ progress: () => {} })('/__redirect', { method: 'POST', body: form, redirect });
    // No server of the tests redirects: the address that answered is put in its place.
    const found = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'responseURL')!;
    Object.defineProperty(XMLHttpRequest.prototype, 'responseURL', {
      get: () => `${location.origin}/elsewhere`,
      configurable: true,
    });
    try {
      expect((await redirected('manual')).status).to.equal(302);
      expect(await redirected('error').catch(({ name }: Error) => name)).to.equal('TypeError');
      expect((await redirected('follow')).status).to.equal(404);
    } finally {
      Object.defineProperty(XMLHttpRequest.prototype, 'responseURL', found);
    }
  });

  it('asks no other origin beforehand whether it may, unless that one is known to answer', async () => {
    // A city on another origin that refuses every preflight, and tells what it heard.
    const { origin } = (await (await fetch('/__conformance')).json()) as { origin: string };
    const heard = async (run: string) => {
      const all = (await (await fetch(`${origin}/${run}/0/heard`)).json()) as { line: string }[];
      return all.map(({ line }) => line.split(' ')[0]);
    };
    await sent({ endpoint: `${origin}/plain/0/open311/v2/` }).catch(() => {});
    expect([await heard('plain'), shares]).to.deep.equal([['POST'], []]);
    expect(await failureOf(sent({ endpoint: `${origin}/told/0/open311/v2/`, preflight: true }))).to.equal(
      'NetworkError',
    );
    expect(await heard('told')).not.to.include('POST');
  });

  it('is a plain fetch for all that is asked', async () => {
    const fetch = uploadingFetch({ progress: (share) => shares.push(share) });
    expect(await createClient({ endpoint: city.endpoint, fetch }).services()).not.to.have.length(0);
    expect(shares).to.deep.equal([]);
  });
});
