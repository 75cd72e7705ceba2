import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { Follower } from '../../test/following.ts';
import { Resident } from '../../test/resident.ts';
import { placed, Visitor } from '../../test/visitor.ts';
import '../faq-panel/define.ts';

type Way = (text: Text) => void;

/** As Google Translate does: the words move into two elements of its own. */
const wrapped: Way = (text) => {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  outer.append(inner);
  text.replaceWith(outer);
  inner.textContent = `${text.data}`;
};
/** As others do: other words in the same node. */
const rewritten: Way = (text) => void (text.data = text.data.toUpperCase());

/** Does it to every word in a widget, again and again, as long as it runs. */
function translates(root: ShadowRoot, way: Way): () => void {
  const done = new WeakSet<Node>();
  const all = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || done.has(text) || text.parentElement?.localName === 'font') continue;
      done.add(text);
      way(text);
    }
  };
  const observer = new MutationObserver(all);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  all();
  return () => observer.disconnect();
}

describe('a page translator', () => {
  let city: TestCity;
  let errors: string[];
  let stop = () => {};
  const note = ({ reason }: PromiseRejectionEvent) => errors.push(String(reason));
  const noteError = ({ message }: ErrorEvent) => errors.push(message);

  beforeEach(async () => {
    city = await freshCity();
    errors = [];
    addEventListener('unhandledrejection', note);
    addEventListener('error', noteError);
  });
  afterEach(async () => {
    stop();
    removeEventListener('unhandledrejection', note);
    removeEventListener('error', noteError);
    await city.close();
  });

  for (const [name, way] of [
    ['that wraps every word', wrapped],
    ['that rewrites every word', rewritten],
  ] as const) {
    it(`${name} does not keep a report from the city`, async () => {
      const before = (await city.rows()).length;
      const resident = await Resident.opens({ endpoint: city.endpoint });
      await resident.sees('Some things you can report');
      stop = translates(resident.root, way);
      const press = async (words: RegExp) => {
        const button = await resident.until(`${words}`, () =>
          resident.all('button').find(({ textContent }) => words.test(textContent!)),
        );
        button.click();
        await resident.form.updateComplete;
      };
      const field = (id: string) =>
        resident.until(
          `the field ${id}`,
          () => resident.root.querySelector<HTMLInputElement>(`input#${id}`) ?? undefined,
        );
      const type = async (id: string, words: string) => {
        const one = await field(id);
        one.value = words;
        one.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await resident.form.updateComplete;
      };
      await type('words', 'graf');
      await type('words', 'zzzz');
      await type('words', 'graffiti');
      await press(/graffiti/i);
      await resident.until('the place', () => /show us where it is/i.test(resident.heading));
      await press(/continue/i);
      await resident.until('the errors', () => resident.problems.length);
      const place = await resident.until(
        'the place',
        () => resident.root.querySelector<HTMLInputElement>('input[type=text], input:not([type])') ?? undefined,
      );
      await type(place.id, '318 Hoffman St');
      await press(/continue/i);
      await resident.until('the last screen', () => /check and send/i.test(resident.heading));
      await press(/back/i);
      await resident.until('the place', () => /show us where it is/i.test(resident.heading));
      await press(/continue/i);
      await resident.until('the last screen', () => /check and send/i.test(resident.heading));
      await press(/send report/i);
      await resident.until('the receipt', () => /the city has your report/i.test(resident.heading));
      expect((await city.rows()).length).to.equal(before + 1);
      expect(errors).to.deep.equal([]);
    });

    it(`${name} leaves the tracker finding reports`, async () => {
      const [one, other] = (await city.rows()).filter(({ address }) => address);
      const follower = await Follower.comesTo(city);
      await follower.sees('Report number');
      stop = translates(follower.root, way);
      for (const { serviceRequestId, address } of [one!, other!]) {
        const field = follower.root.querySelector<HTMLInputElement>('#number')!;
        field.value = serviceRequestId;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        follower
          .all('button')
          .find(({ textContent }) => /find report/i.test(textContent!))!
          .click();
        await follower.sees(new RegExp(address!.replace(/[^\w ]/g, '.'), 'i'));
      }
      expect(errors).to.deep.equal([]);
      history.replaceState(null, '', location.pathname + location.search);
    });

    it(`${name} leaves the panel opening and searching answers`, async () => {
      const inside = '<details><summary>When is brush picked up?</summary><p>On Mondays.</p></details>';
      const panel = new Visitor(await placed('citydesk-faq-panel', {}, { inside }));
      await panel.sees('When is brush picked up?');
      stop = translates(panel.root, way);
      const type = async (words: string) => {
        const field = panel.root.querySelector<HTMLInputElement>('#question')!;
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await panel.widget.updateComplete;
      };
      await type('zzzz');
      await panel.sees(/we found no answer/i);
      await type('brush');
      await panel.sees(/when is brush picked up/i);
      panel
        .all('button')
        .find(({ textContent }) => /when is brush/i.test(textContent!))!
        .click();
      await panel.sees(/on mondays/i);
      await type('');
      expect(errors).to.deep.equal([]);
    });
  }
});
