import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { Asker } from '../../test/asker.ts';
import { faqFile } from '../../test/beside-the-form.ts';
import { allSent, comesBack, countingFile, countsTo, isCounting, leavesPage } from '../../test/counted.ts';
import { Follower } from '../../test/following.ts';
import { Resident } from '../../test/resident.ts';

const canary = 'canary 7f3a';
const page = globalThis as { dataLayer?: unknown[]; _paq?: unknown[]; plausible?: unknown };

describe('what is counted', () => {
  let city: TestCity;
  let handed: unknown[];
  beforeEach(async () => {
    city = await freshCity();
    handed = [];
    page.dataLayer = handed;
    page._paq = handed;
    page.plausible = (...call: unknown[]) => void handed.push(call);
  });
  afterEach(async () => {
    comesBack();
    for (const name of ['dataLayer', '_paq', 'plausible'] as const) delete page[name];
    await city.close();
  });

  const opens = async (more: Readonly<Record<string, unknown>> = {}) => {
    const config = countingFile(city, { bridges: ['data-layer', 'plausible', 'matomo'], ...more });
    const resident = await Resident.opens({ config });
    await isCounting(config);
    return resident;
  };
  const touches = async (resident: Resident) => {
    await resident.types('Say it in your own words', 'graffiti');
    await resident.presses(/^Graffiti/);
    await resident.arrivesAt('Show us where it is');
    leavesPage();
  };
  const handedAfter = async (resident: Resident, least: number) => {
    await resident.until('what the bridges hand on', () => handed.length >= least);
    return JSON.stringify(handed);
  };

  it('holds nothing that a resident typed, in whatever field, neither on the way to the city nor to a bridge', async () => {
    const resident = await opens({ faq: faqFile(), shareQuestions: true });
    await resident.types('Say it in your own words', `pothole ${canary}`);
    await resident.presses(/^Pothole/);
    await resident.arrivesAt('Show us where it is');
    await resident.presses('Continue');
    await resident.saysWhere(`${canary} Street 5`, `${canary} lives here`);
    await resident.arrivesAt('A few questions');
    await resident.presses('Continue');
    await resident.sees(/There are 2 things to fix/);
    await resident.chooses('Bigger than a car tire');
    await resident.chooses('At the curb');
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
    await resident.presses(/^Your name and contact/);
    await resident.types('Full name', canary);
    await resident.types('Email', 'canary');
    await resident.presses('Send report');
    await resident.sees('There is 1 thing to fix');
    await resident.types('Email', 'canary@example.org');
    await resident.types(/^Phone/, '269-555-0142');
    leavesPage();
    comesBack();
    await resident.presses('Send report');
    const number = await resident.getsReceipt();
    await resident.sees('Was this easy?');
    await resident.presses('No');
    leavesPage();
    const told = countsTo(city);
    expect(told).to.include.members([
      'submitted;without-answer;pothole',
      'field-error;email;pothole',
      'easy;no;pothole',
    ]);
    // Three bridges get each of them, and the three lines alike.
    const all = `${allSent()} ${await handedAfter(resident, told.length * 3)}`;
    expect(all).not.to.match(/canary|7f3a|lives|street|555|tire|curb/i);
    expect(all).not.to.include(number);
  });

  it('holds nothing that was asked of the panel, and the panel counts', async () => {
    const config = countingFile(city, { shareQuestions: true });
    const entries = [{ id: 'brush', title: 'When is brush picked up?', body: 'Every fourth week.' }];
    const asker = await Asker.opens({ faq: faqFile({ language: 'en', entries }), config });
    await isCounting(config);
    await asker.asks('brush picked up');
    await asker.presses('When is brush picked up?');
    await asker.presses('Yes');
    await asker.asks(`xqzt ${canary}`);
    await asker.until('the ending', () => {
      leavesPage();
      return countsTo(city).includes('no-result;;');
    });
    expect(countsTo(city)).to.deep.equal(['answered;;', 'no-result;;']);
    expect(allSent()).not.to.match(/canary|xqzt|brush/);
  });

  it('is nothing while somebody practises', async () => {
    const resident = await opens({ practice: true });
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.arrivesAt('Practice is done. Nothing was sent');
    await resident.presses('Yes');
    leavesPage();
    expect([allSent(), handed]).to.deep.equal(['', []]);
  });

  it('is nothing of a practice report that somebody looks up', async () => {
    const config = countingFile(city);
    const follower = await Follower.opens({ config });
    await isCounting(config);
    await follower.finds('PRACTICE-TOWYQD');
    await follower.sees('Practice. Nothing is sent.');
    leavesPage();
    expect(allSent()).to.equal('');
  });

  for (const [name, value] of [
    ['globalPrivacyControl', true],
    ['doNotTrack', '1'],
  ] as const) {
    it(`is nothing where the browser says ${name}`, async () => {
      Object.defineProperty(navigator, name, { value, configurable: true });
      try {
        await touches(await opens());
        expect([allSent(), handed]).to.deep.equal(['', []]);
      } finally {
        Reflect.deleteProperty(navigator, name);
      }
      const resident = await opens();
      comesBack();
      await touches(resident);
      expect(countsTo(city)).to.include('started;;');
    });
  }

  it('leaves nothing on the device', async () => {
    const resident = await opens({ storage: 'none' });
    const kept = async () => [
      { ...localStorage },
      document.cookie,
      (await indexedDB.databases()).map((one) => one.name).toSorted(),
    ];
    const before = await kept();
    await touches(resident);
    expect(countsTo(city)).to.include('started;;');
    expect(await kept()).to.deep.equal(before);
  });

  it('goes to bridges alone where only these are named, and to none of them without their names', async () => {
    const only = await opens({ counts: false, bridges: ['data-layer'] });
    await touches(only);
    await handedAfter(only, 2);
    expect(handed[0]).to.deep.equal({
      event: 'citydesk_started',
      citydesk_detail: '',
      citydesk_service: '',
      citydesk_language: 'en',
      citydesk_channel: 'web',
    });
    expect(allSent()).to.equal('');
    handed.length = 0;
    comesBack();
    only.form.remove();
    await touches(await opens({ bridges: undefined }));
    expect(countsTo(city)).to.include('started;;');
    expect(handed).to.deep.equal([]);
  });

  it('is handed to each bridge as it is documented', async () => {
    const resident = await opens({ bridges: ['plausible', 'matomo'] });
    await touches(resident);
    await handedAfter(resident, 4);
    const left = { detail: 'where', service: 'graffiti', language: 'en', channel: 'web' };
    expect(handed).to.deep.include(['citydesk_started', { props: { language: 'en', channel: 'web' } }]);
    expect(handed).to.deep.include(['citydesk_step_left', { props: left }]);
    expect(handed).to.deep.include(['trackEvent', 'citydesk', 'citydesk_step_left', 'where;graffiti;en;web']);
  });

  it('goes by fetch where the browser does not carry it', async () => {
    const { fetch } = globalThis;
    const asked: (readonly [string, RequestInit | undefined])[] = [];
    navigator.sendBeacon = () => false;
    globalThis.fetch = async (url, init) => {
      if (!String(url).endsWith('/counts')) return fetch(url, init);
      asked.push([String(url), init]);
      return new Response(null, { status: 204 });
    };
    try {
      await touches(await opens());
      const [[url, init] = []] = asked;
      expect(url).to.equal(`${city.endpoint}counts`);
      expect(init).to.include({ method: 'POST', keepalive: true, credentials: 'omit', mode: 'no-cors' });
      expect(new Request(url!, init).headers.get('Content-Type')).to.match(/^application\/x-www-form-urlencoded/);
    } finally {
      globalThis.fetch = fetch;
      Reflect.deleteProperty(navigator, 'sendBeacon');
    }
  });
});
