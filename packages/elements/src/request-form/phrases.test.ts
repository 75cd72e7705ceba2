/** A form in Spanish of a city that writes English: what the city calls, asks and offers is in Spanish, with the city's own words beside it. */
import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { phrasesIn } from '@citydesk/core/phrasebook';
import { axeSays } from '../../test/axe.ts';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { ownWords } from '../../test/own-words.ts';
import { Resident } from '../../test/resident.ts';
import form from '../messages/es/form.json';
import later from '../messages/es/later.json';
import place from '../messages/es/place.json';
import english from '../messages/what.en.json';
import stop from '../messages/triage.en.json';

const { services, groups, questions, answers } = (await phrasesIn('es')) as unknown as Record<
  string,
  Record<string, readonly string[]>
>;
const bache = services!['pothole']![0]!;

let city: TestCity;
before(async () => {
  city = await freshCity({
    seed: {
      services: [
        {
          service_code: 'pothole',
          service_name: 'Pothole in the street',
          description: 'A hole in the road surface',
          group: 'Streets and sidewalks',
          attributes: [
            {
              code: 'lane',
              datatype: 'singlevaluelist',
              required: true,
              description: 'Where in the street is it?',
              datatype_description: 'A guess is fine.',
              values: [
                { key: 'bike', name: 'Bike lane' },
                { key: 'unsure', name: 'I do not know' },
                { key: 'hump', name: 'On the Long Hump' },
              ],
            },
            { code: 'count', datatype: 'number', description: 'How many holes are there?' },
          ],
        },
        { service_code: 'cable', service_name: 'Cable ferry late', group: 'River things' },
        { service_code: 'limb', service_name: 'Tree limb down', group: 'River things' },
      ],
    },
  });
});
after(() => city.close());

const opens = async (keys: object = {}): Promise<Resident> => {
  const config = cityFile({ endpoint: city.endpoint, zone: 'America/Detroit', nearby: false, ...keys });
  const resident = await Resident.opens({ config, locale: 'es' });
  await resident.sees(form['what.examples']);
  return resident;
};

/** The elements that say so, in their language. */
const inLanguage = (resident: Resident, lang: string): readonly string[] =>
  [...resident.root.querySelectorAll(`[lang="${lang}"]`)].map((one) => one.textContent!.replace(/\s+/g, ' ').trim());

const first = (words: readonly string[] | undefined): string => words![0]!;

