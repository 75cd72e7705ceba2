import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { askedOfCity, askNothingSoFar } from '../../test/asked-of-city.ts';
import { Follower, followsLink, withoutFragment } from '../../test/following.ts';
import { Resident } from '../../test/resident.ts';
import { placed, Visitor } from '../../test/visitor.ts';
import '../faq-panel/define.ts';

const inside = '<details><summary>When is brush picked up?</summary><p>On Mondays.</p></details>';

describe('a page that', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    withoutFragment();
    await city.close();
  });

  it('takes the form away and puts it back 100 times, here and there, keeps the report, and it is filed once', async () => {
    const before = (await city.rows()).length;
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    // What the service asks is known by then.
    await resident.sees('Step 1 of 2');
    await resident.types('Address or place', '318 Hoffman St');
    const [here, there] = [resident.form.parentElement!, document.createElement('div')];
    document.body.append(there);
    const steps: string[] = [];
    resident.form.addEventListener('citydesk-step-changed', ({ step }) => steps.push(step));
    askNothingSoFar();
    for (let time = 0; time < 100; time++) {
      resident.form.remove();
      if (time % 10 === 0) await aTimeout(1);
      (time % 2 ? here : there).append(resident.form);
      await resident.form.updateComplete;
    }
    expect((await resident.field('Address or place')).value).to.equal('318 Hoffman St');
    expect(askedOfCity()).to.deep.equal([]);
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    expect(steps).to.deep.equal(['check']);
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect((await city.rows()).length).to.equal(before + 1);
    there.remove();
  });

  it('moves the form while it asks the city has its answer all the same', async () => {
    await city.fail({ route: 'services', kind: 'slow', ms: 300 });
    const resident = await Resident.opens({ endpoint: city.endpoint });
    const place = resident.form.parentElement!;
    for (let time = 0; time < 5; time++) {
      await aTimeout(30);
      resident.form.remove();
      place.append(resident.form);
    }
    await resident.sees('Some things you can report');
  });

  it('takes the tracker away and puts it back 100 times has it look no oftener than one that stayed', async () => {
    const number = (await city.rows())[0]!.serviceRequestId;
    const follower = await Follower.comesTo(city, { 'request-id': number });
    await follower.sees(number);
    const place = follower.widget.parentElement!;
    askNothingSoFar();
    for (let time = 0; time < 100; time++) {
      follower.widget.remove();
      place.append(follower.widget);
      await follower.widget.updateComplete;
    }
    await aTimeout(100);
    expect(askedOfCity().length).to.be.at.most(1);
    await follower.sees(number);
  });

  it('clones a widget gets another one, with its own report', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St');
    const clone = resident.form.cloneNode(true) as typeof resident.form;
    resident.form.parentElement!.append(clone);
    const other = new Resident(clone);
    await other.arrivesAt('Show us where it is');
    await other.types('Address or place', '1 Main St');
    expect((await resident.field('Address or place')).value).to.equal('318 Hoffman St');
    expect((await other.field('Address or place')).value).to.equal('1 Main St');
  });

  it('has 20 forms, 20 panels and 20 trackers has 60 that stand, and asks the city for its services once a form', async () => {
    askNothingSoFar();
    const forms = await Promise.all(Array.from({ length: 20 }, () => Resident.opens({ endpoint: city.endpoint })));
    const panels = await Promise.all(Array.from({ length: 20 }, () => placed('citydesk-faq-panel', {}, { inside })));
    const trackers = await Promise.all(Array.from({ length: 20 }, () => Follower.comesTo(city)));
    await Promise.all([
      ...forms.map((form) => form.sees('Some things you can report')),
      ...panels.map((panel) => new Visitor(panel).sees('When is brush picked up?')),
      ...trackers.map((tracker) => tracker.sees('Report number')),
    ]);
    expect(askedOfCity().filter((path) => path.startsWith('services.json')).length).to.be.at.most(20);
    await forms[7]!.types('Say it in your own words', 'pot hole');
    await forms[7]!.sees('Closest matches');
    expect(forms[8]!.text).not.to.include('Closest matches');
  });

  it('goes into the browser’s cache and comes back has its form as it was, and sends it', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St');
    for (let time = 0; time < 3; time++) {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await aTimeout(20);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }
    expect((await resident.field('Address or place')).value).to.equal('318 Hoffman St');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
  });

  it('takes a widget away has it follow no link any more', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.sees('Some things you can report');
    resident.form.remove();
    await followsLink('#citydesk:service=graffiti');
    await aTimeout(50);
    expect(resident.form.draft.serviceCode).to.equal(undefined);
  });
});
