// Page translators as they are found in browsers, acted out: what they do to a page, and to what comes later. Each runs inside the page.

import type { Page } from 'puppeteer-core';

export interface Translator {
  /** The page is read in this language from now on. */
  translates(language: string, direction?: 'ltr' | 'rtl'): Promise<void>;
  /** The page is as it was. */
  goesBack(): Promise<void>;
}

/**
 * As Google Translate in Chrome: the page's language and a class on its root, and the page's words in two elements of its own. It does not see into
 * shadow roots.
 */
export function wrapsThePage(page: Page): Translator {
  return translator(page, { hasClass: true, sees: 'the page' });
}

/** As the translators of Safari and Firefox: the language alone, and the words of every shadow root, too. */
export function wrapsEverything(page: Page): Translator {
  return translator(page, { hasClass: false, sees: 'everything' });
}

interface Manner {
  readonly hasClass: boolean;
  readonly sees: 'the page' | 'everything';
}

function translator(page: Page, manner: Manner): Translator {
  return {
    async translates(language, direction = 'ltr') {
      await page.evaluate(begin, language, direction, manner);
    },
    async goesBack() {
      await page.evaluate(() => (globalThis as unknown as { goesBack(): void }).goesBack());
    },
  };
}

/** In the page. Nothing from outside is known there. */
function begin(language: string, direction: 'ltr' | 'rtl', { hasClass, sees }: Manner): void {
  const world = globalThis as unknown as { goesBack?: () => void; wrapped?: number };
  world.goesBack?.();
  const html = document.documentElement;
  const before = { lang: html.lang, className: html.className };
  const seen = new WeakSet<Node>();
  const wrappers: HTMLElement[] = [];
  const observers: MutationObserver[] = [];

  const wrap = (text: Text) => {
    if (!text.data.trim() || seen.has(text) || text.parentElement?.closest('script, style, textarea')) return;
    if (text.parentElement?.localName === 'font') return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    outer.append(inner);
    text.replaceWith(outer);
    inner.textContent = text.data;
    seen.add(text).add(inner.firstChild!);
    wrappers.push(outer);
    world.wrapped = (world.wrapped ?? 0) + 1;
  };
  const enter = (root: Document | ShadowRoot) => {
    const all = () => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      const texts: Text[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node instanceof Text) texts.push(node);
        const inside = node instanceof Element && sees === 'everything' ? node.shadowRoot : null;
        if (inside && !seen.has(inside)) {
          seen.add(inside);
          enter(inside);
        }
      }
      texts.forEach(wrap);
    };
    const observer = new MutationObserver(all);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    observers.push(observer);
    all();
  };

  html.lang = language;
  if (hasClass) html.classList.add(`translated-${direction}`);
  enter(document);
  world.goesBack = () => {
    for (const observer of observers) observer.disconnect();
    for (const outer of wrappers) outer.replaceWith(outer.textContent);
    Object.assign(html, before);
    delete world.goesBack;
  };
}
