// What a page says on its script tag: `data-jurisdiction-id="…"` becomes `jurisdictionId`.

/**
 * The settings on the script tag that loaded `url`; nothing when the page has no such tag.
 *
 * Elements read them from `globalThis[Symbol.for('citydesk.tag')]`, after their own attributes and the nearest
 * `citydesk-city`, and before the city file. Values are the words on the tag, unchecked: an address is relative to the page.
 *
 * A module has no `document.currentScript`, so the tag is found by its address. A server that sends the browser on to
 * another address (`latest` to a version) hides that, so the last resort is a tag named like this file.
 */
export function tagSettings(url: string): Record<string, string | undefined> {
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
  const tag = tags.find(({ src }) => src === url) ?? tags.find(({ src }) => /\/citydesk\.js($|[?#])/.test(src));
  return { ...tag?.dataset };
}
