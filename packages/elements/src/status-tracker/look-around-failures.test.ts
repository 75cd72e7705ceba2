import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { nameOf } from '../../test/reading.ts';
import { Neighbour } from '../../test/looking-around.ts';

const many = (count: number): Seed => ({
  services: [
    { service_code: 'a', service_name: 'Pothole' },
    { service_code: 'b', service_name: 'Needle found' },
  ],
  requests: Array.from({ length: count }, (_, at) => ({
    service_request_id: `26-${String(at).padStart(4, '0')}`,
    service_code: at % 5 ? 'a' : 'b',
    requested_datetime: new Date(Date.now() - (count - at) * 60_000).toISOString(),
    address: `${at} Main St`,
  })),
});

describe('a long list of recent reports', () => {
  let city: TestCity;
  afterEach(() => city.close());

  it('stands with a thousand rows, comes in slices, and says where it ends', async () => {
    city = await freshCity({ seed: many(1300) });
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint });
    expect(neighbour.rows.length).to.equal(1000);
    expect(neighbour.rows.every((row) => row.checkVisibility())).to.equal(true);
    const { growth, asked } = neighbour.widget;
    expect(Math.max(...growth.map((rows, at) => rows - (growth[at - 1] ?? 0)))).to.equal(100);
    await neighbour.sees('The list ends after 1,000 reports. You can find any other one by its number.');
    expect(asked.length, 'pages').to.equal(10);
    expect(neighbour.shown[0]).to.equal('26-1299');
  });

  it('comes in slices from a city that sends all at once, too', async () => {
    const rows = many(1000).requests!;
    city = await freshCity({
      seed: 'empty',
      canned: { 'requests.json': rows.map((row) => ({ ...row, status: 'open' })) },
    });
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint });
    const { growth, asked } = neighbour.widget;
    expect(growth.at(-1)).to.equal(1000);
    expect(Math.max(...growth.map((now, at) => now - (growth[at - 1] ?? 0)))).to.equal(400);
    expect(growth.find((now) => now > 0)).to.equal(100);
    expect(asked.length).to.equal(1);
  });

  it('is filled with a thousand others where some are private', async () => {
    city = await freshCity({ seed: many(1300) });
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint, city: { privateServices: ['b'] } });
    expect(neighbour.rows.length).to.equal(1000);
    expect(neighbour.root.textContent).not.to.include('Needle');
  });

  it('is searched while it still comes', async () => {
    city = await freshCity({ seed: many(400) });
    const neighbour = await Neighbour.comes({ endpoint: city.endpoint });
    await city.fail({ route: 'requests', kind: 'slow', ms: 150 });
    await neighbour.presses('Show recent reports');
    await neighbour.sees('100 reports are listed.');
    await neighbour.types('Words or number', '26-0000');
    await neighbour.sees('The reports are on their way.');
    await neighbour.hasAll();
    expect(neighbour.shown).to.deep.equal(['26-0000']);
  });

  it('stops when the page takes it away, and goes on when it comes back', async () => {
    city = await freshCity({ seed: many(400) });
    const neighbour = await Neighbour.comes({ endpoint: city.endpoint });
    await city.fail({ route: 'requests', kind: 'slow', ms: 150 });
    await neighbour.presses('Show recent reports');
    await neighbour.sees('100 reports are listed.');
    const place = neighbour.widget.parentElement!;
    neighbour.widget.remove();
    const { length } = neighbour.widget.asked;
    await aTimeout(500);
    expect(neighbour.widget.asked.length).to.equal(length);
    place.append(neighbour.widget);
    await neighbour.hasAll();
    expect(neighbour.rows.length).to.equal(400);
    expect(new Set(neighbour.shown).size).to.equal(400);
  });
});

describe('a list of recent reports that does not come', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await freshCity({ seed: many(250) });
  });
  afterEach(() => city.close());

  for (const kind of ['error-500', 'html', 'not-found'] as const) {
    it(`says so plainly (${kind}), and comes when it is tried again`, async () => {
      await city.fail({ route: 'requests', kind });
      const neighbour = await Neighbour.comes({ endpoint: city.endpoint });
      await neighbour.presses('Show recent reports');
      await neighbour.sees('The list did not load.');
      expect(neighbour.names('button')).to.deep.equal(['Try again']);
      expect(neighbour.names('field')).to.deep.equal([]);
      await neighbour.until('the announcement', () => neighbour.announced === 'The list did not load.');
      await city.heal();
      await neighbour.presses('Try again');
      expect(nameOf(neighbour.focused!)).to.equal('Recent reports');
      await neighbour.sees('250 reports are listed.');
      expect(neighbour.text.includes('did not load')).to.equal(false);
    });
  }

  it('keeps what has come, and gets the rest when it is tried again', async () => {
    const neighbour = await Neighbour.comes({ endpoint: city.endpoint });
    neighbour.widget.cutPage = 3;
    await neighbour.presses('Show recent reports');
    await neighbour.sees('The rest of the list did not load.');
    await neighbour.sees('200 reports are listed.');
    neighbour.widget.cutPage = 0;
    await neighbour.presses('Try again');
    await neighbour.sees('250 reports are listed.');
    expect(new Set(neighbour.shown).size).to.equal(250);
  });

  it('says after a second that it is on its way', async () => {
    await city.fail({ route: 'requests', kind: 'slow', ms: 1600 });
    const neighbour = await Neighbour.comes({ endpoint: city.endpoint });
    await neighbour.presses('Show recent reports');
    await neighbour.sees('The reports are on their way.');
    expect(neighbour.announced).to.equal('');
    await neighbour.until('the announcement', () => neighbour.announced === 'The reports are on their way.');
    await neighbour.hasAll();
  });
});
