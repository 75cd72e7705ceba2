// Breaks a page, and sees whether that made any difference.

import type { Page } from 'puppeteer-core';

/**
 * @param expression of the function, as text
 * @returns whether the page is another now: its elements, its styles, what listens, or what moves
 */
export async function changesWith(page: Page, expression: string): Promise<boolean> {
  return page.evaluate(async (text) => {
    let listeners = 0;
    const add = EventTarget.prototype.addEventListener;
    const state = (): string => {
      const said: string[] = [];
      const sheets = (root: Document | ShadowRoot) =>
        [...root.styleSheets, ...root.adoptedStyleSheets].flatMap((sheet) =>
          [...sheet.cssRules].map(({ cssText }) => cssText),
        );
      const look = (root: Document | ShadowRoot): void => {
        said.push(
          (root instanceof Document ? root.documentElement.outerHTML : root.innerHTML) + sheets(root).join('\n'),
        );
        for (const one of root.querySelectorAll<HTMLElement>('*')) {
          said.push(...one.getAnimations().map(({ playState }) => playState));
          if (one.onclick) said.push('onclick');
          if (one.shadowRoot) look(one.shadowRoot);
        }
      };
      look(document);
      return `${said.join('\n')}\n${listeners}`;
    };
    const host = document.querySelector<HTMLElement>('[data-widget]')!;
    const mutate = new Function(`return ${text};`)() as (root: ShadowRoot, host: HTMLElement) => unknown;
    const before = state();
    EventTarget.prototype.addEventListener = function (...given: Parameters<typeof add>) {
      listeners += 1;
      return add.apply(this, given);
    };
    try {
      await mutate(host.shadowRoot!, host);
    } finally {
      EventTarget.prototype.addEventListener = add;
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return state() !== before;
  }, expression);
}
