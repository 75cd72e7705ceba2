// A keyboard through the page: Tab until it leaves. Everything that takes the focus is reached, seen and marked with a ring, and nothing holds it.

import type { CDPSession, Page } from 'puppeteer-core';
import type { Finding } from './finding.ts';

/** More presses than any state has stops. */
const most = 250;

interface Stop {
  readonly at: string;
  /** What is wrong there; nothing where all is well. */
  readonly wrong: readonly (readonly [rule: string, message: string])[];
  /** The number of the stop in the order of the page; -1 where nothing has the focus. */
  readonly index: number;
}

/** @returns what a keyboard meets that it should not, or never meets */
export async function tabWalk(page: Page): Promise<readonly Finding[]> {
  const script = '/states/scripts/a11y/focus-stops.ts';
  type Script = typeof import('./focus-stops.ts');
  const stops = await page.evaluate(async (from) => ((await import(from)) as Script).markStops(), script);
  const here = () => page.evaluate(async (from) => ((await import(from)) as Script).stopHere(), script);
  const session = await page.createCDPSession();
  const found = new Map<string, Finding>();
  const tell = (rule: string, target: string, message: string): void =>
    void found.set(`${rule} ${target} ${message}`, { by: 'own', rule, target, message });
  const reached = new Set<number>();
  try {
    let [last, stuck, rounds] = [-1, 0, 0];
    for (let press = 0; press < Math.min(most, stops.length * 3 + 20) && reached.size < stops.length; press += 1) {
      await pressTab(session);
      const stop: Stop = await here();
      if (stop.index === -1) {
        // Out of the page, and in again from its beginning: a keyboard may have begun in the middle.
        [last, rounds] = [-1, rounds + 1];
        if (rounds > 2) break;
        continue;
      }
      // A field of several parts, such as a date, keeps the focus for some presses.
      stuck = stop.index === last ? stuck + 1 : 0;
      if (stuck > 8 || (stop.index < last && reached.has(stop.index))) {
        tell('keyboard-trap', stop.at, 'Tab does not lead on from here.');
        break;
      }
      if (stop.index < last) tell('focus-order', stop.at, 'It has the focus out of the order in which it is read.');
      last = stop.index;
      reached.add(stop.index);
      for (const [rule, message] of stop.wrong) tell(rule, stop.at, message);
    }
  } finally {
    await session.detach();
  }
  for (const [index, at] of stops.entries()) {
    if (!reached.has(index)) tell('keyboard-reach', at, 'A keyboard does not reach it.');
  }
  return [...found.values()];
}

async function pressTab(session: CDPSession): Promise<void> {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, nativeVirtualKeyCode: 9 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
