import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Seed, type SeedRequest, type TestCity } from '@citydesk/sandbox/testing';
import { nameOf } from '../../test/reading.ts';
import { Neighbour } from '../../test/looking-around.ts';

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const report = (id: string, code: string, days: number, rest: Partial<SeedRequest> = {}): SeedRequest => ({
  service_request_id: id,
  service_code: code,
  requested_datetime: ago(days),
  ...rest,
});
const closed = (days: number) => ({ history: [{ at: ago(days), status: 'Closed' as const, note: 'Done.' }] });

const services = [
  { service_code: 'pothole', service_name: 'Pothole' },
  { service_code: 'tree', service_name: 'Árbol caído' },
  { service_code: 'needle', service_name: 'Needle found' },
];
const seed: Seed = {
  services,
  requests: [
    report('26-1', 'pothole', 9, { address: '318 Hoffman St', lat: 41.95, long: -85.63, description: 'By the swing' }),
    report('26-2', 'tree', 5, { address: '12 Main St', lat: 41.9437, long: -85.63, ...closed(4) }),
    report('26-3', 'pothole', 2),
    report('26-4', 'needle', 1, { address: '14 Secret Ln', lat: 41.94, long: -85.63 }),
  ],
};
const privately = { privateServices: ['needle'], zone: 'America/Detroit' };