describe('a form in another language than the city’s', () => {
  it('names services and groups in it, with the city’s own words beside them', async () => {
    const resident = await opens();
    await resident.sees(`${bache} Pothole in the street`);
    expect(inLanguage(resident, 'es')).to.include(bache).and.to.include(first(groups!['streets']));
    expect(inLanguage(resident, 'en')).to.include('Pothole in the street').and.to.include('Streets and sidewalks');
    const original = resident.root.querySelector('.original')!;
    expect(getComputedStyle(original).fontWeight).to.equal('400');
    expect((await axeSays(resident.form)).violations).to.deep.equal([]);
  });

  it('runs from right to left where the resident’s language does', async () => {
    const config = cityFile({ endpoint: city.endpoint });
    const resident = await Resident.opens({ config, locale: 'ar' });
    const original = await resident.until(
      'a service',
      () => resident.root.querySelector('.first .pick .original') ?? undefined,
    );
    expect(getComputedStyle(original).direction).to.equal('ltr');
    expect(getComputedStyle(original.closest('.pick > span')!).direction).to.equal('rtl');
  });

  it('leaves what nobody knows in the city’s language, and says which that is', async () => {
    const resident = await opens();
    await resident.sees('Cable ferry late');
    const ferry = (await resident.button(/^Cable ferry late/)).querySelector('strong')!;
    expect(ferry.textContent!.trim()).to.equal('Cable ferry late');
    expect(ferry.querySelector('bdi')!.lang).to.equal('en');
    expect(inLanguage(resident, 'en')).to.include('A hole in the road surface').and.to.include('River things');
  });

  it('finds a service by the words of a resident', async () => {
    const resident = await opens();
    for (const words of ['bache', ...services!['pothole']!]) {
      await resident.types(form['what.label'], words);
      await resident.sees(form['what.matches']);
      const found = resident.root.querySelector('.first button strong bdi')!;
      expect(found.textContent, words).to.equal(bache);
    }
    await resident.types(form['what.label'], 'pothole');
    await resident.sees(form['what.matches']);
  });

  it('waits with the search until an input method has whole words', async () => {
    const resident = await opens();
    const field = await resident.field(form['what.label']);
    const composes = (type: string, value: string, isComposing?: boolean) => {
      field.value = value;
      const more = { bubbles: true, composed: true };
      field.dispatchEvent(
        isComposing === undefined
          ? new CompositionEvent(type, { ...more, data: value })
          : new InputEvent(type, { ...more, isComposing }),
      );
    };
    composes('input', 'zzzz', true);
    await resident.form.updateComplete;
    expect(resident.text).not.to.include(form['what.none.body']);
    expect(field.value).to.equal('zzzz');
    composes('compositionend', 'bache');
    await resident.sees(form['what.matches']);
    expect(resident.form.draft.words).to.equal('bache');
  });

  it('asks in it, sends the city its own codes, and tells the clerk the language', async () => {
    const resident = await opens();
    await resident.types(form['what.label'], 'bache');
    await resident.presses(new RegExp(`^${bache}`));
    await resident.arrivesAt(form['where.heading']);
    await resident.types(form['place.label'], '318 Hoffman St');
    await resident.types(form.optional.replace('{label}', form['questions.describe']), 'Muy hondo.');
    await resident.presses(form.continue);
    await resident.arrivesAt(form['questions.heading']);
    const question = first(questions!['where-street']);
    await resident.group(`${question} Where in the street is it?`);
    await resident.sees(first(questions!['guess']));
    await resident.field(
      form.optional.replace('{label}', `${first(questions!['how-many-holes'])} How many holes are there?`),
    );
    expect((await resident.field('On the Long Hump')).labels![0]!.querySelector('bdi')!.lang).to.equal('en');
    await resident.presses(form.continue);
    // What is to be fixed is one sentence in one language.
    await resident.sees(later['questions.choose'].replace('{question}', question));
    await resident.chooses(`${first(answers!['bike-lane'])} Bike lane`);
    await resident.presses(form.continue);
    await resident.arrivesAt(form['check.heading']);
    await resident.sees(`${question} Where in the street is it?`);
    await resident.sees(`${first(answers!['bike-lane'])} Bike lane`);
    await resident.presses(later['send.button']);
    await resident.arrivesAt(later['receipt.heading']);
    const [row] = await city.rows();
    expect(row).to.include({ serviceCode: 'pothole' });
    expect(row!.attributes).to.deep.equal({ lane: 'bike' });
    expect(ownWords(row!.description)).to.equal('Muy hondo.\n\nWritten in Spanish (español).');
  });

  it('says what to do in danger in both languages', async () => {
    const resident = await opens({ urgent: { words: [{ phrase: 'la presa se rompe', danger: 'water' }] } });
    await resident.sees(form['help.danger'].replace('{emergency}', '911'));
    expect(inLanguage(resident, 'en')).to.include(english['help.danger'].replace('{emergency}', '911'));
    await resident.types(form['what.label'], 'la presa se rompe');
    await resident.sees(place['urgent.heading'].replace('{emergency}', '911'));
    await resident.sees(place['urgent.water']);
    const [said] = inLanguage(resident, 'en').filter((words) => words.includes(stop['urgent.body']));
    expect(said).to.include(stop['urgent.heading'].replace('{emergency}', '911')).and.to.include(stop['urgent.water']);
  });
});

describe('the city’s own translations', () => {
  const translations = cityFile({
    es: {
      'Pothole in the street': ['Cráter', 'boquete'],
      'Cable ferry late': 'El transbordador se retrasa',
      'A hole in the road surface': 'Un hueco en el pavimento',
    },
  });

  it('win over the book, and are found', async () => {
    const resident = await opens({ translations });
    await resident.sees('Cráter Pothole in the street');
    await resident.sees('El transbordador se retrasa Cable ferry late');
    await resident.sees('Un hueco en el pavimento');
    await resident.types(form['what.label'], 'boquete');
    await resident.sees(form['what.matches']);
    expect(resident.root.querySelector('.first button strong bdi')!.textContent).to.equal('Cráter');
  });

  it('that cannot be read are told to the editor, and the book serves', async () => {
    const told = await toldOnConsole(async () => {
      const resident = await opens({ translations: '/__none.json' });
      await resident.sees(`${bache} Pothole in the street`);
      await aTimeout(500);
    });
    expect(told.join('\n')).to.include('/__none.json could not be read. Check "translations"');
  });
});

describe('a form in the city’s own language', () => {
  it('says its words as they are, and names no language', async () => {
    const config = cityFile({ endpoint: city.endpoint });
    const resident = await Resident.opens({ config, locale: 'en' });
    await resident.sees('Pothole in the street');
    expect(
      [...resident.root.querySelectorAll('bdi[lang], .original, p[lang]')].map((one) => one.textContent),
    ).to.deep.equal([]);
    expect(resident.text.split(english['help.danger'].split('{')[0]!)).to.have.length(2);
  });
});
