// What a walk to the screens that `npm run look` takes pictures of has to work with.

import type { Page } from 'puppeteer-core';
import type { Driver } from './drive/driver.ts';
import type { BuiltCity } from './e2e/built-city.ts';

export interface Walk {
  readonly page: Page;
  readonly driver: Driver;
  readonly city: BuiltCity;
  /** Takes the picture, of the widget alone or of the whole page. */
  shoot(name: string, what?: 'widget' | 'page'): Promise<void>;
}

/** By name; each begins on a fresh page and takes its pictures on the way. */
export type Walks = Readonly<Record<string, (walk: Walk) => Promise<void>>>;
