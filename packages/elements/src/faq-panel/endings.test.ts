import { aTimeout, expect } from '@open-wc/testing';
import { Asker, endingsSoFar } from '../../test/asker.ts';
import { placed } from '../../test/visitor.ts';
import { RequestSubmittedEvent } from '../request-form/events.ts';

const entries = [
  { id: 'brush', title: 'When is brush picked up?', body: 'Every fourth week.', services: ['brush'] },
  { id: 'brush-missed', title: 'My brush was not picked up', body: 'Leave it.', services: ['brush', 'trash'] },
];
const city = { reportUrl: '/report/' };

const reads = async () => {
  const asker = await Asker.reads(entries, city);
  await asker.asks('brush picked up');
  return asker;
};
const leavesPage = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

describe('“Did this answer your question?”', () => {
  it('ends well with a yes, once for each answer, and says thanks', async () => {
    const asker = await reads();
    await asker.opensAnswer('When is brush picked up?');
    (await asker.button('Yes')).focus();
    await asker.presses('Yes');
    await asker.sees('Good to hear. Thank you.');
    await asker.until('the focus', () => asker.focused?.textContent === 'Good to hear. Thank you.');
    expect(asker.names('button')).not.to.include('Yes');
    await asker.presses('When is brush picked up?');
    await asker.presses('When is brush picked up?');
    expect(asker.text, 'it is not asked again').to.include('Good to hear.');
    leavesPage();
    expect(endingsSoFar()).to.deep.equal(['answered brush']);
  });

  it('leads on after a no: to the form with the words, the service and the answer, or to a person', async () => {
    const asker = await reads();
    await asker.opensAnswer('When is brush picked up?');
    (await asker.button('No')).focus();
    await asker.presses('No');
    await asker.until('the focus', () => asker.focused?.textContent === 'Other words may find a better answer.');
    expect((await asker.link('Report it instead')).getAttribute('href')).to.equal(
      '/report/#citydesk:words=brush%20picked%20up&service=brush&answer=brush',
    );
    expect(asker.root.querySelector('slot[name=person]')!.textContent).to.include('Call 311.');
    leavesPage();
    expect(endingsSoFar()).to.deep.equal([]);
  });

  it('names no service where the answer is about several', async () => {
    const asker = await reads();
    await asker.opensAnswer('My brush was not picked up');
    await asker.presses('No');
    expect((await asker.link('Report it instead')).hash).to.equal(
      '#citydesk:words=brush%20picked%20up&answer=brush-missed',
    );
  });

  it('offers no report where there is neither a form nor a page of one', async () => {
    const asker = await Asker.reads(entries);
    await asker.asks('brush');
    await asker.opensAnswer('When is brush picked up?');
    await asker.presses('No');
    expect(asker.names('link')).not.to.include('Report it instead');
    await placed('citydesk-request-form', {});
    asker.widget.requestUpdate();
    await asker.widget.updateComplete;
    const { href } = await asker.link('Report it instead');
    expect(href).to.equal(`${location.href.replace(/#.*/, '')}#citydesk:words=brush&service=brush&answer=brush`);
  });
});

describe('an answer that was read without a word', () => {
  it('is left when the page is left, and only then', async () => {
    const asker = await reads();
    await asker.opensAnswer('When is brush picked up?');
    await asker.opensAnswer('My brush was not picked up');
    await asker.presses('My brush was not picked up');
    await asker.asks('');
    expect(endingsSoFar()).to.deep.equal([]);
    leavesPage();
    leavesPage();
    expect(endingsSoFar()).to.deep.equal(['left-after-answer brush-missed']);
  });

  it('is left when the panel is taken away, but not when it is moved', async () => {
    const asker = await reads();
    await asker.opensAnswer('When is brush picked up?');
    document.body.append(asker.widget);
    await aTimeout(0);
    expect(endingsSoFar()).to.deep.equal([]);
    asker.widget.remove();
    await aTimeout(0);
    expect(endingsSoFar()).to.deep.equal(['left-after-answer brush']);
  });

  it('is not left by who goes on to the form, or reports on the same page', async () => {
    for (const goesOn of [
      async (asker: Asker) => {
        asker.root.addEventListener('click', (event) => event.preventDefault());
        await asker.asks('xyzzy');
        await asker.follows('Report it instead');
      },
      async () => void document.body.dispatchEvent(new RequestSubmittedEvent('brush', {})),
    ]) {
      const asker = await reads();
      await asker.opensAnswer('When is brush picked up?');
      await goesOn(asker);
      leavesPage();
      expect(endingsSoFar()).to.deep.equal([]);
    }
  });

  it('is nothing where no answer was opened', async () => {
    const asker = await reads();
    leavesPage();
    asker.widget.remove();
    await aTimeout(0);
    expect(endingsSoFar()).to.deep.equal([]);
  });
});

describe('a question without an answer', () => {
  it('is told once it stands, once for the same words, and without the words', async () => {
    const asker = await reads();
    for (const words of ['chick', 'chicke', 'chickens']) {
      await asker.asks(words);
      await aTimeout(200);
    }
    expect(endingsSoFar()).to.deep.equal([]);
    await asker.until('the ending', () => endingsSoFar().length > 0);
    await asker.asks('brush');
    await asker.asks('Chickens ');
    await aTimeout(1700);
    expect(endingsSoFar()).to.deep.equal(['no-result']);
  }).timeout(10_000);

  it('is told with the words where the city file says so', async () => {
    const asker = await Asker.reads(entries, { shareQuestions: true });
    await asker.asks('may I keep chickens');
    await asker.until('the ending', () => endingsSoFar().length > 0);
    expect(endingsSoFar()).to.deep.equal(['no-result may I keep chickens']);
    await asker.asks('brush');
    await asker.opensAnswer('When is brush picked up?');
    await asker.presses('Yes');
    expect(endingsSoFar()[1], 'what was typed is told of nothing else').to.equal('answered brush');
  });
});
