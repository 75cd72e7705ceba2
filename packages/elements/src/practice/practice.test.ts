import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import '../faq-panel/define.ts';
import { askedOfCity, askNothingSoFar } from '../../test/asked-of-city.ts';
import { axeSays } from '../../test/axe.ts';
import { cityFile } from '../../test/city-file.ts';
import { Follower } from '../../test/following.ts';
import { choosesFiles, photo } from '../../test/photos.ts';
import { Resident } from '../../test/resident.ts';
import { sentFromPage } from '../../test/sent-from-page.ts';
import { placed, Visitor } from '../../test/visitor.ts';

const note = 'Practice. Nothing is sent.';

describe('who practises', () => {
  let city: TestCity;
  let rows: number;

  beforeEach(async () => {
    city = await freshCity();
    rows = (await city.rows()).length;
  });
  afterEach(() => city.close());

  /** Says it first of all, and with the heading that takes the focus. */
  const says = async (visitor: Visitor<Resident['form'] | Follower['widget']>) => {
    await visitor.until('the note', () => visitor.text.startsWith(note));
    const title = visitor.root.querySelector('.title')!;
    const described = title.getAttribute('aria-describedby')!.split(' ');
    const words = described.map((id) => visitor.root.getElementById(id)?.textContent).join(' ');
    expect(words).to.include(note);
  };
  const nothingIsSent = async () => {
    expect(sentFromPage()).to.deep.equal([]);
    expect((await city.rows()).length).to.equal(rows);
  };

  /** To the receipt of a pothole; gives its number. */
  const reports = async (resident: Resident, more: () => Promise<void> = async () => {}) => {
    await resident.sees('Some things you can report');
    await says(resident);
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole in the street/);
    await resident.arrivesAt('Show us where it is');
    await says(resident);
    await more();
    await resident.saysWhere('318 Hoffman St', 'It is deep.');
    await resident.arrivesAt('A few questions');
    await says(resident);
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await says(resident);
    await resident.presses('Send report');
    await resident.arrivesAt('Practice is done. Nothing was sent');
    await says(resident);
    return resident.root.querySelector('.number')!.textContent;
  };

  it('goes through every screen to a receipt with a practice number, and sends nothing', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, practice: '', phone: '311' });
    const events: Event[] = [];
    resident.form.addEventListener('citydesk-request-submitted', (event) => events.push(event));
    const number = await reports(resident);
    expect(number).to.match(/^PRACTICE-[\dA-Z]+$/);
    await resident.sees('This was practice. The city does not have this report.');
    expect(events).to.have.length(1);
    expect(events[0]).to.include({ requestId: number, practice: true });
    await nothingIsSent();
  });

  it('is told so on the screen for errors, too', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, practice: '', 'service-code': 'pothole' });
    await resident.arrivesAt('Show us where it is');
    await resident.presses('Continue');
    await resident.until('the errors', () => resident.problems.length);
    await says(resident);
  });

  it('leaves nothing on the device', async () => {
    const before = (await indexedDB.databases()).map(({ name }) => name);
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
    await reports(await Resident.opens({ endpoint: city.endpoint, practice: '' }));
    const after = (await indexedDB.databases()).map(({ name }) => name);
    expect(after.filter((name) => !before.includes(name))).to.deep.equal([]);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).to.equal(stored);
  });

  it('by the city file sends no photos and no answer to “Was this easy?” either', async () => {
    const content = { endpoint: city.endpoint, practice: true, takesUpdates: true, media: 'multipart:media[]' };
    const resident = await Resident.opens({ config: cityFile(content) });
    await reports(resident, async () => {
      await resident.button(/photo$/);
      choosesFiles(resident.root, await photo());
      await resident.until('the photo', () => resident.form.draft.photos[0]?.is === 'ready');
    });
    await resident.sees('Was this easy?');
    await resident.presses('Partly');
    await resident.sees('Thank you.');
    await resident.types('What was hard? (optional)', 'The words.');
    await resident.presses('Send');
    await resident.sees('Thank you. The city has your words.');
    await nothingIsSent();
  });

  it('also does so by a word on the script tag, or on an element around', async () => {
    const tag = Symbol.for('citydesk.tag');
    const page = globalThis as unknown as Record<symbol, unknown>;
    page[tag] = { practice: '' };
    await says(await Resident.opens({ endpoint: city.endpoint }));
    delete page[tag];
    const around = document.createElement('citydesk-city');
    around.setAttribute('practice', '');
    document.body.append(around);
    const form = document.createElement('citydesk-request-form');
    form.setAttribute('endpoint', city.endpoint);
    around.append(form);
    const resident = new Resident(form);
    await resident.until('the first screen', () => resident.heading !== '');
    await reports(resident);
    await nothingIsSent();
    around.remove();
  });

  it('sends for real again only where the page no longer says practice', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    expect(resident.text).not.to.include(note);
    resident.form.setAttribute('practice', '');
    await says(resident);
    await resident.saysWhere('318 Hoffman St');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.arrivesAt('Practice is done. Nothing was sent');
    await nothingIsSent();
    resident.form.removeAttribute('practice');
    await resident.presses(/^Another one of this kind/);
    await resident.arrivesAt('Show us where it is');
    expect(resident.text).not.to.include(note);
    await resident.saysWhere('1 Main St');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect((await city.rows()).length).to.equal(rows + 1);
  });

  it('follows the practice report in any tracker, and no city is asked for it', async () => {
    const number = await reports(await Resident.opens({ endpoint: city.endpoint, practice: '' }));
    askNothingSoFar();
    const follower = await Follower.comesTo(city, { 'request-id': number });
    await follower.sees('This was practice. The city does not have this report.');
    await follower.sees(/Practice report, 318 Hoffman St/);
    await says(follower);
    expect(askedOfCity().filter((path) => /practice/i.test(path))).to.deep.equal([]);
    await nothingIsSent();
  });

  it('finds a practice report by its number on a page that never saw it, and a real one beside it', async () => {
    const [real] = (await city.rows()).filter(({ serviceCode }) => serviceCode === 'pothole');
    const follower = await Follower.comesTo(city);
    await follower.finds('PRACTICE-T4NX2A');
    await follower.sees('Practice report');
    await says(follower);
    await follower.finds(`PRACTICE-T4NX2A, ${real!.serviceRequestId}`);
    await follower.sees(real!.address!);
    await follower.finds(real!.serviceRequestId);
    await follower.until('a tracker without the note', () => !follower.text.includes(note));
    expect(askedOfCity().filter((path) => /practice/i.test(path))).to.deep.equal([]);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is told so by the panel, which is as readable as before', async () => {
    const inside = '<details><summary>When is brush picked up?</summary><p>On Mondays.</p></details>';
    const panel = await placed('citydesk-faq-panel', { practice: '', phone: '311' }, { inside });
    const visitor = new Visitor(panel);
    await visitor.sees('When is brush picked up?');
    await visitor.until('the note', () => visitor.text.startsWith(note));
    const { violations, passes } = await axeSays(panel);
    expect(violations).to.deep.equal([]);
    expect(passes).to.be.greaterThan(0);
  });
});
