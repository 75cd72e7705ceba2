/** What alerts say, in every language of the widgets; and days as each writes them. */

import ar from './words/ar.json' with { type: 'json' };
import bn from './words/bn.json' with { type: 'json' };
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import ht from './words/ht.json' with { type: 'json' };
import ko from './words/ko.json' with { type: 'json' };
import pl from './words/pl.json' with { type: 'json' };
import ptBr from './words/pt-BR.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import tl from './words/tl.json' with { type: 'json' };
import ur from './words/ur.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };
import zhHans from './words/zh-Hans.json' with { type: 'json' };
import zhHant from './words/zh-Hant.json' with { type: 'json' };

export type AlertKey = keyof typeof en;
type Words = Readonly<Record<AlertKey, string>>;

const languages: Readonly<Record<string, Words>> = {
  ...{ ar, bn, de, en, es, fr, ht, ko, pl, ru, tl, ur, vi },
  ...{ 'pt-BR': ptBr, 'zh-Hans': zhHans, 'zh-Hant': zhHant },
};

/** One language. */
export interface AlertWords {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** A sentence with its `{holes}` filled. */
  say(key: AlertKey, holes?: Readonly<Record<string, string>>): string;
  /** @param zone IANA; the machine's own when undefined */
  day(date: Date, zone: string | undefined): string;
}

export const alertLanguages: readonly string[] = Object.keys(languages);

/** The words in the language that is closest to a locale (BCP 47): "es-MX" is Spanish, "zh-TW" is written the traditional way; English for what nobody has put into words. */
export function alertWords(locale: string | undefined): AlertWords {
  const tag = tagFor(locale ?? 'en');
  const words = languages[tag] ?? en;
  const dir = tag === 'ar' || tag === 'ur' ? 'rtl' : 'ltr';
  return {
    tag,
    dir,
    say: (key, holes = {}) =>
      words[key].replace(/\{(\w+)\}/g, (hole, name: string) => {
        const value = holes[name];
        return value === undefined ? hole : name === 'link' ? value : apart(value, dir);
      }),
    day: (date, zone) => dayIn(tag, date, zone),
  };
}

function tagFor(locale: string): string {
  const [language = '', ...rest] = locale.toLowerCase().split(/[-_]/);
  if (language === 'zh') return /hant|tw|hk|mo/.test(rest.join('-')) && !rest.includes('hans') ? 'zh-Hant' : 'zh-Hans';
  const own = { pt: 'pt-BR', fil: 'tl', yue: 'zh-Hant', cmn: 'zh-Hans' }[language] ?? language;
  return Object.hasOwn(languages, own) ? own : 'en';
}

/** Where letters of both directions meet, what was filled in must not turn the rest around. */
function apart(value: string, dir: 'ltr' | 'rtl'): string {
  const turns = dir === 'rtl' ? /[A-Za-z\d]/.test(value) : /[\u0590-\u08ff\ufb1d-\ufefc]/.test(value);
  return turns ? `\u2068${value}\u2069` : value;
}

const creoleMonths = 'janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm'.split(' ');

/** Intl does not know Haitian Creole: a day is written there as in French, with its own names of months. */
function dayIn(tag: string, date: Date, zone: string | undefined): string {
  const format = new Intl.DateTimeFormat(tag === 'ht' ? 'fr-HT' : tag, { dateStyle: 'long', timeZone: zone });
  if (tag !== 'ht') return format.format(date);
  const month = Number(new Intl.DateTimeFormat('en-US', { month: 'numeric', timeZone: zone }).format(date));
  const parts = format.formatToParts(date);
  return parts.map(({ type, value }) => (type === 'month' ? (creoleMonths[month - 1] ?? value) : value)).join('');
}
