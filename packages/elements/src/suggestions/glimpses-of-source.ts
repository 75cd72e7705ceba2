/** The first look at answers that are no file: the page's own, or those of WordPress. Fetched where a city has such. */
import { current, wordsOf } from '@citydesk/core/faq';
import { sourceFor } from '../faq/source-for.ts';
import type { Glimpse, GlimpseQuestion } from './glimpse.ts';

/** @throws {Error} with a message for the web editor */
export async function glimpsesOfSource({ faq, host, day, locale }: GlimpseQuestion): Promise<readonly Glimpse[]> {
  const source = await sourceFor(faq, host);
  const { entries, mistakes } = current(await source.entries(), day, locale);
  for (const mistake of mistakes) console.warn(`citydesk: ${mistake}`);
  return entries.map(({ id, title, aliases, services = [], locale: own, ...entry }) => {
    const body = wordsOf(entry);
    return { id, title, aliases, services, locale: own, body, lines: body?.slice(0, 200) };
  });
}
