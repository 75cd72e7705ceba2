import { aTimeout, expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { choosesPothole, type here, isClean, opensForm, services } from '../../../test/three-questions.ts';

let city: TestCity;
before(async () => {
  city = await freshCity({ seed: { services } });
});
after(() => city.close());
const opens = (more: object = {}, ...rest: readonly [typeof here?, number?]) =>
  opensForm({ endpoint: city.endpoint, ...more }, ...rest);

describe('is it urgent?', () => {
  it('takes the place of the screen when the words mean danger, and the call is the only filled button', async () => {
    const resident = await opens({}, undefined, 320);
    await resident.types('Say it in your own words', 'I smell gas in front of the library');
    await resident.arrivesAt('Stop. Call 911 now.');
    expect(resident.focused?.id).to.equal('title');
    await resident.sees('Go outside first. Then call from there.');
    expect((await resident.link('Call 911')).href).to.equal('tel:911');
    expect(resident.root.querySelectorAll('.primary')).to.have.length(1);
    await isClean(resident);
    await resident.presses('Nobody is in danger. Go on with the report');
    await resident.arrivesAt('What is the problem?');
    expect((await resident.field('Say it in your own words')).value).to.equal('I smell gas in front of the library');
  });

  it('is answered by keyboard, and can be read under forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      const resident = await opens();
      await resident.types('Say it in your own words', 'a man with a gun');
      await resident.arrivesAt('Stop. Call 911 now.');
      await isClean(resident);
      await sendKeys({ press: 'Tab' });
      expect(await resident.isAt('link', 'Call 911')).to.equal(true);
      const { color, backgroundColor } = getComputedStyle(resident.focused!);
      expect(color).not.to.equal(backgroundColor);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await resident.arrivesAt('What is the problem?');
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });

  it('is not asked again for the same danger, but is for another', async () => {
    const resident = await opens();
    await resident.types('Say it in your own words', 'gas leak');
    await resident.arrivesAt('Stop. Call 911 now.');
    await resident.presses(/^Nobody is in danger/);
    await resident.types('Say it in your own words', 'gas leak on Main');
    await aTimeout(900);
    expect(resident.heading).to.equal('What is the problem?');
    await resident.types('Say it in your own words', 'gas leak on Main and the house is on fire');
    await resident.arrivesAt('Stop. Call 911 now.');
    await resident.sees('Get out and stay out.');
  });

  it('leaves alone what only sounds like it', async () => {
    const resident = await opens();
    await resident.types('Say it in your own words', 'the fire hydrant at the gas station is leaking');
    await aTimeout(1200);
    expect(resident.heading).to.equal('What is the problem?');
  });

  it('is asked of the description before the next screen shows', async () => {
    const resident = await opens({ emergency: '112' });
    await choosesPothole(resident);
    const seen: string[] = [];
    const watch = new MutationObserver(() => seen.push(resident.heading));
    watch.observe(resident.root, { childList: true, subtree: true });
    await resident.types('Address or place', 'Main St');
    await resident.types('Tell us more (optional)', 'Power line d');
    // Less than the pause after which words are taken at their word.
    await aTimeout(500);
    await resident.types('Tell us more (optional)', 'Power line down in the hole');
    await resident.presses('Continue');
    await resident.arrivesAt('Stop. Call 112 now.');
    watch.disconnect();
    expect(seen).not.to.include('A few questions');
    await resident.presses(/^Nobody is in danger/);
    await resident.arrivesAt('A few questions');
  });

  it('is asked of the services and answers of the city file, too', async () => {
    const urgent = {
      services: ['wires_down'],
      answers: [{ service: 'pothole', code: 'size', value: 'deadly', danger: 'injury' }],
    };
    const resident = await opens({ urgent });
    await resident.types('Say it in your own words', 'trouble');
    await resident.presses(/^Cable trouble/);
    await resident.arrivesAt('Stop. Call 911 now.');
    await resident.presses(/^Nobody is in danger/);
    await resident.arrivesAt('Show us where it is');

    const another = await opens({ urgent });
    await choosesPothole(another);
    await another.saysWhere('Main St');
    await another.arrivesAt('A few questions');
    await another.chooses('deadly');
    await another.arrivesAt('Stop. Call 911 now.');
  });
});
