import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { faqFile } from '../../test/beside-the-form.ts';
import { comesBack, countingFile, countsTo, isCounting, leavesPage, postsTo } from '../../test/counted.ts';
import { Follower } from '../../test/following.ts';
import { Resident, type Surroundings } from '../../test/resident.ts';

const label = 'Say it in your own words';

describe('where the city counts', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    comesBack();
    history.replaceState(null, '', location.pathname + location.search);
    await city.close();
  });

  const opens = async (
    more: Readonly<Record<string, unknown>> = {},
    attributes: Readonly<Record<string, string>> = {},
    page: Surroundings = {},
  ) => {
    const config = countingFile(city, more);
    const resident = await Resident.opens({ config, ...attributes }, page);
    await isCounting(config);
    return resident;
  };
  const sends = async (resident: Resident) => {
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.getsReceipt();
  };
  /** What somebody does who begins to write, in whatever language. */
  const touches = (resident: Resident) =>
    resident.all('field')[0]!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  const counts = () => countsTo(city);
  const arrives = (resident: Resident, line: string) =>
    resident.until(`the count ${line}`, () => counts().includes(line));

  it('a report after an answer counts as submitted after one', async () => {
    const resident = await opens({ faq: faqFile() }, {}, { width: 1100 });
    await resident.types(label, 'my bin was not emptied');
    await resident.presses(/^My bin/);
    await resident.sees('Did this answer your question?');
    await sends(resident);
    await arrives(resident, 'submitted;after-answer;graffiti');
    leavesPage();
    expect(counts()).to.deep.equal(['started;;', 'submitted;after-answer;graffiti']);
    expect(postsTo(city)[0]).to.include({ language: 'en', channel: 'web' });
  });

  it('a report without an answer, and one where there are none, count as such', async () => {
    const resident = await opens({ faq: faqFile() });
    await sends(resident);
    await arrives(resident, 'submitted;without-answer;graffiti');
    const other = await opens();
    await sends(other);
    await arrives(other, 'submitted;no-answers;graffiti');
  });

  it('a form that nobody touched counts as nothing', async () => {
    await opens();
    leavesPage();
    expect(counts()).to.deep.equal([]);
  });

  it('a page left at the place counts as left there, once', async () => {
    const resident = await opens();
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St');
    leavesPage();
    expect(counts()).to.deep.equal(['started;;', 'step-left;where;pothole']);
    comesBack();
    await resident.types('Address or place', '320 Hoffman St');
    leavesPage();
    expect(counts()).to.have.length(2);
  });

  it('a page that began at the place counts as left there, too, and one that changes in place', async () => {
    const resident = await opens({}, { 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St');
    resident.form.remove();
    leavesPage();
    expect(counts()).to.deep.equal(['started;;graffiti', 'step-left;where;graffiti']);
  });

  it('a field in error counts once for each report, by its kind', async () => {
    const resident = await opens();
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    for (let time = 0; time < 2; time++) await resident.presses('Continue');
    await resident.sees('There is 1 thing to fix');
    await resident.saysWhere('Here');
    await resident.arrivesAt('A few questions');
    await resident.presses('Continue');
    await resident.sees(/There are 2 things to fix/);
    leavesPage();
    const question = 'field-error;question;pothole';
    expect(counts()).to.deep.equal(['started;;', 'field-error;place;pothole', question, 'step-left;questions;pothole']);
  });

  it('the next report of the same form begins anew', async () => {
    const resident = await opens();
    await sends(resident);
    await resident.presses(/^Another one of this kind/);
    await resident.saysWhere('There');
    await resident.arrivesAt('Check and send');
    leavesPage();
    expect(counts()).to.deep.equal([
      'started;;',
      'started;;graffiti',
      'step-left;check;graffiti',
      'submitted;no-answers;graffiti',
    ]);
  });

  it('a report that the city refuses counts as failed, and is left where it stays', async () => {
    const resident = await opens();
    await resident.reportsGraffiti();
    await city.fail({ route: 'post', kind: 'attribute-400', attribute: 'nothing' });
    await resident.presses('Send report');
    await resident.sees('The city did not take the report yet');
    leavesPage();
    expect(counts()).to.deep.equal(['started;;', 'failed;rejected;graffiti', 'step-left;check;graffiti']);
  });

  it('words for which there is no answer count by the service that they fit', async () => {
    const resident = await opens({ faq: faqFile() });
    await resident.types(label, 'graffiti');
    await resident.until('the ending', () => {
      leavesPage();
      return counts().includes('no-result;;graffiti');
    });
  });

  it('whether it was easy counts as it was said last', async () => {
    const resident = await opens();
    await sends(resident);
    await resident.sees('Was this easy?');
    await resident.presses('Yes');
    leavesPage();
    expect(counts().filter((line) => line.startsWith('easy'))).to.deep.equal(['easy;yes;graffiti']);
  });

  it('a look-up counts with how it ended', async () => {
    const [row] = await city.rows();
    const config = countingFile(city);
    const follower = await Follower.opens({ config });
    await isCounting(config);
    await follower.finds('no-such-number');
    await follower.sees(/We (could not|did not|found no)|no report|not find/i);
    leavesPage();
    await follower.finds(row!.serviceRequestId);
    await follower.until('the report', () => follower.text.includes(`Report number ${row!.serviceRequestId}`));
    leavesPage();
    expect(counts()).to.deep.equal(['looked-up;missing;', 'looked-up;found;']);
  });

  it('counts go to each city by itself, from one page', async () => {
    const other = await freshCity();
    const resident = await opens();
    const config = countingFile(other, { channel: 'kiosk' });
    const neighbour = await Resident.opens({ config });
    await isCounting(config);
    touches(resident);
    await neighbour.presses(/^Pothole/);
    leavesPage();
    expect(countsTo(city)).to.deep.equal(['started;;', 'step-left;what;']);
    expect(countsTo(other)).to.deep.equal(['started;;', 'step-left;where;pothole']);
    expect(postsTo(other)[0]!.channel).to.equal('kiosk');
    await other.close();
  });

  it('they say the language that is read, and the channel: a printed code before what the page says', async () => {
    const resident = await opens({ channel: 'web' }, { locale: 'es-MX', channel: 'phone' });
    touches(resident);
    leavesPage();
    expect(postsTo(city)[0]).to.include({ language: 'es', channel: 'phone' });
    comesBack();
    location.hash = '#citydesk:service=graffiti&channel=qr';
    const scanned = await opens({}, { channel: 'phone' });
    await scanned.arrivesAt('Show us where it is');
    touches(scanned);
    leavesPage();
    expect(postsTo(city).at(-1)).to.include({ language: 'en', channel: 'qr' });
  });
});
