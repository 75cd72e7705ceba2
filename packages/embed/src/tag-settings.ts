// What a page says on its script tag: `data-jurisdiction-id="…"` becomes `jurisdictionId`.

const key = Symbol.for('citydesk.tag');
const page = globalThis as { [key]?: Settings };

export type Settings = Readonly<Record<string, string | undefined>>;

/**
 * The settings on the script tag that loaded `url`; nothing when the page has no such tag.
 *
 * Values are the words on the tag, unchecked: an address is relative to the page.
 *
 * A module has no `document.currentScript`, so the tag is found by its address. A server that sends the browser on to
 * another address (`latest` to a version) hides that, so the last resort is a tag named like this file.
 */
export function tagSettings(url: string): Settings {
  const tags = [...document.scripts];
  const tag = tags.find(({ src }) => src === url) ?? tags.find(({ src }) => /\/citydesk\.(classic\.)?js\b/.test(src));
  return { ...tag?.dataset };
}

/** What all tags of the page say together. */
export const settingsHere = (): Settings => page[key] ?? {};

/**
 * Leaves settings for the elements to read (from `globalThis[Symbol.for('citydesk.tag')]`, after their own attributes and the nearest
 * `citydesk-city`, and before the city file).
 * @returns whether these are the page's first: a page may carry the tag twice, from a template and from an editor. The first does the work; another only
 * adds what was left unsaid.
 */
export function leaveSettings(settings: Settings): boolean {
  const isFirst = !page[key];
  page[key] = { ...settings, ...page[key] };
  return isFirst;
}
