import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { freshCity, type SeedAttribute, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';
import { asking, values } from '../../test/seeds.ts';

describe('a question of the city', () => {
  let city: TestCity;
  afterEach(() => city.close());

  /** Opens the questions step of a service that asks these, in a city whose zone is Detroit. */
  const asked = async (...attributes: readonly SeedAttribute[]) => {
    city = await freshCity({ seed: asking(...attributes) });
    const config = cityFile({ endpoint: city.endpoint, zone: 'America/Detroit', serviceCode: 'all' });
    const resident = await Resident.opens({ config });
    await resident.saysWhere('Here');
    await resident.arrivesAt('A few questions');
    await resident.sees(attributes[0]!.description);
    return resident;
  };
  const goesOn = async (resident: Resident) => {
    await resident.presses('Continue');
    await resident.arrivesAt('Check and send');
  };
  const answersOf = async (resident: Resident) => {
    await goesOn(resident);
    await resident.presses('Send report');
    await resident.getsReceipt();
    return (await city.rows())[0]!.attributes;
  };

  it('of datatype string is a line of text', async () => {
    const resident = await asked({
      code: 'pole',
      description: 'Number on the pole?',
      datatype: 'string',
      required: true,
    });
    const field = await resident.field('Number on the pole?');
    expect([field.localName, field.type, field.getAttribute('aria-required')]).to.deep.equal(['input', 'text', 'true']);
    await resident.types('Number on the pole?', ' A1234 ');
    expect(await answersOf(resident)).to.deep.equal({ pole: 'A1234' });
  });

  it('of datatype text is a field of several lines', async () => {
    const resident = await asked({ code: 'more', description: 'What else?', datatype: 'text' });
    const field = await resident.field('What else? (optional)');
    expect([field.localName, field.getAttribute('aria-required')]).to.deep.equal(['textarea', null]);
    await resident.types('What else? (optional)', 'One\nTwo');
    expect(await answersOf(resident)).to.deep.equal({ more: 'One\nTwo' });
  });

  it('of datatype number takes a number as one writes it', async () => {
    const resident = await asked({ code: 'deep', description: 'How deep?', datatype: 'number' });
    const field = await resident.field('How deep? (optional)');
    expect([field.inputMode, field.type, field.dir]).to.deep.equal(['decimal', 'text', 'ltr']);
    await resident.types('How deep? (optional)', 'two feet');
    await resident.presses('Continue');
    await resident.sees('There is 1 thing to fix');
    expect(resident.problems).to.deep.equal(['Write a number, like 2.']);
    expect(resident.filledIn).to.deep.equal({ 'How deep? (optional)': 'two feet' });
    await resident.types('How deep? (optional)', '2,5');
    expect(await answersOf(resident)).to.deep.equal({ deep: '2.5' });
  });

  it('of datatype datetime is a day and, if one likes, a time, sent in the zone of the city', async () => {
    const resident = await asked({ code: 'seen', description: 'When?', datatype: 'datetime' });
    const group = await resident.group('When? (optional)');
    expect([...group.querySelectorAll('input')].map(({ type }) => type)).to.deep.equal(['date', 'time']);
    await resident.sees('A guess is fine.');
    await resident.types('Day', '2026-11-02');
    await resident.types('Time (optional)', '14:30');
    await goesOn(resident);
    await resident.sees('Monday, November 2, 2:30 PM');
    await resident.presses('Back');
    await resident.arrivesAt('A few questions');
    expect(await answersOf(resident)).to.deep.equal({ seen: '2026-11-02T14:30:00-05:00' });
  });

  it('about a day alone is sent as the start of that day', async () => {
    const resident = await asked({ code: 'seen', description: 'When?', datatype: 'datetime', required: true });
    await resident.types('Day', '2026-07-04');
    expect(await answersOf(resident)).to.deep.equal({ seen: '2026-07-04T00:00:00-04:00' });
  });

  it('about a day, answered with a time alone, wants the day and keeps the time', async () => {
    const resident = await asked({ code: 'seen', description: 'When?', datatype: 'datetime' });
    await resident.types('Time (optional)', '14:30');
    await resident.presses('Continue');
    await resident.sees(/Write a date, like \d\d\/\d\d\/\d{4}\./);
    expect(resident.filledIn).to.deep.equal({ 'Time (optional)': '14:30' });
    await resident.follows(/^Write a date/);
    expect(await resident.isAt('field', 'Day')).to.equal(true);
  });

  it('about a day, half answered, says so, and keeps the half', async () => {
    const resident = await asked({ code: 'seen', description: 'When?', datatype: 'datetime' });
    const day = await resident.field('Day');
    day.focus();
    await sendKeys({ type: '11' });
    await resident.presses('Continue');
    await resident.sees(/Write a date, like/);
    expect(day.isConnected && day.validity.badInput, 'the half date still stands there').to.equal(true);
    day.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ type: '022026' });
    expect(day.value).to.equal('2026-11-02');
    expect(await answersOf(resident)).to.deep.equal({ seen: '2026-11-02T00:00:00-05:00' });
  });

  it('about a day can be mended in one part, without the others going', async () => {
    const resident = await asked({ code: 'seen', description: 'When?', datatype: 'datetime' });
    const day = await resident.field('Day');
    day.focus();
    await sendKeys({ type: '11022026' });
    expect(day.value).to.equal('2026-11-02');
    for (const press of ['ArrowLeft', 'ArrowLeft', 'Backspace']) await sendKeys({ press });
    expect([day.value, day.validity.badInput]).to.deep.equal(['', true]);
    await resident.form.updateComplete;
    await sendKeys({ type: '12' });
    expect(day.value).to.equal('2026-12-02');
    expect(await answersOf(resident)).to.deep.equal({ seen: '2026-12-02T00:00:00-05:00' });
  });

  it('about a day may be taken back', async () => {
    const resident = await asked({ code: 'seen', description: 'When?', datatype: 'datetime' });
    const day = await resident.field('Day');
    day.focus();
    await sendKeys({ type: '11' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'Backspace' });
    await goesOn(resident);
    await resident.sees('When? No answer');
  });

  it('of datatype singlevaluelist is a group of radio buttons', async () => {
    const resident = await asked({
      code: 'size',
      description: 'How big?',
      datatype: 'singlevaluelist',
      datatype_description: 'A guess will do.',
      required: true,
      values: values('Small', 'Very large'),
    });
    const group = await resident.group('How big?');
    expect([...group.querySelectorAll('input')].map(({ type }) => type)).to.deep.equal(['radio', 'radio']);
    expect(group.getAttribute('aria-describedby')).to.equal('answer:size-hint');
    await resident.sees('A guess will do.');
    await resident.chooses('Small');
    await resident.chooses('Very large');
    expect(resident.filledIn).to.deep.equal({ 'Very large': 'yes' });
    expect(await answersOf(resident)).to.deep.equal({ size: 'very_large' });
  });

  it('with more than six answers is a list to choose from', async () => {
    const resident = await asked({
      code: 'park',
      description: 'Which park?',
      datatype: 'singlevaluelist',
      values: values('One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'),
    });
    const field = (await resident.field('Which park? (optional)')) as unknown as HTMLSelectElement;
    expect(field.localName).to.equal('select');
    expect([...field.options].map(({ text }) => text).slice(0, 2)).to.deep.equal(['Choose one', 'One']);
    await resident.chooses('Which park? (optional)', 'Seven');
    await goesOn(resident);
    await resident.sees('Which park? Seven');
    await resident.presses('Back');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Which park? (optional)', 'Choose one');
    await goesOn(resident);
    await resident.sees('Which park? No answer');
    await resident.presses('Back');
    await resident.arrivesAt('A few questions');
    await resident.chooses('Which park? (optional)', 'Two');
    expect(await answersOf(resident)).to.deep.equal({ park: 'two' });
  });

  it('of datatype multivaluelist is a group of boxes, sent in the order of the list', async () => {
    const resident = await asked({
      code: 'what',
      description: 'What is there?',
      datatype: 'multivaluelist',
      required: true,
      values: values('Bags', 'Tires', 'Paint'),
    });
    const group = await resident.group('What is there?');
    expect([...group.querySelectorAll('input')].map(({ type }) => type)).to.deep.equal(Array(3).fill('checkbox'));
    await resident.sees('Choose all that fit.');
    await resident.presses('Continue');
    await resident.sees('Choose an answer: What is there?');
    await resident.chooses('Paint');
    await resident.chooses('Bags');
    await resident.chooses('Tires');
    await resident.chooses('Tires');
    expect(await answersOf(resident)).to.deep.equal({ what: ['bags', 'paint'] });
  });

  it('is answered on the wire in the words of the spec', async () => {
    const resident = await asked(
      { code: 'one', description: 'Which?', datatype: 'singlevaluelist', values: values('A', 'B') },
      { code: 'many', description: 'What?', datatype: 'multivaluelist', values: values('C', 'D') },
      { code: 'when', description: 'When?', datatype: 'datetime' },
    );
    await resident.chooses('B');
    await resident.chooses('C');
    await resident.types('Day', '2026-11-02');
    await goesOn(resident);
    const { fetch } = globalThis;
    const sent: string[] = [];
    globalThis.fetch = (url, init) => {
      if (init?.method === 'POST') sent.push(decodeURIComponent(String(init.body)));
      return fetch(url, init);
    };
    await resident.presses('Send report');
    await resident.getsReceipt();
    globalThis.fetch = fetch;
    expect(sent.map((body) => body.replace(/&description=\(Reference\+CD-....-....\)/, ''))).to.deep.equal([
      'service_code=all&address_string=Here&attribute[one]=b&attribute[many][]=c&attribute[when]=2026-11-02T00:00:00-05:00',
    ]);
  });

  it('that asks nothing is a notice, also on the way to a service that asks nothing else', async () => {
    city = await freshCity({
      seed: asking({ code: 'note', variable: false, description: 'Call 911 if a wire is down.' }),
    });
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'all' });
    await resident.sees('Good to know Call 911 if a wire is down.');
    await resident.sees('Step 1 of 2');
    await resident.saysWhere('Here');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
  });

  it('stands in the order the city gives, and says each required one that is missing', async () => {
    const resident = await asked(
      { code: 'c', description: 'Third?', order: 3, required: true },
      { code: 'a', description: 'First?', order: 1, required: true, datatype: 'number' },
      { code: 'n', description: 'Note.', order: 2, variable: false },
      { code: 'd', description: 'Fourth?', order: 4, required: true, datatype: 'datetime' },
    );
    await resident.sees(/First\?.*Note\..*Third\?.*Fourth\?/);
    await resident.presses('Continue');
    await resident.sees('There are 3 things to fix');
    expect(resident.problems).to.deep.equal(['Answer this: First?', 'Answer this: Third?', 'Answer this: Fourth?']);
  });

  it('may have any code: its hint and its error still belong to it', async () => {
    const code = 'Nature of "it" <b>/?&';
    const resident = await asked({ code, description: 'What?', datatype_description: 'In short.', required: true });
    await resident.presses('Continue');
    await resident.sees('There is 1 thing to fix');
    const field = await resident.field('What?');
    const described = field.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => resident.root.getElementById(id)?.textContent.trim())).to.deep.equal([
      'In short.',
      'Answer this: What?',
    ]);
    await resident.follows('Answer this: What?');
    expect(resident.focused === field).to.equal(true);
    await resident.types('What?', 'That');
    expect(await answersOf(resident)).to.deep.equal({ [code]: 'That' });
  });

  it('that has nothing to choose from is answered in words', async () => {
    const resident = await asked({ code: 'size', description: 'How big?', datatype: 'singlevaluelist', values: [] });
    expect((await resident.field('How big? (optional)')).type).to.match(/text/);
  });
});
