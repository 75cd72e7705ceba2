// Whether dates, times, weekdays, numbers and lists are said in the language, as a widget says them: through the same code, with the language's own
// catalogue behind it.

import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root, textOf } from '../workspace.ts';
import { englishParts, folder } from './english.ts';

interface Words {
  readonly lang: string;
  text(key: string, holes?: Readonly<Record<string, unknown>>): string;
  day(date: Date): string;
  clock(date: Date): string;
  format(date: Date, options: Intl.DateTimeFormatOptions): string;
  time(clock: string): string;
  weekday(day: number): string;
}

interface Speaking {
  readonly locale?: string;
  readonly zone: string;
  readonly speech?: unknown;
}

interface Runtime {
  messagesIn(catalogue: object, speaking: Speaking): Words;
  bringSpeech(widget: string, city: object, take: (speech?: unknown) => void): Promise<void>;
  distancesIn(lang: string): (metres: number) => string;
}

/** The city's zone, where it is still the evening before. */
const zone = 'America/Detroit';
const late = new Date('2026-11-26T03:30:00Z');

/** Tagalog and Urdu write the clock as English does, with AM and PM (CLDR). */
const clockAsInEnglish = new Set(['tl', 'ur']);

/** A day `YYYY-MM-DD` as “Check and send” writes it. */
export const calendarDay = ({ format }: Words, day: string): string =>
  format(new Date(`${day}T00:00Z`), { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' });

/** The words of a language as a widget has them. */
export async function wordsOf(tag: string, timeZone = zone): Promise<Words> {
  const { messagesIn, bringSpeech } = await runtime();
  let speech: unknown;
  // It comes twice, with the first words and with all.
  await bringSpeech('citydesk-status-tracker', { locale: tag }, (brought) => (speech = brought));
  if (tag !== 'en' && !speech) throw new Error(`No widget speaks ${tag}.`);
  const catalogue = Object.assign({}, ...englishParts().values());
  return messagesIn(catalogue, { locale: tag, zone: timeZone, speech });
}

/** What is not said in the language, in sentences; empty when all is. */
export async function faultsOfFormats(tag: string): Promise<readonly string[]> {
  const [words, english, elsewhere] = [await wordsOf(tag), await wordsOf('en'), await wordsOf(tag, 'Asia/Kolkata')];
  const faults: string[] = [];
  const differ = (what: string, own: string, other: string) => {
    if (own === other) faults.push(`${what} is English: ${own}`);
  };
  for (let day = 0; day < 7; day++) differ('a weekday', words.weekday(day), english.weekday(day));
  for (let month = 1; month <= 12; month++) {
    const date = `2026-${String(month).padStart(2, '0')}-11`;
    differ('a day', calendarDay(words, date), calendarDay(english, date));
    differ('a day', words.day(new Date(`${date}T12:00Z`)), english.day(new Date(`${date}T12:00Z`)));
  }
  if (!clockAsInEnglish.has(tag)) {
    differ('a time', words.clock(late), english.clock(late));
    differ('a time', words.time('16:30'), english.time('16:30'));
  }
  if (words.day(late) === elsewhere.day(late) || words.clock(late) === elsewhere.clock(late))
    faults.push(`the zone of the city is not minded: ${words.day(late)}, ${words.clock(late)}`);
  if (!words.weekday(3) || !words.day(late).includes(words.weekday(3)))
    faults.push(`a day does not name its weekday: ${words.day(late)}, ${words.weekday(3)}`);
  faults.push(...wrongNumbers(tag, words.text('around.full', { count: 1_234_567 })));
  return [...faults, ...(await wrongDistances(tag))];
}

/** A number in a sentence is written as the language writes it; Haitian Creole, of which ICU knows nothing, as French does. */
function wrongNumbers(tag: string, sentence: string): readonly string[] {
  const wanted = new Intl.NumberFormat(known(tag)).format(1_234_567);
  const found = /[\p{Nd}][\p{Nd}.,٬٫’\s]*[\p{Nd}]/u.exec(sentence)?.[0] ?? '';
  return found === wanted ? [] : [`a number is written ${found}, not ${wanted}`];
}

/** The unit is named in the language, and not in one that ICU takes in its place. */
async function wrongDistances(tag: string): Promise<readonly string[]> {
  const { distancesIn } = await runtime();
  const { lang } = await wordsOf(tag);
  const own = distancesIn(lang);
  const others = ['en-US', 'en-GB', ...(Intl.NumberFormat.supportedLocalesOf(tag).length > 0 ? [] : [known(tag)])];
  return [[12, 12, 'meter'] as const, [1500, 1.5, 'kilometer'] as const].flatMap(([metres, number, unit]) => {
    const written = others.map((other) =>
      new Intl.NumberFormat(other, { style: 'unit', unit, unitDisplay: 'long' }).format(number),
    );
    return written.includes(own(metres)) ? [`a distance is of another language: ${own(metres)}`] : [];
  });
}

/** The language, or the one whose rules of writing numbers it shares where ICU does not have it. */
function known(tag: string): string {
  return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? 'fr-HT';
}

let loaded: Promise<Runtime> | undefined;

/** The widgets' own code. A bundler understands `import('./es/form.json')` there; here it is taught. */
function runtime(): Promise<Runtime> {
  return (loaded ??= load());
}

async function load(): Promise<Runtime> {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.json') || context.importAttributes['type']) return next(url, context);
      const file = path.relative(root, fileURLToPath(url));
      return { format: 'module', source: `export default ${textOf(file)}`, shortCircuit: true };
    },
  });
  const [messages, language, distances] = await Promise.all(
    ['messages.ts', 'language.ts', 'distances.ts'].map(
      (file) => import(pathToFileURL(path.join(root, folder, file)).href) as Promise<Runtime>,
    ),
  );
  return { ...messages!, ...language!, ...distances! };
}
