/** What goes into one text message. */

import type { About } from './alert-mail.ts';
import { tidyLine, type News } from './news.ts';

/** Letters of GSM 03.38, of which 160 are one message; the last ones count twice. */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

/** As a phone counts it. @returns Infinity for what is not written in those letters */
export function gsmLength(text: string): number {
  return gsm.test(text) ? text.length + (text.match(/[\^{}\\[~\]|€]/g)?.length ?? 0) : Infinity;
}

const most = 160;

/**
 * As much as fits: all sentences, then fewer, then the same in few words, and at last less of the city's name. The number and the link always stand.
 */
export function shortText(
  key: 'text.confirm' | 'text.news',
  { words, city, number }: Pick<About, 'words' | 'city' | 'number'>,
  link: string,
  { now, short }: Pick<News, 'now' | 'short'> = { now: [], short: '' },
): string {
  const isEnglish = words.tag === 'en';
  const plain = (text: string) => (isEnglish ? plainLetters(text) : text);
  const sayings = [...now.map((_, less) => now.slice(0, now.length - less).join(' ')), short];
  const all = [tidyLine(city, 60), `${city.slice(0, 17).trimEnd()}...`].flatMap((name) =>
    sayings.map((saying) => plain(tidyLine(words.say(key, { city: name, number, now: saying, link }), 1000))),
  );
  return all.find((text) => gsmLength(text) <= most) ?? (isEnglish ? all.at(-1)! : all[0]!);
}

/** Typographic marks as the phone's own letters have them. */
function plainLetters(text: string): string {
  return text
    .replace(/[‘’‚]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('\u00a0', ' ');
}
