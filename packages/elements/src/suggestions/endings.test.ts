import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { endings, faqFile } from '../../test/beside-the-form.ts';
import { cityFile } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';

const label = 'Say it in your own words';

describe('how a question ends in the form', () => {
  let city: TestCity;
  let before: number;
  beforeEach(async () => {
    city = await freshCity();
    before = (await city.rows()).length;
  });
  afterEach(() => city.close());

  const sent = async () => (await city.rows()).length - before;
  const opens = async (settings: Readonly<Record<string, unknown>> = {}) => {
    const config = cityFile({ faq: faqFile(), endpoint: city.endpoint, ...settings });
    const resident = await Resident.opens({ config }, { width: 1100 });
    await resident.sees('What is the problem?');
    return resident;
  };
  const reads = async (resident: Resident) => {
    await resident.types(label, 'my bin was not emptied');
    await resident.presses(/^My bin/);
    await resident.sees('Did this answer your question?');
  };
  const sends = async (resident: Resident) => {
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.getsReceipt();
    await aTimeout(50);
  };

  it('is answered when somebody says so, once, and leaving then is nothing more', async () => {
    const resident = await opens();
    await reads(resident);
    await resident.presses('Yes');
    await resident.sees('Good to hear. Thank you.');
    resident.form.remove();
    await aTimeout(50);
    expect(endings()).to.deep.equal(['answered bin']);
    expect(await sent()).to.equal(0);
  });

  it('is at most a possible answer when the page is left after reading, without a word', async () => {
    const resident = await opens();
    await reads(resident);
    await aTimeout(50);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(endings()).to.deep.equal(['left-after-answer bin']);
    resident.form.remove();
    await aTimeout(50);
    expect(endings()).to.deep.equal(['left-after-answer bin']);
    expect(await sent()).to.equal(0);
  });

  it('is the same when the form is taken away, and not when it is only moved', async () => {
    const resident = await opens();
    await reads(resident);
    await aTimeout(50);
    const { form } = resident;
    form.parentElement!.append(form);
    await aTimeout(50);
    expect(endings()).to.deep.equal([]);
    form.remove();
    await aTimeout(50);
    expect(endings()).to.deep.equal(['left-after-answer bin']);
  });

  it('is nothing when somebody leaves without having read an answer', async () => {
    const resident = await opens();
    await resident.types(label, 'my bin was not emptied');
    await resident.sees('This may be your answer');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    resident.form.remove();
    await aTimeout(50);
    expect(endings()).to.deep.equal([]);
  });

  it('is a report after an answer, once, with the answer that was read; the next report begins anew', async () => {
    const resident = await opens();
    await reads(resident);
    await resident.presses('No');
    await sends(resident);
    resident.form.remove();
    await aTimeout(50);
    expect(endings()).to.deep.equal(['submitted-after-answer bin']);
    expect(await sent()).to.equal(1);
  });

  it('is a report without an answer when none was read, for each report', async () => {
    const resident = await opens();
    await sends(resident);
    expect(endings()).to.deep.equal(['submitted-without-answer']);
    await resident.presses(/^Another one of this kind/);
    await resident.saysWhere('There');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    await resident.until('the ending', () => endings().length === 2);
    expect(endings()).to.deep.equal(['submitted-without-answer', 'submitted-without-answer']);
    expect(await sent()).to.equal(2);
  });

  it('is a report after an answer when a link led from that answer to the form', async () => {
    location.hash = '#citydesk:words=spray%20paint&answer=b%20in';
    const resident = await opens({ faq: undefined });
    await resident.until('the words', () => resident.form.draft.words === 'spray paint');
    await sends(resident);
    expect(endings()).to.deep.equal(['submitted-after-answer b in']);
    expect(await sent()).to.equal(1);
  });

  it('is nothing that counts where no answers are to be had', async () => {
    const resident = await opens({ faq: undefined });
    await sends(resident);
    expect(endings()).to.deep.equal([]);
    expect(await sent()).to.equal(1);
  });

  it('is no result when nothing was found, without the words', async () => {
    const resident = await opens();
    await resident.types(label, 'xyzzy');
    await resident.until('the ending', () => endings().length > 0);
    expect(endings()).to.deep.equal(['no-result']);
  });

  it('tells the words that found nothing only where the city wants them', async () => {
    const resident = await opens({ shareQuestions: true });
    await resident.types(label, ' xyzzy ');
    await resident.until('the ending', () => endings().length > 0);
    expect(endings()).to.deep.equal(['no-result “xyzzy”']);
  });
});
