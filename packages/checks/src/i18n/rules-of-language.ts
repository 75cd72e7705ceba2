// What is known of a language without asking its translator: its script, its plurals, and what franc calls it.

export interface RulesOfLanguage {
  readonly tag: string;
  /** ISO 15924, as ICU finds it: `Hans` and `Hant` apart. */
  readonly script: string;
  /** The categories that its numbers fall into. */
  readonly plurals: readonly string[];
  /** The category of a number. */
  pluralOf(number: number): string;
  /** ISO 639-3, as franc says it. */
  readonly franc: string;
}

/** Where the three-letter code is not the one that everybody knows. */
const francCodes: Readonly<Record<string, string>> = {
  ar: 'arb',
  bn: 'ben',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  ht: 'hat',
  ko: 'kor',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  tl: 'tgl',
  ur: 'urd',
  vi: 'vie',
  zh: 'cmn',
};

/** ICU has no data for these. In Haitian Creole a noun is the same in the plural: one is told apart from all other numbers, as in English. */
const ownPlurals: Readonly<Record<string, (number: number) => string>> = {
  ht: (number) => (number === 1 ? 'one' : 'other'),
};

/** @throws Error for a language that nothing is known of here */
export function rulesOf(tag: string): RulesOfLanguage {
  const { language, script } = new Intl.Locale(tag).maximize();
  const franc = francCodes[language === 'fil' ? 'tl' : language];
  if (!franc || !script) throw new Error(`Say in rules-of-language.ts what franc calls ${tag}.`);
  const own = ownPlurals[language];
  if (own) return { tag, script, franc, plurals: ['one', 'other'], pluralOf: own };
  if (Intl.PluralRules.supportedLocalesOf(tag).length === 0) throw new Error(`ICU has no plural rules for ${tag}.`);
  const rules = new Intl.PluralRules(tag);
  return {
    tag,
    script,
    franc,
    plurals: rules.resolvedOptions().pluralCategories.toSorted(),
    pluralOf: (number) => rules.select(number),
  };
}

/** Whether a category stands for one number alone, so that a sentence need not say it. Fractions do not occur. */
export function isOneNumber({ pluralOf }: RulesOfLanguage, category: string): boolean {
  let found = 0;
  for (let number = 0; number <= 1000; number++) if (pluralOf(number) === category) found++;
  return found === 1;
}
