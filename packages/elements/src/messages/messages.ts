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
import type hours from './hours.en.json';
import type launcher from './launcher.en.json';
import type snippetBuilder from './snippet-builder.en.json';

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
  | keyof typeof hours
  | keyof typeof launcher
  | keyof typeof snippetBuilder;
/** A widget brings the part of them that it speaks. */
export type Catalogue = { readonly [Key in MessageKey]?: string | Readonly<Record<string, string>> };

/** What goes into the holes: text, or a template for `parts`. A number named `count` chooses the plural. */
export type Holes = Readonly<Record<string, unknown>>;

export interface Messages {
  /** The language of the sentences, which may not be the page's: BCP 47. */
  readonly lang: string;
  /** The sentence as text. */
  text(key: MessageKey, holes?: Holes): string;
  /** The sentence as pieces for a template, so that a hole can be a link or a `<bdi>`. */
  parts(key: MessageKey, holes: Holes): readonly unknown[];
  /** A day, like "Wednesday, November 25"; with the year where that is another one than now. */
  day(date: Date): string;
  /** A time of day, like "4:30 PM". */
  clock(date: Date): string;
  /** A day `YYYY-MM-DD` as written on a calendar, in any zone. */
  wallDay(day: string): string;
  /** A date in figures, like "11/25/2026". */
  date(date: Date): string;
  /** A wall-clock time `HH:MM`, like "4:30 PM". */
  time(clock: string): string;
  /** A weekday by its number, Sunday 0. */
  weekday(day: number): string;
}

/**
 * Speaks `catalogue`, which is a widget's part of all the words, by the rules of its language as `region` has it ("en-GB"; a region of another language is no help and
 * is left out); dates in `zone` (IANA name; the device's own when undefined).
 */
export function messagesIn(catalogue: Catalogue, region?: string, zone?: string): Messages {
  const locale = localeFor(region);
  // A list has small numbers, which English writes as they are: a slow phone takes as long to make its first format as to draw the list.
  const whole = (number: number) =>
    /^\d{1,3}$/.test(String(number))
      ? String(number)
      : once(Intl.NumberFormat, locale, { maximumFractionDigits: 0 }).format(number);

  function parts(key: MessageKey, holes: Holes): readonly unknown[] {
    const message = catalogue[key]!;
    const sentence =
      typeof message === 'string'
        ? message
        : (message[once(Intl.PluralRules, locale).select(Number(holes['count']))] ?? message['other']!);
    // Every second piece is the name of a hole.
    return sentence.split(/\{(\w+)\}/).map((piece, at) => {
      const hole = holes[piece];
      return at % 2 ? (typeof hole === 'number' ? whole(hole) : hole) : piece;
    });
  }

  const format = (date: Date, options: Intl.DateTimeFormatOptions) =>
    once(Intl.DateTimeFormat, locale, { timeZone: zone, ...options }).format(date);

  const yearOf = (date: Date) => format(date, { year: 'numeric' });

  return {
    lang: locale,
    parts,
    text: (key, holes = {}) => parts(key, holes).join(''),
    day: (date) =>
      format(date, {
        weekday: 'long',
        month: 'long',
        day: 'numeric',
        ...(yearOf(date) !== yearOf(new Date()) && { year: 'numeric' }),
      }),
    clock: (date) => format(date, { timeStyle: 'short' }),
    wallDay: (day) =>
      format(new Date(`${day}T00:00Z`), { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' }),
    date: (date) => format(date, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    time: (clock) => format(new Date(`1970-01-01T${clock}:00Z`), { timeZone: 'UTC', timeStyle: 'short' }),
    // 4 January 1970 was a Sunday.
    weekday: (day) => format(new Date(Date.UTC(1970, 0, 4 + day)), { timeZone: 'UTC', weekday: 'long' }),
  };
}

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

/** Dates and numbers speak the language of the sentences around them: English, until there are more catalogues. */
function localeFor(region = ''): string {
  return /^en-[A-Z]{2}$/i.test(region) ? region : 'en-US';
}
