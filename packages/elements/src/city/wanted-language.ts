/** Which language a widget is asked to speak. */
import { chosen } from './chosen-language.ts';
import { around } from './settings.ts';

/**
 * The resident's own choice → that of a page translator → `own` → closest `lang` → the browser's. A translator changes the page's language and says so by a
 * class: it goes before what the page's author said.
 * @param own what the element or the city file says: BCP 47
 */
export function wantedLanguage(element: Element, own?: string): string {
  const { className, lang } = document.documentElement;
  return (
    chosen.tag ||
    (className.includes('translated-') && lang) ||
    own ||
    around(element, '[lang]')?.getAttribute('lang') ||
    navigator.language
  );
}

/** Whether the words that come with every widget will do. */
export const isEnglish = (locale: string): boolean => /^en(-(?!XA)..)?$/i.test(locale);
