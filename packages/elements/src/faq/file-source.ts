/** Answers from a JSON file; what it may hold is told in docs/reference/faq-file.md. */
import { readFaqFile, safeLink, type ContactCard, type FaqEntry, type FaqSource } from '@citydesk/core/faq';
import { fetchJson } from './fetch-json.ts';
import { fetchText, type Bounds } from './fetch-text.ts';
import { tellEditor } from './tell-editor.ts';

/** The file at an absolute address. `bounds` are for the file; an answer may be a megabyte. */
export function fileSource(url: string, bounds: Omit<Bounds, 'signal'> = {}): FaqSource {
  let answersUrl: string | undefined;
  return {
    async entries(signal) {
      const { json } = await fetchJson(url, { ...bounds, signal });
      const { entries, mistakes, ...file } = readFaqFile(json);
      ({ answersUrl } = file);
      tellEditor(url, mistakes);
      if (!entries.length) throw new Error(`${url} has no answers that can be read.`);
      return entries.map((entry) => ({
        ...entry,
        ...linked(entry, url),
        contact: entry.contact && linked(entry.contact, url),
      }));
    },
    async body({ id }, signal) {
      if (!answersUrl) return '';
      // An address keeps its {id}: the parser of addresses would write the braces in another way.
      const address = new URL(answersUrl.replaceAll('{id}', encodeURIComponent(id)), url).href;
      return (await fetchText(address, { ...bounds, limit: 1_000_000, signal })).text;
    },
    base: () => url,
  };
}

/** With its address read as relative to the file; without it where that leads nowhere, or to what may not be linked. */
function linked<Linked extends FaqEntry | ContactCard>(one: Linked, base: string): Linked {
  if (!one.url) return one;
  try {
    return { ...one, url: safeLink(new URL(one.url, base).href) };
  } catch {
    return { ...one, url: undefined };
  }
}
