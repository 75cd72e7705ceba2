// Fetches each widget's code when the first such element comes near the view, and says what to change when it cannot.

import { nowAndLater } from './now-and-later.ts';
import { standIn } from './stand-in.ts';

/** The elements to look for, and how each is fetched, for the first of its kind that comes near. */
export type Widgets = Readonly<Record<string, (element: Element) => Promise<unknown>>>;

const pause = 1000;

const again = Symbol.for('citydesk.again');

/** How far below or above the view an element may be when its code is fetched: about one screen of a phone. */
const near = '800px';

/** Stands in the corner of the view, wherever on the page it is written; and what is inside it waits for it. */
const launcher = 'citydesk-launcher';

/**
 * Looks for the elements in the page, now and whenever something is added, until all have come near.
 * `address` is where this script came from, for the message when a fetch fails.
 * Elements inside other shadow roots are not seen; who puts them there can import them from `@citydesk/elements`.
 */
export function watch(widgets: Widgets, address: string): void {
  const unseen = new Set(Object.keys(widgets));
  const seen = (element: Element): void => {
    const name = nameOf(element);
    if (unseen.delete(name)) void bring(element, widgets[name], address);
  };
  const view = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) seen(target);
    },
    { rootMargin: near },
  );
  const look = (): void => {
    // A link into a widget is followed by its code.
    const isLinked = location.hash.startsWith('#citydesk:');
    for (const name of unseen) {
      for (const element of all(name)) {
        if (element.closest(`${launcher}:not(:defined, ${name})`)) continue;
        if (isLinked || name === launcher) seen(element);
        else view.observe(element);
      }
    }
  };
  addEventListener('hashchange', look);
  void customElements.whenDefined(launcher).then(look);
  nowAndLater(look);
  // A report waits on this device: it goes out wherever on the page the widget stands.
  void isWaiting().then((is) => {
    if (is) for (const name of unseen) for (const element of all(name)) seen(element);
  });
}

/** The elements of this name, and the blocks that will hold one (blocks.ts). */
const all = (name: string) => document.querySelectorAll(`${name},[data-citydesk=${name.slice(9)}]`);
const nameOf = (element: Element) =>
  element.hasAttribute('data-citydesk') ? `citydesk-${element.getAttribute('data-citydesk')}` : element.localName;

async function isWaiting(): Promise<boolean> {
  try {
    // A frame that is shut off (`sandbox`) has no databases, and Chromium reports the question as an error of the page.
    if (origin === 'null') return false;
    return (await indexedDB.databases()).some(({ name }) => name === 'citydesk-outbox');
  } catch {
    return false; // not told, or not allowed
  }
}

/**
 * Browsers remember that a file did not come, and never ask for it again under the same name. From here on the entry writes the folder of its files in
 * another way (vite.config.ts). Not where the page has an import map, which may pin each file by its name.
 */
function askAnew(): void {
  if (!document.querySelector('script[type=importmap]')) (globalThis as { [again]?: true })[again] = true;
}

/** Fetches an element's code. One failure may be the weather, so it is tried once more; then the page's own words stay. */
async function bring(element: Element, fetchIt: Widgets[string] | undefined, address: string): Promise<void> {
  const name = nameOf(element);
  // The page may have brought the element itself, from npm.
  if (!fetchIt || customElements.get(name)) return;
  try {
    await fetchIt(element).catch(async () => {
      await new Promise((done) => setTimeout(done, pause));
      askAnew();
      return fetchIt(element);
    });
  } catch (cause) {
    if (customElements.get(name)) return;
    console.error(
      `Citydesk: <${name}> did not load. Put the folder "citydesk" of the same version beside ${address}`,
      cause,
    );
    for (const each of document.querySelectorAll(name)) standIn(each);
  }
}
