import { expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { nameOf } from '../../test/reading.ts';
import { Neighbour } from '../../test/looking-around.ts';

const photo = (name: string) => new URL(`/__photo/${name}.jpg`, location.href).href;
const unbroken = 'Strassenbeleuchtungsreparatur'.repeat(8);
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const seed: Seed = {
  services: [
    { service_code: 'pothole', service_name: 'Pothole' },
    { service_code: 'long', service_name: unbroken },
  ],
  requests: [
    { service_request_id: '1', service_code: 'pothole', requested_datetime: ago(1), media_url: photo('1') },
    {
      service_request_id: '2'.repeat(80),
      service_code: 'long',
      requested_datetime: ago(2),
      address: unbroken,
      media_url: photo('2'),
    },
    { service_request_id: '3/ü🚧', service_code: 'pothole', requested_datetime: ago(3), address: 'شارع ١٢' },
  ],
};
const open = { publicPhotos: true, abuseUrl: 'mailto:works@city.example' };

describe('what strangers wrote and sent', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await freshCity({ seed });
  });
  afterEach(() => city.close());
  const images = (neighbour: Neighbour) => [...neighbour.root.querySelectorAll('img')];

  it('has no photo unless the city allows it', async () => {
    for (const publicPhotos of [undefined, false]) {
      const neighbour = await Neighbour.reads({ endpoint: city.endpoint, city: { publicPhotos } });
      expect(images(neighbour).length).to.equal(0);
    }
  });

  it('has photos where it does, late, silent, and without telling where from', async () => {
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint, city: open });
    expect(
      images(neighbour).map(({ src, alt, loading, referrerPolicy }) => [src, alt, loading, referrerPolicy]),
    ).to.deep.equal([
      [photo('1'), '', 'lazy', 'no-referrer'],
      [photo('2'), '', 'lazy', 'no-referrer'],
    ]);
    await neighbour.until('no broken frames', () => images(neighbour).every((image) => image.hidden));
  });

  it('has no photo from anywhere but the web', async () => {
    const urls = [
      'javascript:alert(1)',
      'data:image/svg+xml,<svg onload=alert(1)>',
      'blob:x',
      'file:///x.jpg',
      ' https:/',
    ];
    const canned = urls.map((media_url, at) => ({
      service_request_id: at,
      status: 'open',
      service_code: 'a',
      media_url,
    }));
    const other = await freshCity({ seed: 'empty', canned: { 'requests.json': canned } });
    const neighbour = await Neighbour.reads({ endpoint: other.endpoint, city: open });
    expect(neighbour.rows.length).to.equal(urls.length);
    expect(images(neighbour).filter(({ src }) => !/^https?:/.test(src)).length).to.equal(0);
    await other.close();
  });

  it('is text, even if it is markup', async () => {
    await city.fail({ route: 'requests', kind: 'script-strings' });
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint, city: open });
    await neighbour.sees('<script>globalThis.spoiled = true</script>');
    expect(neighbour.root.querySelector('script, [onerror]') === null).to.equal(true);
    expect((globalThis as { spoiled?: unknown }).spoiled).to.equal(undefined);
  });

  it('has no description: that may hold what nobody else should read', async () => {
    const told: Seed = { ...seed, requests: [{ ...seed.requests![0]!, description: 'Ada of 12 Elm St did it' }] };
    const other = await freshCity({ seed: told });
    const neighbour = await Neighbour.reads({ endpoint: other.endpoint });
    expect(neighbour.root.textContent).not.to.include('Ada');
    await other.close();
  });

  it('can be told to the city where it says how, beside each photo and for the list', async () => {
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint, city: open });
    const links = neighbour.names('link').filter((name) => name.startsWith('Tell'));
    expect(links).to.deep.equal([
      'Tell the city this should not be shown: 1',
      `Tell the city this should not be shown: ${'2'.repeat(80)}`,
      'Tell the city that a report should not be shown',
    ]);
    expect((await neighbour.link(links[2]!)).href).to.equal('mailto:works@city.example');
    const silent = await Neighbour.reads({ endpoint: city.endpoint, city: { publicPhotos: true } });
    expect(silent.names('link').filter((name) => name.startsWith('Tell'))).to.deep.equal([]);
  });

  for (const [width, dir, scheme] of [
    [320, 'ltr', 'light'],
    [320, 'rtl', 'dark'],
    [1280, 'ltr', 'light'],
  ] as const) {
    it(`does nothing that axe finds, nor sticks out, at ${width} px, ${dir}, ${scheme}`, async () => {
      const clean = async (neighbour: Neighbour) => {
        const { violations, passes } = await axeSays(neighbour.widget);
        expect(violations, neighbour.text.slice(0, 200)).to.deep.equal([]);
        expect(passes).to.be.greaterThan(3);
        const box = neighbour.widget.getBoundingClientRect();
        const out = [...neighbour.root.querySelectorAll('section *')].filter((one) => {
          const { left, right, width: wide } = one.getBoundingClientRect();
          return wide > 1 && (left < box.left - 1 || right > box.right + 1);
        });
        expect(out.map(({ outerHTML }) => outerHTML.slice(0, 100))).to.deep.equal([]);
      };
      const look = { endpoint: city.endpoint, city: open, width, dir, scheme };
      const neighbour = await Neighbour.comes(look);
      await clean(neighbour);
      await neighbour.presses('Show recent reports');
      await neighbour.hasAll();
      for (const image of images(neighbour)) image.hidden = false;
      await clean(neighbour);
      await neighbour.types('Words or number', 'moon');
      await neighbour.sees('There are no reports like this.');
      await clean(neighbour);
      await city.fail({ route: 'requests', kind: 'slow', ms: 700 });
      const waiting = await Neighbour.comes(look);
      await waiting.presses('Show recent reports');
      await clean(waiting);
      await city.fail({ route: 'requests', kind: 'html' });
      const failed = await Neighbour.comes(look);
      await failed.presses('Show recent reports');
      await failed.sees('The list did not load.');
      await clean(failed);
    });
  }

  it('is worked with native controls in reading order, each with room for a thumb', async () => {
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint, city: open, width: 320 });
    const stops = [...neighbour.root.querySelectorAll<HTMLElement>('input, select, button, a[href], [tabindex]')];
    const reached = stops.filter((one) => one.tabIndex >= 0);
    expect(stops.filter((one) => one.tabIndex > 0).length).to.equal(0);
    const names = [
      'Words or number',
      'Kind of problem',
      'Status',
      'Use my location',
      'Pothole The city gives no place.',
      'Tell the city this should not be shown: 1',
      unbroken,
      'Tell the city this should not be shown: 2',
      'Pothole شارع ١٢',
      'Tell the city that a report should not be shown',
    ];
    expect(reached.map((stop, at) => nameOf(stop).slice(0, names[at]?.length))).to.deep.equal(names);
    for (const stop of reached) {
      const { width, height } = stop.getBoundingClientRect();
      expect(Math.min(width, height), nameOf(stop)).to.be.at.least(44);
    }
  });
});
