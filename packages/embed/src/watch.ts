// Fetches each widget's code when the first such element stands on the page, and says what to change when it cannot.

/** The elements to look for, and how each is fetched, for the first of its kind on the page. */
export type Widgets = Readonly<Record<string, (element: Element) => Promise<unknown>>>;

const pause = 1000;

/**
 * Looks for the elements in the page, now and whenever something is added, until all have been seen.
 * `address` is where this script came from, for the message when a fetch fails.
 * Elements inside other shadow roots are not seen; who puts them there can import them from `@citydesk/elements`.
 */
export function watch(widgets: Widgets, address: string): void {
  const unseen = new Set(Object.keys(widgets));
  const look = (): void => {
    for (const name of unseen) {
      const element = document.querySelector(name);
      if (!element) continue;
      unseen.delete(name);
      void bring(element, widgets[name], address);
    }
    if (!unseen.size) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}

/** Fetches an element's code. One failure may be the weather, so it is tried once more; then the page's own words stay. */
async function bring(element: Element, fetchIt: Widgets[string] | undefined, address: string): Promise<void> {
  const name = element.localName;
  // The page may have brought the element itself, from npm.
  if (!fetchIt || customElements.get(name)) return;
  try {
    await fetchIt(element).catch(async () => {
      await new Promise((done) => setTimeout(done, pause));
      return fetchIt(element);
    });
  } catch (cause) {
    if (customElements.get(name)) return;
    console.error(`Citydesk: <${name}> did not load. Put the folder "citydesk" beside ${address}`, cause);
  }
}
