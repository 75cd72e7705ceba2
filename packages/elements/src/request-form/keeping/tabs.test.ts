import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { changeKept, instead, isKept, keptDrafts, leaves, savesSoon } from '../../../test/kept-drafts.ts';
import { Resident } from '../../../test/resident.ts';

describe('reports that are written in several tabs', () => {
  let city: TestCity;
  savesSoon();
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const opens = () => Resident.opens({ endpoint: city.endpoint });
  const writes = async (words: string) => {
    const resident = await opens();
    await resident.types('Say it in your own words', words);
    await isKept(resident, city.endpoint, words);
    return resident;
  };
  const isOffered = (resident: Resident) => resident.names('button').includes('Go on with it');

  it('are kept apart, and none is offered while the tab that writes it is open', async () => {
    const first = await writes('pot hole');
    const second = await opens();
    expect(isOffered(second)).to.equal(false);
    await second.types('Say it in your own words', 'graffiti');
    await isKept(second, city.endpoint, 'graffiti');
    await first.types('Say it in your own words', 'pot hole, deep');
    await isKept(first, city.endpoint, 'pot hole, deep');
    const words = (await keptDrafts(city.endpoint)).map(({ draft }) => (draft as { words: string }).words);
    expect(words).to.deep.equal(['pot hole, deep', 'graffiti']);
    expect(isOffered(await opens())).to.equal(false);
  });

  it('are offered once their tab is closed, the last one first', async () => {
    const first = await writes('pot hole');
    const second = await writes('graffiti');
    await leaves(first);
    await leaves(second);
    const third = await opens();
    await third.sees('You had started a report: graffiti.');
    await third.presses('Go on with it');
    await third.until('the words', () => third.filledIn['Say it in your own words'] === 'graffiti');
    const fourth = await opens();
    await fourth.sees('You had started a report: pot hole.');
  });

  it('are each gone on with in one tab only', async () => {
    await leaves(await writes('pot hole'));
    const [one, other] = [await opens(), await opens()];
    expect([isOffered(one), isOffered(other)]).to.deep.equal([true, true]);
    await Promise.all([one.presses('Go on with it'), other.presses('Go on with it')]);
    const went = () => [one, other].filter((tab) => tab.filledIn['Say it in your own words'] === 'pot hole');
    await one.until('one of them to go on', () => went().length);
    await aTimeout(200);
    expect(went()).to.have.length(1);
    const left = went()[0] === one ? other : one;
    await left.sees('This report is no longer here. You may have gone on with it on another page.');
    expect(isOffered(left)).to.equal(false);
    expect(await keptDrafts(city.endpoint)).to.have.length(1);
    // The other tab writes a report of its own.
    await left.types('Say it in your own words', 'graffiti');
    await isKept(left, city.endpoint, 'graffiti');
    expect(await keptDrafts(city.endpoint)).to.have.length(2);
  });

  it('are told apart in two forms on one page, too', async () => {
    const one = await writes('pot hole');
    const other = await writes('graffiti');
    await one.presses('Clear my report');
    await one.sees('Your report is cleared.');
    expect(other.filledIn).to.deep.equal({ 'Say it in your own words': 'graffiti' });
    expect(await keptDrafts(city.endpoint)).to.have.length(1);
  });

  it('are offered to another window of the site once this one lets go of them, and after a reload of it', async () => {
    const here = await writes('pot hole');
    const frame = document.createElement('iframe');
    frame.width = '600';
    frame.srcdoc = `<!doctype html><script type="module" src="${new URL('../define.ts', import.meta.url).href}"></script>
      <citydesk-request-form endpoint="${city.endpoint}"></citydesk-request-form>`;
    const there = (selector: string) =>
      frame.contentDocument?.querySelector('citydesk-request-form')?.shadowRoot?.querySelector<HTMLElement>(selector);
    const until = async (what: string, look: () => unknown) => {
      const end = performance.now() + 10_000;
      while (!look()) {
        if (performance.now() > end) throw new Error(`The other window never came to ${what}.`);
        await aTimeout(20);
      }
    };
    const box = '[aria-labelledby=resume]';
    document.body.append(frame);
    await until('its first screen', () => there('#title'));
    expect(there(box)).to.equal(null);
    frame.remove();
    await leaves(here);

    document.body.append(frame);
    await until('the offer', () => there(box));
    there(`${box} button`)!.click();
    await until('the words', () => there('input')?.matches('#words') && (there('input') as HTMLInputElement).value);
    expect(isOffered(await opens())).to.equal(false);
    frame.contentWindow!.location.reload();
    await until('a new page', () => !there('#title'));
    await until('the offer again', () => there(box));
    frame.remove();
  });

  describe('where pages have no Web Locks', () => {
    let back: () => void;
    before(() => (back = instead(navigator, 'locks', undefined)));
    after(() => back());

    it('are not offered while their tab gives signs of life, and are once it is closed', async () => {
      const first = await writes('pot hole');
      expect(isOffered(await opens())).to.equal(false);
      await aTimeout(1200);
      expect(isOffered(await opens())).to.equal(false);
      await leaves(first);
      expect(isOffered(await opens())).to.equal(true);
    });

    it('are offered when their tab has given no sign of life for a while', async () => {
      const first = await writes('pot hole');
      const { id } = (await keptDrafts(city.endpoint))[0]!;
      await leaves(first);
      await changeKept(id, { beat: Date.now() - 300 });
      expect(isOffered(await opens())).to.equal(false);
      await changeKept(id, { beat: Date.now() - 60_000 });
      expect(isOffered(await opens())).to.equal(true);
    });
  });
});
