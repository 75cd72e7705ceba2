import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { Resident, type Surroundings } from '../../test/resident.ts';
import type { FeedbackGivenEvent } from './feedback-given-event.ts';

const seed: Seed = {
  services: [
    { service_code: 'now', service_name: 'Graffiti' },
    { service_code: 'later', service_name: 'Noise', type: 'batch' },
  ],
};
const thanks = 'Thank you. Your answer helps us.';
const hard = 'What was hard? (optional)';

describe('the question after sending', () => {
  let city: TestCity;
  let told: FeedbackGivenEvent[];
  const tell = (event: FeedbackGivenEvent) => void told.push(event);

  beforeEach(async () => {
    told = [];
    city = await freshCity({ seed });
    document.body.addEventListener('citydesk-feedback-given', tell);
  });
  afterEach(async () => {
    document.body.removeEventListener('citydesk-feedback-given', tell);
    await city.close();
  });

  const files = async (takesUpdates: boolean, service = /^Graffiti/, around: Surroundings = {}) => {
    const config = cityFile({ endpoint: city.endpoint, takesUpdates });
    const resident = await Resident.opens({ config }, around);
    await resident.presses(service);
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');
    await resident.sees('Was this easy?');
    return resident;
  };
  const given = async () =>
    (await city.rows())[0]!.answers.map(({ question, answer, words }) => [question, answer, words]);
  const said = () => told.map(({ question, answer, requestId }) => [question, answer, requestId]);

  it('is a group with a name and three answers in one row, also on the narrowest screen', async () => {
    for (const width of [280, 320, 800]) {
      const resident = await files(false, /^Graffiti/, { width });
      const buttons = await Promise.all(['Yes', 'Partly', 'No'].map((name) => resident.button(name)));
      const boxes = buttons.map((button) => button.getBoundingClientRect());
      expect(new Set(boxes.map(({ top }) => Math.round(top))).size, `${width} px`).to.equal(1);
      for (const { width: wide, height } of boxes) expect(Math.min(wide, height)).to.be.at.least(44);
      for (const button of buttons) expect(button.scrollWidth).to.be.at.most(button.clientWidth);
      const group = buttons[0]!.closest('[role=group]')!;
      const heading = resident.root.getElementById(group.getAttribute('aria-labelledby')!)!;
      expect([heading.localName, heading.textContent]).to.deep.equal(['h3', 'Was this easy?']);
      expect(buttons.map((button) => button.ariaPressed)).to.deep.equal(['false', 'false', 'false']);
    }
  });

  it('is told to the page alone where the city takes no updates', async () => {
    const resident = await files(false);
    const number = (await city.rows())[0]!.serviceRequestId;
    await resident.presses('Partly');
    await resident.sees(thanks);
    expect(said()).to.deep.equal([['easy', 'partly', number]]);
    expect(told.every((event) => event.composed && event.bubbles && !event.cancelable)).to.equal(true);
    expect(resident.names('button')).not.to.include('Send');
    expect(resident.names('button')).not.to.include('Partly');
    expect(await given()).to.deep.equal([]);
  });

  it('is told to the page alone while the report has no number', async () => {
    const resident = await files(true, /^Noise/);
    await resident.presses('Yes');
    await resident.sees(thanks);
    expect(said()).to.deep.equal([['easy', 'yes', undefined]]);
    expect(resident.names('field').filter((name) => name === hard)).to.deep.equal([]);
  });

  it('reaches the city, once however often it is pressed', async () => {
    const resident = await files(true);
    await city.fail({ route: 'updates', kind: 'slow', ms: 300 });
    const [no, yes] = [await resident.button('No'), await resident.button('Yes')];
    for (let press = 0; press < 5; press++) no.click();
    yes.click();
    await resident.sees('Sending your answer.');
    expect([no.ariaPressed, yes.ariaPressed]).to.deep.equal(['true', 'false']);
    await resident.sees(thanks);
    await aTimeout(400);
    expect(await given()).to.deep.equal([['easy', 'no', null]]);
    expect(said().length).to.equal(1);
  });

  it('takes words afterwards, sends them once, and thanks', async () => {
    const resident = await files(true);
    await resident.presses('No');
    await resident.types(hard, '  The map did not open.  ');
    await city.fail({ route: 'updates', kind: 'slow', ms: 300 });
    const send = await resident.button('Send');
    for (let press = 0; press < 5; press++) send.click();
    await resident.sees('Sending your words.');
    await resident.sees('Thank you. The city has your words.');
    await aTimeout(400);
    expect(await given()).to.deep.equal([
      ['easy', 'no', null],
      ['easy', null, 'The map did not open.'],
    ]);
    expect(JSON.stringify(told)).not.to.include('map');
    expect(resident.names('button')).not.to.include('Send');
  });

  it('whose answer does not arrive says so, and is sent when it is pressed again', async () => {
    const resident = await files(true);
    await city.fail({ route: 'updates', kind: 'error-500', times: 1 });
    await toldOnConsole(async () => {
      await resident.presses('Yes');
      await resident.sees('Your answer did not reach the city. Press it again.');
    });
    expect(await given()).to.deep.equal([]);
    await resident.presses('Yes');
    await resident.sees(thanks);
    expect(await given()).to.deep.equal([['easy', 'yes', null]]);
    expect(said().length, 'the same answer is told once').to.equal(1);
  });

  it('keeps words that do not arrive, and sends them again', async () => {
    const resident = await files(true);
    await resident.presses('Partly');
    await resident.types(hard, 'Too many questions.');
    await city.fail({ route: 'updates', kind: 'down', times: 1 });
    const console = await toldOnConsole(async () => {
      await resident.presses('Send');
      await resident.sees('Your words did not reach the city. They are still here. Send them again.');
    });
    expect(console.join(' ')).not.to.include('Too many');
    expect((await resident.field(hard)).value).to.equal('Too many questions.');
    await resident.presses('Send');
    await resident.sees('Thank you. The city has your words.');
    expect((await given())[1]).to.deep.equal(['easy', null, 'Too many questions.']);
  });

  it('keeps what is typed while the words are on their way', async () => {
    const resident = await files(true);
    await resident.presses('Partly');
    await resident.types(hard, 'One.');
    await city.fail({ route: 'updates', kind: 'slow', ms: 200 });
    await resident.presses('Send');
    await resident.types(hard, 'One. Two.');
    await resident.sees(thanks);
    expect((await resident.field(hard)).value).to.equal('One. Two.');
  });

  it('says what to do about no words, and about too many, at the field', async () => {
    const resident = await files(true);
    await resident.presses('No');
    for (const [text, words] of [
      ['   ', 'Write what you want to tell the city first.'],
      ['x'.repeat(1002), 'This is 2 letters too long.'],
    ] as const) {
      await resident.types(hard, text);
      await resident.presses('Send');
      await resident.sees(words);
      const field = await resident.field(hard);
      expect(resident.focused === field).to.equal(true);
      expect(field.ariaInvalid).to.equal('true');
      const described = field.getAttribute('aria-describedby')!.split(' ');
      expect(described.map((id) => resident.root.getElementById(id)!.textContent).join(' ')).to.include(words);
      expect(field.value).to.equal(text);
    }
    expect((await given()).length).to.equal(1);
    await resident.types(hard, 'x'.repeat(1000));
    await resident.presses('Send');
    await resident.sees('Thank you. The city has your words.');
  });

  it('never loses the focus, and announces what came of it', async () => {
    const resident = await files(true);
    const status = () => [...resident.root.querySelectorAll('.feedback [role=status]')].map((one) => one.textContent);
    const region = resident.root.querySelector('.feedback [role=status]');
    (await resident.button('No')).focus();
    await resident.presses('No');
    await resident.sees(thanks);
    expect(resident.focused?.textContent?.trim()).to.equal('Was this easy?');
    expect(resident.root.querySelector('.feedback [role=status]') === region, 'the same region').to.equal(true);
    expect(status()).to.deep.equal([thanks]);
    await resident.types(hard, 'Words.');
    (await resident.button('Send')).focus();
    await resident.presses('Send');
    await resident.sees('Thank you. The city has your words.');
    expect(resident.focused?.textContent?.trim()).to.equal('Was this easy?');
  });

  it('is asked anew about the next report', async () => {
    const resident = await files(true, /^Noise/);
    await resident.presses('Yes');
    await resident.sees(thanks);
    await resident.presses(/^Another one of this kind/);
    await resident.saysWhere('There');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');
    await resident.button('Yes');
    expect(resident.text).not.to.include(thanks);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has nothing wrong by axe in any state, ${scheme}`, async () => {
      const resident = await files(true, /^Graffiti/, { width: 320, scheme });
      const clean = async () => expect((await axeSays(resident.form)).violations).to.deep.equal([]);
      await clean();
      await city.fail({ route: 'updates', kind: 'html', times: 1 });
      await toldOnConsole(async () => {
        await resident.presses('No');
        await resident.sees('Your answer did not reach the city.');
      });
      await clean();
      await resident.presses('No');
      await resident.sees(thanks);
      await resident.presses('Send');
      await resident.sees('Write what you want to tell the city first.');
      await clean();
      await resident.types(hard, 'Words.');
      await resident.presses('Send');
      await resident.sees('Thank you. The city has your words.');
      await clean();
    });
  }
});
