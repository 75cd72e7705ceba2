// Which widths, directions and themes each state is looked at in: every state at 320 and at 1280 pixels as most people see it, and beside
// that in others by turns, so that each of them meets many states.

import type { Page } from 'puppeteer-core';
import type { OpenOptions } from '../states/open-state.ts';

export type Theme = 'light' | 'dark' | 'forced' | 'contrast';

export interface Run {
  readonly width: 280 | 320 | 1280;
  readonly theme: Theme;
}

/** One opening of a state, and how it is looked at while it stands. */
export interface Opening extends OpenOptions {
  readonly runs: readonly Run[];
}

const others: readonly Run[] = [
  { width: 320, theme: 'dark' },
  { width: 280, theme: 'forced' },
  { width: 1280, theme: 'contrast' },
  { width: 280, theme: 'light' },
  { width: 320, theme: 'forced' },
  { width: 1280, theme: 'dark' },
  { width: 320, theme: 'contrast' },
];

const mirrored: readonly Run[] = [
  { width: 320, theme: 'light' },
  { width: 1280, theme: 'forced' },
  { width: 280, theme: 'dark' },
  { width: 1280, theme: 'light' },
  { width: 320, theme: 'contrast' },
];

/** @param at number of the state in the list */
export function openingsOf(at: number): readonly [leftToRight: Opening, rightToLeft: Opening] {
  const turn = <T>(all: readonly T[], by: number): T => all[by % all.length]!;
  return [
    {
      lang: 'en',
      dir: 'ltr',
      runs: [turn(others, at), { width: 1280, theme: 'light' }, { width: 320, theme: 'light' }],
    },
    { lang: 'ar', dir: 'rtl', runs: [turn(mirrored, at), turn(mirrored, at + 2)] },
  ];
}

const features: Readonly<Record<Theme, readonly { readonly name: string; readonly value: string }[]>> = {
  light: [],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [{ name: 'forced-colors', value: 'active' }],
  contrast: [{ name: 'prefers-contrast', value: 'more' }],
};

/** Makes the page so wide and so coloured, without loading it anew. */
export async function wear(page: Page, { width, theme }: Run): Promise<void> {
  await page.setViewport({ width, height: 900 });
  const session = await page.createCDPSession();
  const plain = ['prefers-color-scheme', 'forced-colors', 'prefers-contrast'].map((name) => ({ name, value: '' }));
  const wanted = plain.map((one) => features[theme].find(({ name }) => name === one.name) ?? one);
  await session.send('Emulation.setEmulatedMedia', { features: wanted });
  await session.detach();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Such as "320 px, rtl, dark". */
export const sayRun = ({ width, theme }: Run, { dir }: OpenOptions): string => `${width} px, ${dir}, ${theme}`;
