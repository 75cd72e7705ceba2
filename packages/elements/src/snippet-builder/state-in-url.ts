/**
 * The choice as a link to the builder: `#builder=endpoint=…&phone=…`. In the fragment, so that it is sent to no one.
 * Whoever made the link may be a stranger: only values that are safe and known are taken from it, and its endpoint is not asked for anything
 * before the editor says so. Where the files of ours are is not in it: a page would run what is there.
 */
import {
  colour,
  firstChoice,
  font,
  languageTag,
  plainTheme,
  radius,
  shapes,
  siteAddress,
  webAddress,
  widgets,
  type Choice,
  type Theme,
} from './choice.ts';

const start = '#builder=';

export const isShared = (fragment: string): boolean => fragment.startsWith(start);

/** One value of a choice, as words. */
interface Words<Value> {
  write(value: Value): string;
  /** `undefined` for what is not taken. */
  read(words: string): Value | undefined;
}

/** A plain text of one line; it is only ever shown and copied as text. */
const plain = (most: number): Words<string> => ({
  write: (value) => value,
  read: (words) => (words.length <= most && !/\p{Cc}/u.test(words) ? words : undefined),
});
const read = (reader: (words: string) => string | undefined): Words<string> => ({
  write: (value) => value,
  read: (words) => (words.length <= 2000 ? reader(words) : undefined),
});
const oneOf = <T extends string>(...all: readonly T[]): Words<T> => ({
  write: (value) => value,
  read: (words) => all.find((each) => each === words),
});
const yes: Words<boolean> = {
  write: (value) => (value ? 'yes' : 'no'),
  read: (words) => (words === 'yes' ? true : words === 'no' ? false : undefined),
};
const codes: Words<readonly string[]> = {
  write: (value) => value.map(encodeURIComponent).join(','),
  read: (words) => {
    const list = words ? words.split(',').map(decoded) : [];
    return list.length <= 500 && list.every((each) => each && plain(200).read(each)) ? (list as string[]) : undefined;
  },
};
const several: Words<Choice['widgets']> = {
  write: (value) => value.join(','),
  read: (words) => widgets.filter((each) => words.split(',').includes(each)),
};

const parts: { readonly [Name in Exclude<keyof Choice, 'theme' | 'files'>]: Words<Choice[Name]> } = {
  endpoint: read(webAddress),
  jurisdictionId: plain(200),
  widgets: several,
  launcher: yes,
  services: codes,
  start: plain(200),
  locale: read(languageTag),
  cityName: plain(200),
  phone: plain(60),
  contact: oneOf('optional', 'required', 'none'),
  storage: oneOf('device', 'none'),
  practice: yes,
  mapStyle: read(siteAddress),
  config: read(siteAddress),
  page: read(webAddress),
  shape: oneOf(...shapes),
};
const themeParts: { readonly [Name in keyof Theme]: Words<string> } = {
  accent: read(colour),
  onAccent: read(colour),
  surface: read(colour),
  text: read(colour),
  font: read(font),
  radius: read(radius),
};

/** The fragment for `choice`: what is as at the beginning is left out. */
export function fragmentOf(choice: Choice): string {
  const said = new URLSearchParams();
  const say = (name: string, words: string, usual: string) => words !== usual && said.set(name, words);
  for (const [name, part] of Object.entries(parts) as [keyof typeof parts, Words<unknown>][]) {
    say(name, part.write(choice[name]), part.write(firstChoice[name]));
  }
  for (const name of Object.keys(themeParts) as (keyof Theme)[]) say(name, choice.theme[name], '');
  return start + said.toString();
}

/** The choice in `fragment`; what is missing, unknown or unsafe is as at the beginning. */
export function choiceIn(fragment: string): Choice {
  if (!isShared(fragment)) return firstChoice;
  const said = new URLSearchParams(fragment.slice(start.length));
  const taken = (all: object): object =>
    Object.fromEntries(
      Object.entries(all as Record<string, Words<unknown>>).flatMap(([name, part]) => {
        const words = said.get(name);
        const value = words === null ? undefined : part.read(words);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return { ...firstChoice, ...taken(parts), theme: { ...plainTheme, ...taken(themeParts) } };
}

function decoded(words: string): string | undefined {
  try {
    return decodeURIComponent(words);
  } catch {
    return undefined;
  }
}
