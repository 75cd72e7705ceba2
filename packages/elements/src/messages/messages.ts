/** Words for people: whole sentences with named holes, plurals by CLDR category, dates and numbers through Intl. */
import type common from './common.en.json';
import type form from './request-form.en.json';
import type what from './what.en.json';
import type where from './where.en.json';
import type place from './place.en.json';
import type map from './map.en.json';
import type assets from './assets.en.json';
import type triage from './triage.en.json';
import type formLater from './request-form-later.en.json';
import type receiptGains from './receipt-gains.en.json';
import type tracker from './status-tracker.en.json';
import type trackerLater from './tracker-later.en.json';
import type afterClosing from './after-closing.en.json';
import type keptReports from './kept-reports.en.json';
import type faqPanel from './faq-panel.en.json';
import type nextDay from './next-day.en.json';
import type lookAround from './look-around.en.json';
import type feedback from './feedback.en.json';
import type suggestions from './suggestions.en.json';
import type openedAnswer from './opened-answer.en.json';
import type knownWork from './known-work.en.json';
import type followLink from './follow-link.en.json';
import type photos from './photos.en.json';
import type keeping from './keeping.en.json';
import type resume from './resume.en.json';
import type outbox from './outbox.en.json';
import type practice from './practice.en.json';
import type alerts from './alerts.en.json';
import type hours from './hours.en.json';
import type launcher from './launcher.en.json';
import type snippetBuilder from './snippet-builder.en.json';
import type cityReport from './city-report.en.json';

/** The words of a widget, flat. English is the type that every other language fills. */
export type MessageKey =
  | keyof typeof common
  | keyof typeof form
  | keyof typeof what
  | keyof typeof where
  | keyof typeof place
  | keyof typeof map
  | keyof typeof assets
  | keyof typeof triage
  | keyof typeof formLater
  | keyof typeof receiptGains
  | keyof typeof tracker
  | keyof typeof afterClosing
  | keyof typeof keptReports
  | keyof typeof faqPanel
  | keyof typeof nextDay
  | keyof typeof lookAround
  | keyof typeof feedback
  | keyof typeof suggestions
  | keyof typeof openedAnswer
  | keyof typeof knownWork
  | keyof typeof followLink
  | keyof typeof photos
  | keyof typeof keeping
  | keyof typeof resume
  | keyof typeof outbox
  | keyof typeof trackerLater
  | keyof typeof practice
  | keyof typeof alerts
  | keyof typeof hours
  | keyof typeof launcher
  | keyof typeof snippetBuilder
  | keyof typeof cityReport;
/** A widget brings the part of them that it speaks. */
export type Catalogue = { readonly [Key in MessageKey]?: Sentence };

/** A sentence, or one for each plural category (CLDR). */
export type Sentence = string | Readonly<Record<string, string>>;

/** What goes into the holes: text, or a template for `parts`. A number named `count` chooses the plural. */
export type Holes = Readonly<Record<string, unknown>>;

/** A language beside English, as `language.ts` brings it. */
export interface Speech {
  /** BCP 47; also what dates and numbers are written by. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The sentence in this language, in the place of the English one. */
  say(key: MessageKey, english: Sentence): Sentence;
  /** What numbers and plurals are written by, where Intl does not know the language. */
  readonly like?: string | undefined;
  /** Dates of such a language. */
  readonly format?: ((date: Date, options: Intl.DateTimeFormatOptions) => string) | undefined;
  /** What is known of the city's own words: see `Messages`. */
  readonly phrase?: Messages['phrase'];
  readonly phraseText?: Messages['phraseText'];
  readonly phraseLang?: Messages['phraseLang'];
  /** More words by which residents look for the service of this name. */
  readonly aliases?: (serviceName: string) => readonly string[];
  /** Resolves when the words of later screens are here, too. */
  readonly rest?: Promise<void> | undefined;
}

/** What decides how sentences are said: a city's settings. */
export interface Speaking {
  /** The language that was asked for, BCP 47. Of another language than English it is no help without `speech`. */
  readonly locale?: string | undefined;
  /** Where dates are: an IANA name; the device's own zone when undefined. */
  readonly zone?: string | undefined;
  readonly speech?: Speech | undefined;
}

