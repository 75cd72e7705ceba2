/** The languages of the widgets: how each is called by those who speak it, where its words stand, and who has read them. */

export interface WidgetLanguage {
  /** Its own name. */
  readonly name: string;
  readonly dir?: 'rtl';
  /** Whether somebody who grew up with it has read the words: "drafted" means that a native reader is wanted. See docs/guides/translating.md. */
  readonly review: 'source' | 'drafted' | 'read';
}

/** By tag (BCP 47), in the order in which they are offered. */
export const languages: Readonly<Record<string, WidgetLanguage>> = {
  en: { name: 'English', review: 'source' },
  es: { name: 'Español', review: 'drafted' },
  'zh-Hans': { name: '简体中文', review: 'drafted' },
  'zh-Hant': { name: '繁體中文', review: 'drafted' },
  ru: { name: 'Русский', review: 'drafted' },
  bn: { name: 'বাংলা', review: 'drafted' },
  ht: { name: 'Kreyòl ayisyen', review: 'drafted' },
  ko: { name: '한국어', review: 'drafted' },
  ar: { name: 'العربية', dir: 'rtl', review: 'drafted' },
  ur: { name: 'اردو', dir: 'rtl', review: 'drafted' },
  fr: { name: 'Français', review: 'drafted' },
  pl: { name: 'Polski', review: 'drafted' },
  vi: { name: 'Tiếng Việt', review: 'drafted' },
  tl: { name: 'Tagalog', review: 'drafted' },
  'pt-BR': { name: 'Português', review: 'drafted' },
  de: { name: 'Deutsch', review: 'drafted' },
};

/** The tag of ours that is closest to a locale: "es-MX" is `es`, "zh-TW" is `zh-Hant`; `undefined` for a language that no widget speaks. */
export function tagFor(locale: string): string | undefined {
  const [language = '', ...rest] = locale.toLowerCase().split(/[-_]/);
  if (language === 'zh') return /hant|tw|hk|mo/.test(rest.join('-')) && !rest.includes('hans') ? 'zh-Hant' : 'zh-Hans';
  const own = { pt: 'pt-BR', fil: 'tl', yue: 'zh-Hant', cmn: 'zh-Hans' }[language] ?? language;
  return Object.hasOwn(languages, own) ? own : undefined;
}

/** In which file of a language the parts of the English words stand. */
export const sets = {
  common: ['common', 'practice', 'hours', 'launcher'],
  form: [
    'request-form',
    'what',
    'where',
    'suggestions',
    'opened-answer',
    'known-work',
    'follow-link',
    'keeping',
    'resume',
  ],
  later: ['request-form-later', 'receipt-gains'],
  place: ['place', 'map', 'assets', 'photos', 'triage'],
  outbox: ['outbox', 'feedback', 'kept-reports'],
  tracker: ['status-tracker', 'tracker-later'],
  around: ['look-around', 'after-closing'],
  panel: ['faq-panel', 'next-day'],
  /** Brought by the alerts themselves. */
  alerts: ['alerts'],
} as const;

export type SetName = keyof typeof sets;

/** What each widget says at once, and what it may say later. */
export const setsOf: Readonly<Record<string, readonly [first: readonly SetName[], later: readonly SetName[]]>> = {
  'citydesk-request-form': [
    ['common', 'form'],
    ['later', 'place', 'outbox', 'panel'],
  ],
  'citydesk-status-tracker': [
    ['common', 'tracker'],
    ['around', 'outbox'],
  ],
  'citydesk-faq-panel': [['common', 'panel'], ['outbox']],
  'citydesk-launcher': [['common'], []],
};
