import { expect } from '@open-wc/testing';
import { Asker } from '../../test/asker.ts';
import { nameOf } from '../../test/reading.ts';

const entries = [
  { id: 'trash', title: 'When is trash picked up?', topic: 'Trash', body: 'Every Tuesday.', popular: true },
  { id: 'pizza', title: 'May pizza boxes go into recycling?', topic: 'Trash', body: 'Only clean ones.' },
  { id: 'dog', title: 'How do I get a dog license?', topic: 'Animals', body: 'At City Hall.' },
];
const es = {
  id: 'bache',
  locale: 'es',
  title: '¿Cuánto tardan en tapar un bache?',
  topic: 'Calles',
  body: 'Cinco días.',
  popular: true,
};

describe('answers in other languages', () => {
  it('stand apart, under the name that the language has for itself', async () => {
    const asker = await Asker.reads([...entries, es]);
    expect(asker.questions).to.deep.equal(['When is trash picked up?']);
    expect(asker.topics.at(-1)).to.equal('Español (1)');
    await asker.presses('Español (1)');
    await asker.opensAnswer(/bache/);
    expect(asker.root.querySelector<HTMLElement>('details[open] .answer')!.lang).to.equal('es');
    const named = [...asker.root.querySelectorAll<HTMLElement>('[lang=es]')].map(nameOf);
    expect(named).to.include.members(['Español', es.title]);
  });

  it('are found, and marked', async () => {
    const asker = await Asker.reads([...entries, es]);
    await asker.asks('tapar bache');
    // After the button with the widget's own languages.
    expect(asker.names('button')[1]).to.equal(`${es.title} Español`);
    await asker.opensAnswer(/bache/);
    expect((await asker.button('Yes')).closest('[lang]')!.getAttribute('lang'), 'our own words').to.equal('en-US');
  });

  it('are no others where the page speaks that language, or all answers do', async () => {
    const spanish = await Asker.reads([...entries, es], { locale: 'es-MX' });
    expect(spanish.questions).to.deep.equal([es.title]);
    expect(spanish.topics.at(-1)).to.equal('English (3)');
    const only = await Asker.reads([es]);
    expect(only.questions).to.deep.equal([es.title]);
    expect(only.text.replace('English · Español …', '')).not.to.include('Español');
  });
});