export interface Messages {
  /** The language of the sentences, which may not be the page's: BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The sentence as text. */
  text(key: MessageKey, holes?: Holes): string;
  /** The sentence as pieces for a template, so that a hole can be a link or a `<bdi>`. */
  parts(key: MessageKey, holes: Holes): readonly unknown[];
  /** Another part of the words, in the same language. */
  with(more: Catalogue): Messages;
  /** What the city itself wrote (a service, a question, a status), for a template: in this language where the phrasebook has it, with the original beside it. */
  phrase(text: string): unknown;
  /** The same as plain text, without the original. */
  phraseText(text: string): string;
  /** The language of that plain text, where it is not sure to be the widget's own. */
  readonly phraseLang?: ((text: string) => string) | undefined;
  /** A day, like "Wednesday, November 25"; with the year where that is another one than now. */
  day(date: Date): string;
  /** A time of day, like "4:30 PM". */
  clock(date: Date): string;
  /** A date as `Intl.DateTimeFormat` writes it, in the city's zone where `options` say none. */
  format(date: Date, options: Intl.DateTimeFormatOptions): string;
  /** A wall-clock time `HH:MM`, like "4:30 PM". */
  time(clock: string): string;
  /** A weekday by its number, Sunday 0. */
  weekday(day: number): string;
}

/** Speaks `catalogue`, which is a widget's part of all the words: in the city's language of the hour, or in English as its region has it ("en-GB"). */
export function messagesIn(catalogue: Catalogue, speaking: Speaking = {}): Messages {
  const { speech, zone } = speaking;
  const locale = speech?.lang ?? localeFor(speaking.locale);
  // A list has small numbers, which English writes as they are: a slow phone takes as long to make its first format as to draw the list.
  const numbers = speech?.like ?? locale;
  const whole = (number: number) =>
    !speech && /^\d{1,3}$/.test(String(number))
      ? String(number)
      : once(Intl.NumberFormat, numbers, { maximumFractionDigits: 0 }).format(number);

  function parts(key: MessageKey, holes: Holes): readonly unknown[] {
    const english = catalogue[key]!;
    const message = speech?.say(key, english) ?? english;
    const sentence =
      typeof message === 'string'
        ? message
        : (message[once(Intl.PluralRules, numbers).select(Number(holes['count']))] ?? message['other']!);
    // Every second piece is the name of a hole.
    return sentence.split(/\{(\w+)\}/).map((piece, at) => {
      const hole = holes[piece];
      return at % 2 ? (typeof hole === 'number' ? whole(hole) : hole) : piece;
    });
  }

  const format = (date: Date, options: Intl.DateTimeFormatOptions) => {
    const all = { timeZone: zone, ...options };
    return speech?.format?.(date, all) ?? once(Intl.DateTimeFormat, locale, all).format(date);
  };

  const yearOf = (date: Date) => format(date, { year: 'numeric' });

  return {
    lang: locale,
    dir: speech?.dir ?? 'ltr',
    parts,
    text: (key, holes = {}) => parts(key, holes).join(''),
    with: (more) => messagesIn(more, speaking),
    phrase: speech?.phrase ?? same,
    phraseText: speech?.phraseText ?? same,
    phraseLang: speech?.phraseLang,
    day: (date) =>
      format(date, {
        weekday: 'long',
        month: 'long',
        day: 'numeric',
        ...(yearOf(date) !== yearOf(new Date()) && { year: 'numeric' }),
      }),
    clock: (date) => format(date, { timeStyle: 'short' }),
    format,
    time: (clock) => format(new Date(`1970-01-01T${clock}:00Z`), { timeZone: 'UTC', timeStyle: 'short' }),
    // 4 January 1970 was a Sunday.
    weekday: (day) => format(new Date(Date.UTC(1970, 0, 4 + day)), { timeZone: 'UTC', weekday: 'long' }),
  };
}

const same = (text: string): string => text;

const formats = new Map<string, unknown>();

/** Each is made once, and when it is first needed: that takes as long as writing a hundred dates, and every screen asks for its words anew. */
function once<Format, Options>(
  Kind: new (locale: string, options?: Options) => Format,
  locale: string,
  options?: Options,
): Format {
  const key = Kind.name + locale + JSON.stringify(options);
  const format = (formats.get(key) as Format | undefined) ?? new Kind(locale, options);
  formats.set(key, format);
  return format;
}

/** English as a region has it; what is not English, or no region, is no help. */
function localeFor(region = ''): string {
  return /^en-[A-Z]{2}$/i.test(region) ? region : 'en-US';
}