describe('the list of recent reports', () => {
  let city: TestCity;
  afterEach(() => city.close());

  const reads = async (more: Partial<Parameters<typeof Neighbour.reads>[0]> = {}, of: Seed = seed) => {
    city = await freshCity({ seed: of });
    return Neighbour.reads({ endpoint: city.endpoint, city: privately, ...more });
  };

  it('asks the city for nothing until it is opened', async () => {
    city = await freshCity({ seed });
    const neighbour = await Neighbour.comes({ endpoint: city.endpoint, city: privately });
    await aTimeout(50);
    expect(neighbour.widget.asked).to.deep.equal([]);
    await neighbour.presses('Show recent reports');
    await neighbour.hasAll();
    // A city that does not say which page is the last is asked for one more.
    expect(neighbour.widget.asked).to.deep.equal(['requests.json 1', 'requests.json 2']);
  });

  it('takes the focus to its heading when its button goes away', async () => {
    const neighbour = await reads();
    expect(nameOf(neighbour.focused!)).to.equal('Recent reports');
    expect(neighbour.names('heading')).to.deep.equal(['Follow a report', 'Recent reports']);
    expect(neighbour.focused!.localName).to.equal('h3');
  });

  it('can be opened by the page, without taking the focus', async () => {
    city = await freshCity({ seed });
    const neighbour = await Neighbour.comes({ endpoint: city.endpoint, city: privately });
    neighbour.widget.around.open();
    await neighbour.hasAll();
    expect(neighbour.shown.length).to.equal(3);
    expect(neighbour.focused === null).to.equal(true);
  });

  it('has a link for each, newest first: service, place, status, day and number', async () => {
    const neighbour = await reads();
    expect(neighbour.shown).to.deep.equal(['26-3', '26-2', '26-1']);
    const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'America/Detroit' });
    const said = (days: number) => day.format(new Date(ago(days)));
    expect(neighbour.rows.map((row) => nameOf(row.querySelector('a')!))).to.deep.equal([
      `Pothole The city gives no place. Open ${said(2)} 26-3`,
      `Árbol caído 12 Main St Closed ${said(5)} 26-2`,
      `Pothole 318 Hoffman St Open ${said(9)} 26-1`,
    ]);
    expect((await neighbour.link(/26-2$/)).getAttribute('href')).to.equal('#citydesk:request=26-2');
    expect(neighbour.rows[1]!.querySelector('time')!.dateTime.slice(0, 10)).to.equal(ago(5).slice(0, 10));
    await neighbour.sees('3 reports are listed.');
  });

  it('never has a report of a private service: no row, no choice, no match', async () => {
    const neighbour = await reads();
    expect(neighbour.root.textContent).not.to.match(/Needle|26-4|Secret/);
    await neighbour.types('Words or number', '26-4');
    await neighbour.sees('There are no reports like this.');
  });

  it('drops private rows as soon as the city file says so', async () => {
    const neighbour = await reads({ city: {} });
    expect(neighbour.shown).to.include('26-4');
    neighbour.widget.city = privately;
    neighbour.widget.requestUpdate();
    await neighbour.sees('3 reports are listed.');
    expect(neighbour.root.textContent).not.to.match(/Needle|26-4|Secret/);
  });

  it('shows only what has the words, in number, service, place or description', async () => {
    const neighbour = await reads();
    for (const [words, found] of [
      ['arbol', ['26-2']],
      ['ST', ['26-2', '26-1']],
      ['swing', ['26-1']],
      ['26-3', ['26-3']],
      ['', ['26-3', '26-2', '26-1']],
    ] as const) {
      await neighbour.types('Words or number', words);
      expect(neighbour.shown, words).to.deep.equal(found);
    }
    await neighbour.types('Words or number', 'moon');
    await neighbour.sees('There are no reports like this.');
    expect(neighbour.shown).to.deep.equal([]);
  });

  it('shows only one kind, only one status, or both', async () => {
    const neighbour = await reads();
    const kinds = [...((await neighbour.field('Kind of problem')) as unknown as HTMLSelectElement).options];
    expect(kinds.map(({ text }) => text)).to.deep.equal(['All kinds', 'Árbol caído (1)', 'Pothole (2)']);
    await neighbour.chooses('Kind of problem', 'Pothole (2)');
    expect(neighbour.shown).to.deep.equal(['26-3', '26-1']);
    await neighbour.chooses('Status', 'Closed');
    await neighbour.sees('There are no reports like this.');
    await neighbour.chooses('Kind of problem', 'All kinds');
    expect(neighbour.shown).to.deep.equal(['26-2']);
    await neighbour.sees('1 report is listed.');
    await neighbour.chooses('Status', 'Open and closed');
    expect(neighbour.shown.length).to.equal(3);
    expect(neighbour.filledIn).to.deep.include({ 'Kind of problem': 'All kinds', Status: 'Open and closed' });
  });

  it('keeps its rows when it is rendered again: hidden ones stay, shown ones are the same', async () => {
    const neighbour = await reads();
    const before = neighbour.rows;
    await neighbour.types('Words or number', 'arbol');
    neighbour.widget.requestUpdate();
    await neighbour.widget.updateComplete;
    await neighbour.types('Words or number', '');
    expect(neighbour.rows.every((row, at) => row === before[at])).to.equal(true);
  });

  it('announces the count 1.5 seconds after the last key, not before', async () => {
    const neighbour = await reads();
    await neighbour.until('the count', () => neighbour.announced === '3 reports are listed.');
    await neighbour.types('Words or number', 'ar');
    await aTimeout(800);
    await neighbour.types('Words or number', 'arbol');
    await neighbour.sees('1 report is listed.');
    await aTimeout(1000);
    expect(neighbour.announced).to.equal('3 reports are listed.');
    await aTimeout(700);
    expect(neighbour.announced).to.equal('1 report is listed.');
  });

  it('says so where the city shows none', async () => {
    const neighbour = await reads({}, { services });
    await neighbour.sees('The city shows no recent reports.');
    expect(neighbour.names('field')).to.deep.equal([]);
    expect(neighbour.root.querySelector('ul')!.checkVisibility()).to.equal(false);
  });

  it('keeps a word for the status that is the city’s own', async () => {
    city = await freshCity({
      seed,
      canned: {
        'requests.json': [
          { service_request_id: '1', status: 'Under review', service_code: 'pothole', service_name: 'Pothole' },
          { service_request_id: '2', status: 'CLOSED', service_code: 'pothole', requested_datetime: 'soon' },
        ],
      },
    });
    const neighbour = await Neighbour.reads({ endpoint: city.endpoint });
    expect(neighbour.rows.map((row) => nameOf(row.querySelector('a')!))).to.deep.equal([
      'Pothole The city gives no place. Under review 1',
      'pothole The city gives no place. Closed 2',
    ]);
  });
});
