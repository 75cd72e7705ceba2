/** What the file of a language has; the first of each list is shown (see README.md). */
export interface Phrases {
  readonly services: PhraseLists;
  readonly groups: PhraseLists;
  readonly statuses: PhraseLists;
  readonly questions: PhraseLists;
  readonly answers: PhraseLists;
}

export type PhraseLists = Readonly<Record<string, readonly string[]>>;
export type Part = keyof Phrases;

/** Where a text stands in more than one part, the first of these counts: its words as they are, rather than what they may be short for. */
export const parts: readonly Part[] = ['answers', 'statuses', 'questions', 'groups', 'services'];

/** Of a language that has no file. */
export const noPhrases: Phrases = { services: {}, groups: {}, statuses: {}, questions: {}, answers: {} };

/** A city's own translations into one language, by its exact text: what is shown, then what is found. */
export type OwnPhrases = ReadonlyMap<string, readonly string[]>;

/** Those for the language `tag` in a city's file, which may say anything: what is no text, or no list of texts, is left out. */
export function ownPhrases(file: unknown, tag: string): OwnPhrases {
  const own = new Map<string, readonly string[]>();
  for (const language of [tag.split('-')[0]!, tag]) {
    const entries = Object.entries((Object(file) as Record<string, unknown>)[language] ?? {});
    for (const [text, said] of entries) {
      const texts = [said].flat().filter((one) => typeof one === 'string' && one.trim()) as readonly string[];
      if (texts.length) own.set(text.trim(), texts);
    }
  }
  return own;
}
