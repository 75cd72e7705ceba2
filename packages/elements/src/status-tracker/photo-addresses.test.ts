import { openDeviceStore } from '../device/store.ts';
import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { corpus } from '../../test/corpus.ts';
import { ago, Follower, withoutFragment } from '../../test/following.ts';
import { ownDevice } from '../../test/own-device.ts';
import { nameOf } from '../../test/reading.ts';

type Row = Readonly<Record<string, unknown>>;

const row = (more: Row = {}): Row => ({
  service_request_id: '1',
  status: 'open',
  service_name: 'Pothole',
  requested_datetime: ago({ days: 2 }),
  ...more,
});

let city: TestCity | undefined;
afterEach(async () => {
  withoutFragment();
  await city?.close();
});

/** A tracker of a city that tells this of request 1. */
const reads = async (told: Row, width?: number) => {
  city = await freshCity({ seed: 'empty', canned: { 'requests/1.json': [row(told)] } });
  const follower = await Follower.comesTo(city, { 'request-id': '1' }, width ? { width } : {});
  await follower.until('a first sentence', () => follower.first !== '');
  return follower;
};
const entries = ({ root }: Follower) => [...root.querySelectorAll('.timeline > li')];

describe('addresses of photos', () => {
  ownDevice();

  /** What a browser would fetch over the web. */
  const isWeb = (address: string) => {
    try {
      return /^https?:\/\//i.test(address.trim()) && /^https?:$/.test(new URL(address).protocol);
    } catch {
      return false;
    }
  };
  const photoLinks = (place: ParentNode) => [...place.querySelectorAll<HTMLAnchorElement>('a.photo')];

  for (const [name, field, least] of [
    ['media-urls.jsonl', 'u', 20],
    ['urls-wpt.jsonl', 'input', 456],
  ] as const) {
    it(`of ${name} become links where they are of the web, and only there`, async function () {
      const lines = (await corpus(name)) ?? this.skip();
      // A comma in front of another address parts two.
      const addresses = lines.map((line) => String(line[field])).filter((one) => !/,\s*https?:/i.test(one));
      const follower = await reads({ notes: addresses.map((media_url, at) => ({ description: `n${at}`, media_url })) });
      await follower.sees(`n${addresses.length - 1}`);
      if (addresses.length > 50) await follower.presses(/^Show [\d,]+ older entries$/);
      const said = entries(follower).slice(2);
      const wrong = addresses.filter((address, at) => (photoLinks(said[at]!).length === 1) !== isWeb(address));
      const shown = addresses.filter(isWeb);
      console.log(
        `photo addresses of ${name}: ${said.length} run of ${addresses.length} expected, ${shown.length} of the web`,
      );
      expect(wrong).to.deep.equal([]);
      expect([lines.length >= least, said.length]).to.deep.equal([true, addresses.length]);
      for (const link of photoLinks(follower.root)) {
        expect(link.protocol).to.match(/^https?:$/);
        expect([link.referrerPolicy, link.rel, link.target]).to.deep.equal([
          'no-referrer',
          'noopener noreferrer',
          '_blank',
        ]);
      }
      expect([...follower.root.querySelectorAll('img')], 'nobody else is told of the visit').to.deep.equal([]);
      expect(
        [...follower.root.querySelectorAll('[href]')].map((one) => (one as HTMLAnchorElement).protocol),
      ).to.satisfy((protocols: string[]) => protocols.every((one) => /^(https?|tel|blob):$/.test(one)));
    });
  }

  it('are pictures where they are of this page or of the city’s endpoint, and links elsewhere', async () => {
    const own = `${location.origin}/__no-such-photo.png`;
    const elsewhere = 'https://photos.example/1.png';
    const follower = await reads({ notes: [{ media_url: own }, { media_url: elsewhere }] });
    await follower.sees('After');
    const pictures = [...follower.root.querySelectorAll('img')];
    expect(pictures.map(({ src }) => src)).to.deep.equal([own]);
    const [picture] = pictures;
    expect([picture!.referrerPolicy, picture!.loading, picture!.alt !== '']).to.deep.equal([
      'no-referrer',
      'lazy',
      true,
    ]);
    const links = photoLinks(follower.root.querySelector('figure')!);
    expect(links.map(({ href }) => href)).to.deep.equal([own, elsewhere]);
    await follower.until('the end of the broken picture', () => !picture!.checkVisibility());
    expect(links.map(nameOf)).to.deep.equal(['Open photo 1', 'Open photo 2']);
  });

  it('of the report itself are a stranger’s, and shown where the city says so, or to the device that sent it', async () => {
    const media_url = 'https://photos.example/1.png';
    const hidden = await reads({ media_url });
    await hidden.sees(/[Pp]hotos .* are not shown here\./);
    expect(photoLinks(hidden.root)).to.deep.equal([]);
    await hidden.chooses('Keep this report on this device');
    await hidden.sees('Your report is kept on this device.');
    expect(photoLinks(hidden.root), 'who follows a report did not send it').to.deep.equal([]);
    const store = openDeviceStore();
    await store.keep({ reference: '1', endpoint: city!.endpoint, keptAt: new Date(), isOwn: true });
    const own = await Follower.comesTo(city!, { 'request-id': '1' });
    await own.sees('Before');
    expect(photoLinks(own.root).map(({ href }) => href)).to.deep.equal([media_url]);
    await store.forget();
    const shown = await Follower.comesTo(city!, { 'request-id': '1' }, {}, { publicPhotos: true });
    await shown.sees('Before');
    expect(photoLinks(shown.root).map(({ href }) => href)).to.deep.equal([media_url]);
  });
});
