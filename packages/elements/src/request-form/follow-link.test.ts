import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../test/city-file.ts';
import { ownWords } from '../../test/own-words.ts';
import { Resident } from '../../test/resident.ts';

const more = 'Tell us more (optional)';

describe('a link into the form', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    history.replaceState(null, '', location.pathname + location.search);
    await city.close();
  });

  const opens = async (attributes: Readonly<Record<string, string>> = {}) => {
    const resident = await Resident.opens({ endpoint: city.endpoint, ...attributes });
    await resident.until('the form', () => resident.heading || undefined);
    return resident;
  };
  const follows = async (link: string) => {
    const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = link;
    await followed;
  };
  const titled = (resident: Resident) => resident.until('the focus', () => resident.focused?.id === 'title');

  it('followed while the form stands goes to the service and the place, and back', async () => {
    const resident = await opens();
    await resident.sees('Some things you can report');
    await follows('#citydesk:service=graffiti&address=318%20Hoffman%20St&lat=41.94&long=-85.63');
    await resident.arrivesAt('Show us where it is');
    await resident.sees('Problem Graffiti');
    await resident.sees('A point on the map goes with the report.');
    expect(resident.filledIn).to.deep.equal({ 'Address or place': '318 Hoffman St' });
    await titled(resident);
    await resident.presses('Back');
    await resident.arrivesAt('What is the problem?');
  });

  describe('from the code on a lamp', () => {
    const lamp = { type: 'Point', coordinates: [-85.6301, 41.9402] };
    const lamps = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { pole: 'A1042', label: 'Main St at Portage Ave' }, geometry: lamp }],
    };
    const layer = { services: ['street_light'], attribute: 'pole', name: 'street light', id: 'pole', label: 'label' };
    const knowsLamps = () => ({ config: cityFile({ assets: [{ ...layer, url: cityFile(lamps) }] }) });
    const link = '#citydesk:service=street_light&asset=A1042';

    it('opens the form on that lamp: its number is the answer, and its place the place', async () => {
      location.hash = link;
      const resident = await opens(knowsLamps());
      await resident.arrivesAt('Show us where it is');
      await resident.until('the lamp', () => resident.form.draft.answers['pole'] === 'A1042');
      expect(resident.form.draft.place.point).to.deep.include({ lat: 41.9402, long: -85.6301 });
      await resident.presses('Continue');
      await resident.arrivesAt('A few questions');
      expect(resident.filledIn['What is the number on the pole? (optional)']).to.equal('A1042');
    });

    it('does so, too, while the form stands', async () => {
      const resident = await opens(knowsLamps());
      await resident.sees('Some things you can report');
      await follows(link);
      await resident.until('the lamp', () => resident.form.draft.answers['pole'] === 'A1042');
    });
  });

  it('keeps the words that were typed to find a service', async () => {
    const resident = await opens();
    await resident.types('Say it in your own words', 'pot hole');
    await follows('#citydesk:service=graffiti');
    await resident.arrivesAt('Show us where it is');
    expect(resident.form.draft.words).to.equal('pot hole');
  });

  it('brings the words that were typed elsewhere, and shows what fits them', async () => {
    const resident = await opens();
    await follows('#citydesk:words=pot%20hole');
    await resident.sees('Closest matches');
    expect(resident.filledIn).to.deep.equal({ 'Say it in your own words': 'pot hole' });
    await follows('#citydesk:words=graffiti');
    await titled(resident);
    expect(resident.form.draft.words).to.equal('pot hole');
  });

  it('fills only what is empty, and gives typed words no point of another place', async () => {
    const resident = await opens({ 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', 'Here');
    await resident.types(more, 'It is red.');
    await follows('#citydesk:service=graffiti&address=There&lat=41.94&long=-85.63&about=26-1');
    await titled(resident);
    expect(resident.filledIn).to.deep.equal({ 'Address or place': 'Here', [more]: 'It is red.' });
    expect(resident.form.draft.place.point).to.equal(undefined);
  });

  it('for another service than the one that is begun changes nothing, and shows the form', async () => {
    const resident = await opens();
    await resident.reportsGraffiti();
    const { draft } = resident.form;
    await follows('#citydesk:service=pothole&address=There&about=26-1');
    await titled(resident);
    expect(resident.heading).to.equal('Check and send');
    expect(resident.form.draft).to.deep.equal(draft);
  });

  it('leaves a receipt where it is', async () => {
    const resident = await opens();
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    const number = await resident.getsReceipt();
    await follows('#citydesk:service=pothole&about=26-1&address=There');
    await titled(resident);
    expect(await resident.getsReceipt()).to.equal(number);
    await resident.sees('Graffiti, 318 Hoffman St');
  });

  it('to a service that the city does not know says so, and keeps the rest', async () => {
    const resident = await opens();
    await resident.sees('Some things you can report');
    await follows('#citydesk:service=moon&address=Here&about=26-1');
    await resident.sees('The city does not take this kind of report here right now');
    expect(resident.form.draft).to.deep.include({
      description: 'Report 26-1 is still not fixed.',
      serviceCode: undefined,
    });
    expect(resident.form.draft.place.words).to.equal('Here');
  });

  for (const link of ['#citydesk:request=26-1', '#citydesk:token=abc', '#top', '#citydesk:', '#service=graffiti']) {
    it(`is not ${link}: that is none of the form's business`, async () => {
      const resident = await opens();
      await resident.sees('Some things you can report');
      await follows(link);
      await aTimeout(50);
      expect(resident.heading).to.equal('What is the problem?');
      expect(resident.focused === null).to.equal(true);
    });
  }

  it('is not followed by a form that is no longer on the page', async () => {
    const resident = await opens();
    resident.form.remove();
    await follows('#citydesk:service=graffiti');
    await aTimeout(50);
    expect(resident.form.draft.serviceCode).to.equal(undefined);
  });

  describe('about a report that is still not fixed', () => {
    const begins = async (link: string) => {
      history.replaceState(null, '', link);
      return opens();
    };

    it('begins the description, takes no focus, and can be changed', async () => {
      const resident = await begins('#citydesk:service=graffiti&address=Here&about=26-01873');
      await resident.arrivesAt('Show us where it is');
      await resident.until('the sentence', () => resident.form.draft.description || undefined);
      expect(resident.filledIn).to.deep.equal({
        'Address or place': 'Here',
        [more]: 'Report 26-01873 is still not fixed.',
      });
      expect(resident.focused === null).to.equal(true);
      await resident.types(more, 'Report 26-01873 is still not fixed. It is deeper now.');
      await resident.presses('Continue');
      await resident.arrivesAt('Check and send');
      await resident.presses('Send report');
      await resident.getsReceipt();
      expect(ownWords((await city.rows())[0]!.description)).to.equal(
        'Report 26-01873 is still not fixed. It is deeper now.',
      );
    });

    it('does not come back once it was taken out', async () => {
      const resident = await begins('#citydesk:service=graffiti&about=26-01873');
      await resident.until('the sentence', () => resident.form.draft.description || undefined);
      await resident.types(more, '');
      const { parentElement } = resident.form;
      resident.form.remove();
      parentElement!.append(resident.form);
      await aTimeout(50);
      expect(resident.form.draft.description).to.equal('');
    });

    for (const [name, number, sentence] of [
      ['a slash and a blank', 'A/1 b', 'Report A/1 b is still not fixed.'],
      ['leading zeros', '000012', 'Report 000012 is still not fixed.'],
      ['markup', '<b>1</b>', 'Report <b>1</b> is still not fixed.'],
      ['more than is shown', 'x'.repeat(500), `Report ${'x'.repeat(100)} is still not fixed.`],
      ['lines and controls', '1\n2\u0000\u202E3', 'Report 123 is still not fixed.'],
      ['another direction', 'א1', 'Report \u2066א1\u2069 is still not fixed.'],
      ['an emoji', '🕳1', 'Report \u2066🕳1\u2069 is still not fixed.'],
      ['nothing that can be seen', '\u200B\n', ''],
    ] as const) {
      it(`may hold ${name} in its number`, async () => {
        const resident = await begins(`#citydesk:service=graffiti&about=${encodeURIComponent(number)}`);
        await resident.arrivesAt('Show us where it is');
        if (sentence) await resident.until('the sentence', () => resident.form.draft.description || undefined);
        else await aTimeout(100);
        expect(resident.form.draft.description).to.equal(sentence);
      });
    }
  });
});
