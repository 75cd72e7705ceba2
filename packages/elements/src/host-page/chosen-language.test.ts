import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile } from '../../test/city-file.ts';
import { Resident } from '../../test/resident.ts';
import { placed, Visitor } from '../../test/visitor.ts';
import { chosen, languageKey } from '../city/chosen-language.ts';
import '../faq-panel/define.ts';
import panelInSpanish from '../messages/es/panel.json';
import laterInSpanish from '../messages/es/later.json';
import formInSpanish from '../messages/es/form.json';
import arabic from '../messages/ar/form.json';

describe('who cannot read the language of a widget', () => {
  let city: TestCity;
  const { lang } = document.documentElement;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    delete chosen.tag;
    sessionStorage.removeItem(languageKey);
    await city.close();
  });

  it('chooses another, which every widget of the page then speaks, with what was typed still there', async () => {
    const panel = new Visitor(
      await placed('citydesk-faq-panel', {}, { inside: '<details><summary>Brush</summary>On Mondays.</details>' }),
    );
    const resident = await Resident.opens({ endpoint: city.endpoint, 'service-code': 'graffiti' });
    await resident.arrivesAt('Show us where it is');
    await resident.types('Address or place', '318 Hoffman St');
    await resident.presses(/^Language: English/);
    await resident.presses('Español');
    await resident.arrivesAt(formInSpanish['where.heading']);
    expect(Object.values(resident.filledIn)).to.deep.equal(['318 Hoffman St']);
    await panel.until('a Spanish panel', () => panel.heading === panelInSpanish['faq.heading']);
    await resident.presses(formInSpanish['continue']);
    await resident.arrivesAt(formInSpanish['check.heading']);
    await resident.sees(laterInSpanish['send.button']);
    expect(document.documentElement.lang, 'the page').to.equal(lang);
  });

  it('finds each under its own name, in its own language, and the one that is spoken marked', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    await resident.presses(/^Language: English/);
    await resident.until('the languages', () => resident.root.querySelector('.menu') !== null);
    const names = [...resident.root.querySelectorAll<HTMLElement>('.menu button')];
    expect(names).to.have.length(16);
    expect(names.map(({ lang }) => lang)).to.include.members(['ht', 'zh-Hant', 'pt-BR']);
    expect(names.filter((one) => one.ariaCurrent === 'true').map(({ lang }) => lang)).to.deep.equal(['en']);
  });

  it('closes the languages with Escape, and is back at the button', async () => {
    const resident = await Resident.opens({ endpoint: city.endpoint });
    const button = await resident.button(/^Language: English/);
    button.click();
    await resident.until('the languages', () => button.getAttribute('aria-expanded') === 'true');
    const [first] = resident.root.querySelectorAll<HTMLElement>('.menu button');
    first!.focus();
    first!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(resident.root.querySelector('.menu')).to.equal(null);
    expect(resident.focused === button, 'the focus').to.equal(true);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('has chosen for the other pages of the tab, too; not on a shared computer', async () => {
    const chooses = async (storage: string) => {
      const resident = await Resident.opens({ endpoint: city.endpoint, storage });
      await resident.presses(/^Language: English|^Idioma/);
      await resident.presses('العربية');
      await resident.until('an Arabic form', () => resident.heading === arabic['what.heading']);
      return sessionStorage.getItem(languageKey);
    };
    expect(await chooses('none')).to.equal(null);
    delete chosen.tag;
    expect(await chooses('device')).to.equal('ar');
  });

  it('is offered those that the city names, and nothing where there is no choice', async () => {
    const two = await Resident.opens({
      endpoint: city.endpoint,
      config: cityFile({ languages: ['en', 'es-MX', 'xx'] }),
    });
    await two.presses(/^Language: English/);
    await two.until('the languages', () => two.root.querySelectorAll('.menu button').length === 2);
    const one = await Resident.opens({ endpoint: city.endpoint, config: cityFile({ languages: ['en'] }) });
    await one.until('no button', () => one.root.querySelector('.langs') === null);
  });
});

describe('a city that words a sentence itself', () => {
  it('has it said its way, in the language it is for, and everything else as it was', async () => {
    const city = await freshCity();
    const words = {
      en: { 'what.heading': 'What can we fix?', 'what.label': 7 },
      es: { 'what.heading': '¿Qué arreglamos?' },
    };
    const resident = await Resident.opens({ endpoint: city.endpoint, config: cityFile({ words }) });
    await resident.arrivesAt('What can we fix?');
    await resident.sees('Say it in your own words');
    const other = await Resident.opens({ endpoint: city.endpoint, locale: 'es', config: cityFile({ words }) });
    await other.arrivesAt('¿Qué arreglamos?');
    await other.sees(formInSpanish['what.label']);
    await city.close();
  });
});
