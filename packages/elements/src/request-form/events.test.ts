import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { Resident } from '../../test/resident.ts';
import { RequestFailedEvent, RequestSubmitEvent, RequestSubmittedEvent, StepChangedEvent } from './events.ts';

const names = [
  'citydesk-step-changed',
  'citydesk-request-submit',
  'citydesk-request-submitted',
  'citydesk-request-failed',
] as const;

describe('the page is told', () => {
  let city: TestCity;
  let told: Event[];
  const tell = (event: Event) => void told.push(event);

  beforeEach(async () => {
    told = [];
    city = await freshCity();
    // At the document: they bubble, and leave shadow roots.
    for (const name of names) document.addEventListener(name, tell);
  });
  afterEach(async () => {
    for (const name of names) document.removeEventListener(name, tell);
    await city.close();
  });

  const shortly = () => told.map((event) => (event instanceof StepChangedEvent ? event.step : event.type.slice(9)));

  it('each change of step, once', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.types('Say it in your own words', 'pot hole');
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    await resident.presses('Continue');
    await resident.sees('There is 1 thing to fix');
    await resident.saysWhere('Here');
    await resident.arrivesAt('A few questions');
    await resident.presses('Back');
    await resident.saysWhere('There');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    expect(shortly()).to.deep.equal(['where', 'questions', 'where', 'questions', 'check']);
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect(shortly().slice(5)).to.deep.equal(['request-submit', 'request-submitted']);
    await resident.presses(/^Another problem at this place/);
    expect(shortly().slice(7)).to.deep.equal(['what']);
  });

  it('that a report is filed: its number and service, and nothing about the resident', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.reportsGraffiti();
    await resident.presses(/^Your name and contact/);
    await resident.types('Full name', 'Ada Lovelace');
    await resident.types('Email', 'ada@example.com');
    await resident.presses('Send report');
    const number = await resident.getsReceipt();
    const submitted = told.find((event) => event instanceof RequestSubmittedEvent)!;
    expect([submitted.requestId, submitted.serviceCode, submitted.token]).to.deep.equal([
      number,
      'graffiti',
      undefined,
    ]);
    expect(submitted.bubbles && submitted.composed && !submitted.cancelable).to.equal(true);
    for (const event of told) {
      const said = Object.values(event).join(' ');
      expect(said).not.to.match(/Ada|Lovelace|example\.com|Hoffman/);
    }
  });

  it('before a report is sent, and can do the sending itself: nothing is sent, nothing is lost', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.reportsGraffiti();
    await resident.presses(/^Your name and contact/);
    await resident.types('Email', 'ada@example.com');
    const before = await city.rows();
    const draft = resident.form.draft;
    const prevent = (event: Event) => event.preventDefault();
    document.addEventListener('citydesk-request-submit', prevent);
    await resident.presses('Send report');
    await resident.until('the event', () => told.some((event) => event instanceof RequestSubmitEvent));
    await resident.until('the button again', () => resident.names('button').includes('Send report'));
    document.removeEventListener('citydesk-request-submit', prevent);
    expect(await city.rows()).to.deep.equal(before);
    expect(resident.form.draft).to.deep.equal(draft);
    expect(resident.filledIn).to.deep.equal({ Email: 'ada@example.com' });
    expect(resident.heading).to.equal('Check and send');
    expect(shortly().slice(-1)).to.deep.equal(['request-submit']);

    await resident.presses('Send report');
    await resident.getsReceipt();
  });

  it('that a report was not filed, and whether that is sure', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.reportsGraffiti();
    await city.fail({ route: 'post', kind: 'attribute-400', attribute: 'nothing' }, { route: 'post', kind: 'down' });
    await resident.presses('Send report');
    await resident.sees('The city did not take the report yet');
    await city.fail({ route: 'post', kind: 'down' });
    await resident.presses('Send report');
    await resident.arrivesAt('We are finding out if the city has your report');
    const reasons = told.flatMap((event) => (event instanceof RequestFailedEvent ? event.reason : []));
    expect(reasons).to.deep.equal(['rejected', 'unsure']);
  });
});
