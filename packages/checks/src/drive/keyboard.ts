// A resident who only has a keyboard: moves with Tab, and knows only what has focus.

import type { Page } from 'puppeteer-core';
import type { Role } from './driver.ts';
import { finderScript } from './finder.ts';

export interface Keyboard {
  /** Presses Tab until something with this role, and a name that begins so, has focus. */
  tabTo(role: Role, name: string): Promise<void>;
  type(text: string): Promise<void>;
  press(
    key: 'Enter' | 'Space' | 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | 'Escape' | 'Tab',
  ): Promise<void>;
  /** Waits until focus rests on a heading that begins so. */
  restsOn(heading: string): Promise<void>;
  /** Waits until focus has come to such a thing by itself: an answer is read before the focus is there. */
  comesTo(role: Role, name: string): Promise<void>;
  /** What has focus now. */
  focused(): Promise<Focused>;
  /** How many keys were pressed so far, letters not counted. */
  readonly presses: number;
}

export interface Focused {
  /** Empty where focus rests on the page itself. */
  readonly role: string;
  readonly name: string;
  /** Whether an outline or a shadow shows it. Where Tab does not go, such as a heading that only a script puts focus on, none is needed. */
  readonly isSeen: boolean;
}

const farthest = 150;

export function keyboardOf(page: Page): Keyboard {
  const focused = (): Promise<Focused> =>
    page.evaluate(`(() => {
      ${finderScript()}
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return { role: '', name: '', isSeen: false };
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isSeen = element.tabIndex < 0 || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      return { role: roleOf(element), name: nameOf(element), isSeen };
    })()`) as Promise<Focused>;
  // A field below which a list can open is one to type in, too.
  const fits = (one: Focused, role: string, name: string) =>
    (one.role === role || (role === 'textbox' && one.role === 'combobox')) && one.name.startsWith(name);

  let presses = 0;
  const press = async (key: Parameters<Page['keyboard']['press']>[0]) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  const comesTo = async (role: Role, name: string) => {
    let now = await focused();
    for (let wait = 0; wait < 100 && !fits(now, role, name); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      now = await focused();
    }
    if (!fits(now, role, name)) {
      throw new Error(`Focus is not on the ${role} “${name}” but on the ${now.role} “${now.name}”.`);
    }
  };
  return {
    async tabTo(role, name) {
      const seen: string[] = [];
      for (let count = 0; count < farthest; count += 1) {
        const now = await focused();
        if (fits(now, role, name)) return;
        seen.push(`${now.role} “${now.name.slice(0, 40)}”`);
        await press('Tab');
      }
      throw new Error(`Tab does not reach the ${role} “${name}”. It came by:\n${[...new Set(seen)].join('\n')}`);
    },
    focused,
    type: (text) => page.keyboard.type(text),
    press,
    restsOn: (heading) => comesTo('heading', heading),
    comesTo,
    get presses() {
      return presses;
    },
  };
}
