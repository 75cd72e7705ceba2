/** By the language of the city. */
const sentences: Readonly<Record<string, string>> = {
  en: 'Written in {language}.',
  es: 'Escrito en {language}.',
  zh: '语言：{language}。',
  'zh-hant': '語言：{language}。',
  ru: 'Язык: {language}.',
  bn: 'ভাষা: {language}।',
  ht: 'Lang: {language}.',
  ko: '언어: {language}',
  ar: 'اللغة: {language}.',
  ur: 'زبان: {language}۔',
  fr: 'Langue : {language}.',
  pl: 'Język: {language}.',
  vi: 'Viết bằng {language}.',
  tl: 'Wika: {language}.',
  pt: 'Escrito em {language}.',
  de: 'Sprache: {language}.',
};

/** What Intl does not know by its own name. */
const ownNames: Readonly<Record<string, string>> = { ht: 'Kreyòl ayisyen', tl: 'Tagalog' };

/**
 * "Written in Spanish (español)."; nothing where who reads it speaks that, too.
 * @param spoken The language of the report, BCP 47
 * @param city The language of who reads it
 */
export function writtenIn(spoken: string, city = 'en'): string | undefined {
  if (spoken.split('-')[0] === city.split('-')[0]) return undefined;
  // Whether it is the Spanish of Mexico does not matter; how Chinese is written does.
  const language = /^zh-han[st]/i.exec(spoken)?.[0] ?? spoken.split('-')[0]!;
  const own = ownNames[language] ?? nameIn(language, language);
  const name = (language === 'tl' && city.startsWith('en') && own) || nameIn(language, city);
  const [short] = city.toLowerCase().split('-');
  const sentence = sentences[/^zh-(hant|tw|hk|mo)/i.test(city) ? 'zh-hant' : short!] ?? '{language}';
  return sentence.replace('{language}', name === own ? name : `${name} (${own})`);
}

function nameIn(language: string, locale: string): string {
  try {
    // In no other language than the one that was asked for.
    const [known = 'en'] = Intl.DisplayNames.supportedLocalesOf([locale]);
    return new Intl.DisplayNames([known], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
