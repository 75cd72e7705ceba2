import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { nameOf } from '../../test/reading.ts';
import {
  cannedFor,
  questionsAbout,
  realCities,
  servicesIn,
  writtenCities,
  type RecordedCity,
  type RecordedQuestion,
} from '../../test/recorded-city.ts';
import { ownWords } from '../../test/own-words.ts';
import { Resident } from '../../test/resident.ts';

describe('a report of every kind that real cities take', function () {
  this.timeout(120_000);
  let filed = 0;
  let services = 0;
  const definitions = new Set<string>();
  const datatypes = new Set<string>();

  it('is filed in cities written by hand in their shapes', async () => {
    for (const city of writtenCities) await filesEverything(city);
    expect([...datatypes].toSorted()).to.deep.equal([
      'datetime',
      'multivaluelist',
      'number',
      'singlevaluelist',
      'string',
      'text',
    ]);
    expect([filed, definitions.size]).to.deep.equal([services, 10]);
    expect(filed).to.be.greaterThan(15);
  });

  it('is filed in real cities, on the very bytes they sent', async function () {
    const cities = await realCities();
    if (!cities) return this.skip();
    for (const city of cities) await filesEverything(city);
    expect(filed).to.equal(services);
    expect(filed, 'services').to.be.at.least(60);
    expect(definitions.size, 'definitions').to.be.at.least(8);
  });

  after(() => console.log(`filed ${filed} of ${services} services, ${definitions.size} definitions`));

  async function filesEverything(recorded: RecordedCity): Promise<void> {
    const city = await freshCity({ seed: 'empty', canned: cannedFor(recorded) });
    const resident = await Resident.opens({ endpoint: city.endpoint });
    const listed = servicesIn(recorded);
    services += listed.length;
    for (const [at, { code, name }] of listed.entries()) {
      const place = `${at + 1} Main St`;
      const twins = listed.slice(0, at).filter((other) => other.name === name).length;
      await choose(resident, name, twins);
      await resident.saysWhere(place, `About ${name}`);
      const questions = questionsAbout(code, recorded);
      await answersAll(resident, questions);
      await resident.arrivesAt('Check and send');
      await resident.presses('Send report');
      await resident.arrivesAt('The city has your report');

      const row = await rowAt(city, place);
      expect([row.serviceCode, ownWords(row.description)], recorded.name).to.deep.equal([code, `About ${name}`]);
      expect(row.attributes, `${recorded.name} ${code}`).to.deep.equal(expected(questions ?? []));
      filed += 1;
      if (questions) definitions.add(`${recorded.name} ${code}`);
      for (const { datatype } of questions ?? []) datatypes.add(datatype);
      await resident.presses(/^Another problem at this place/);
      await resident.arrivesAt('What is the problem?');
    }
    await city.close();
  }
});

/** Takes the service from the list; `twins` of the same name stand before it. */
async function choose(resident: Resident, name: string, twins: number): Promise<void> {
  const button = await resident.until(
    `the service “${name}”`,
    () =>
      [...resident.root.querySelectorAll<HTMLElement>('.groups button.pick')].filter(
        (one) => nameOf(one.querySelector('strong')!) === nameOf(paragraph(name)),
      )[twins],
  );
  button.closest('details')?.setAttribute('open', '');
  button.click();
}

const paragraph = (words: string) => Object.assign(document.createElement('p'), { textContent: words });

/** Answers whatever is on the screen, field by field, and goes on. */
async function answersAll(resident: Resident, questions: readonly RecordedQuestion[] | undefined): Promise<void> {
  await resident.until('the next screen', () => /^(A few questions|Check and send)$/.test(resident.heading));
  await resident.until('the questions', () => !/on (their|its) way/.test(resident.text));
  if (resident.heading === 'Check and send') {
    expect(questions ?? []).to.deep.equal([]);
    return;
  }
  if (!questions) await resident.sees('The city’s questions did not load');
  const main = resident.root.querySelector('form')!;
  expect(main.querySelectorAll('.field').length, resident.text).to.equal(questions?.length ?? 0);
  for (const control of main.querySelectorAll<HTMLInputElement>('.field input, .field select, .field textarea')) {
    await answers(resident, control);
  }
  await resident.presses('Continue');
}

async function answers({ form }: Resident, control: HTMLInputElement): Promise<void> {
  switch (control.type) {
    case 'radio':
    case 'checkbox':
      control.click();
      break;
    case 'select-one':
      control.value = [...(control as unknown as HTMLSelectElement).options].at(-1)!.value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      break;
    default:
      control.value =
        { date: '2026-11-02', time: '14:30' }[control.type] ?? (control.inputMode === 'decimal' ? '7' : 'Words');
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  await form.updateComplete;
}

/** What the city then has: the last of one, all of many. */
function expected(questions: readonly RecordedQuestion[]): Readonly<Record<string, string | readonly string[]>> {
  const given = ({ datatype, keys }: RecordedQuestion) => {
    if (datatype === 'multivaluelist') return keys;
    if (datatype === 'singlevaluelist') return keys.at(-1)!;
    if (datatype === 'number') return '7';
    return datatype === 'datetime' ? '2026-11-02T14:30:00' : 'Words';
  };
  return Object.fromEntries(questions.map((question) => [question.code, given(question)]));
}

/** The stored request at `place`; the zone of its dates is that of the device, and cut off here. */
async function rowAt(city: TestCity, place: string) {
  const row = (await city.rows()).find(({ address }) => address === place)!;
  const local = (value: string | readonly string[]) =>
    typeof value === 'string' ? value.replace(/(T\d\d:\d\d:\d\d)[+-]\d\d:\d\d$/, '$1') : value;
  const attributes = Object.fromEntries(Object.entries(row.attributes).map(([code, value]) => [code, local(value)]));
  return { ...row, attributes };
}
