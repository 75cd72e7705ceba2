// A web site with a policy that allows nothing but what it names, and how its pages are watched.

import type { Page } from 'puppeteer-core';
import type { BuiltCity } from '../e2e/built-city.ts';
import type { CityBrowser } from '../e2e/city-browser.ts';
import { quietPage, type QuietPage } from '../e2e/quiet-page.ts';

/** New with every answer on a real server. */
export const nonce = 'Y2l0eSBoYWxs';

export interface Policy {
  /** What `script-src` allows. */
  readonly scripts: string;
  /** The city's origin: asked, and shown photos of. */
  readonly city: string;
  /** The names of Trusted Types policies. */
  readonly trusted?: string;
}

/** Without a line for styles, fonts, workers or frames: `default-src 'none'` holds for them. */
export function strictPolicy({ scripts, city, trusted = 'citydesk' }: Policy): string {
  return (
    `default-src 'none'; script-src ${scripts}; connect-src 'self' ${city}; img-src data: ${city}; base-uri 'none'; ` +
    `form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ${trusted}`
  );
}

/** The settings of the web site, as its editor writes them. */
export function cityFile(city: BuiltCity): string {
  return JSON.stringify({
    endpoint: `${city.origin}/open311/v2/`,
    cityName: 'Three Rivers',
    zone: 'America/Detroit',
    phone: '269-555-0142',
    faq: '/faq.json',
    media: 'multipart:media',
    mostPhotos: 3,
    publicPhotos: true,
  });
}

export interface StrictPage extends QuietPage {
  /** What the page does that a strict one does not: broken rules of its policy, errors and warnings. */
  wrongs(): readonly string[];
  /** Every Trusted Types policy that was asked for, in order. */
  policies(): Promise<readonly string[]>;
}

/** @param ours Origins that may be asked besides the site's own. */
export async function strictPage(browser: CityBrowser, site: string, ours: readonly string[]): Promise<StrictPage> {
  const quiet = await quietPage(browser, site);
  await notePolicies(quiet.page);
  return {
    ...quiet,
    wrongs: () => quiet.complaints.filter((words) => !ours.some((origin) => words.startsWith(`asks ${origin}/`))),
    policies: () => quiet.page.evaluate(() => (globalThis as unknown as Noted).policiesOfTest),
  };
}

interface Noted {
  policiesOfTest: string[];
}

async function notePolicies(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { policiesOfTest: noted });
    const factory = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
      .trustedTypes;
    const { createPolicy } = factory;
    factory.createPolicy = (name, rules) => {
      noted.push(name);
      return createPolicy.call(factory, name, rules);
    };
  });
}
