/** Questions and answers in schema.org data: FAQPage, as sites write it for search engines. */

export interface FaqPageQuestion {
  readonly name: string;
  /** HTML. */
  readonly answer: string;
  readonly also: readonly string[];
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly expires?: string | undefined;
}

type Thing = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;
const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);
const is = (thing: Thing, type: string) =>
  list(thing['@type']).some((one) => typeof one === 'string' && one.endsWith(type));

/** The questions of every FAQPage in `data`, which is JSON-LD: a thing, a list of things, or a graph of them. Never throws. */
export function questionsIn(data: unknown, depth = 0): readonly FaqPageQuestion[] {
  if (depth > 5) return [];
  return list(data)
    .filter(isThing)
    .flatMap((thing) => {
      if (is(thing, 'FAQPage'))
        return list(thing['mainEntity'])
          .filter(isThing)
          .flatMap((one) => questionOf(one, words(thing['inLanguage'])));
      return ['@graph', 'hasPart', 'mainEntity'].flatMap((key) =>
        thing[key] ? questionsIn(thing[key], depth + 1) : [],
      );
    });
}

function questionOf(thing: Thing, language: string | undefined): readonly FaqPageQuestion[] {
  const name = words(thing['name']) ?? words(thing['text']);
  if (!is(thing, 'Question') || !name) return [];
  const [answer] = [...list(thing['acceptedAnswer']), ...list(thing['suggestedAnswer'])].filter(isThing);
  return [
    {
      name,
      answer: words(answer?.['text']) ?? '',
      also: list(thing['alternateName']).flatMap((one) => words(one) ?? []),
      id: words(thing['@id']),
      url: words(thing['url']),
      language: words(thing['inLanguage']) ?? language,
      expires: words(thing['expires'])?.slice(0, 10),
    },
  ];
}
