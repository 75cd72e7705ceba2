import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, ElementHandle, Page } from 'puppeteer-core';
import { findBrowser } from '../browser.ts';
import { prove } from '../proven/prove.ts';
import { serveBuiltCity, type BuiltCity } from './built-city.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { address, headings } from './file-a-report.ts';
import { until } from './until.ts';

/** What the browser knows of its user, by the names that it has for it. */
const known = {
  NAME_FULL: 'Ada Lovelace',
  EMAIL_ADDRESS: 'ada@example.com',
  PHONE_HOME_WHOLE_NUMBER: '12695550142',
  ADDRESS_HOME_LINE1: '318 Hoffman St',
  ADDRESS_HOME_CITY: 'Three Rivers',
  ADDRESS_HOME_STATE: 'MI',
  ADDRESS_HOME_ZIP: '49093',
  ADDRESS_HOME_COUNTRY: 'US',
} as const;

/** Tokens for what a user is asked about themselves. Source: https://www.w3.org/TR/WCAG22/#input-purposes */
const purposes = new Set(
  `name honorific-prefix given-name additional-name family-name honorific-suffix nickname organization-title username
  new-password current-password organization street-address address-line1 address-line2 address-line3 address-level4
  address-level3 address-level2 address-level1 country country-name postal-code cc-name cc-given-name
  cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type transaction-currency
  transaction-amount language bday bday-day bday-month bday-year sex url photo tel tel-country-code tel-national
  tel-area-code tel-local tel-extension email impp`.split(/\s+/),
);

/** The headless shell has no autofill; a whole Chromium has. Where CI=true its absence is no excuse. */
async function missing(): Promise<string | false> {
  const { headless, version } = await findBrowser();
  return headless === 'shell' && process.env['CI'] !== 'true' && `${version} is a shell without autofill`;
}

const skip = await missing();

interface Filled {
  readonly label: string;
  readonly value: string;
  readonly token: string;
  readonly isAutofilled: boolean;
}

/** Every field for text that is seen in a widget, also in roots within roots. */
async function fieldsOn(page: Page, widget: string): Promise<readonly ElementHandle<HTMLInputElement>[]> {
  const all = await page.$$(`${widget} >>> input:not([type=radio], [type=checkbox], [type=file], [type=hidden])`);
  const seen = await Promise.all(all.map((field) => field.evaluate((one) => one.checkVisibility())));
  return all.filter((_, at) => seen[at]) as ElementHandle<HTMLInputElement>[];
}

const stateOf = (field: ElementHandle<HTMLInputElement>): Promise<Filled> =>
  field.evaluate((one) => ({
    label: one.labels?.[0]?.textContent?.trim() ?? '',
    value: one.value,
    token: one.autocomplete,
    isAutofilled: one.matches(':autofill'),
  }));

/** Fills as the browser does when its user takes what it offers at the first of these fields. */
async function autofill(page: Page, field: ElementHandle<HTMLInputElement>): Promise<void> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('Autofill.enable');
  const fields = Object.entries(known).map(([name, value]) => ({ name, value }));
  await session.send('Autofill.setAddresses', { addresses: [{ fields }] });
  await field.focus();
  const fieldId = await field.backendNodeId();
  await until('the browser’s own knowledge of the form', async () => {
    const trigger = { fieldId, address: { fields } };
    return session.send('Autofill.trigger', trigger as never).then(
      () => true,
      () => undefined,
    );
  });
  await session.detach();
}

describe('what a browser knows of its user', { concurrency: false }, () => {
  let city: BuiltCity;
  let browser: CityBrowser;
  let tokens: readonly string[] = [];
  const filled: string[] = [];
  before(async () => {
    city = await serveBuiltCity();
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await city?.close();
    if (skip) return;
    prove({
      verb: 'e2e:autofill',
      figure: `${filled.length} of 4 fields for name, contact and own address filled by the browser`,
      holds: filled.length === 4,
      tests: ['the browser fills name, email, phone and own address'],
    });
  });

  it('fills every field for name and contact of a report, and the city gets it', { skip }, async () => {
    const { page, driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/report/potholes/`);
    await driver.fill('Address or place', address);
    await driver.click('button', 'Continue');
    await driver.heading(headings.questions);
    await driver.choose('How big is the hole?', 'Bigger than a car tire');
    await driver.choose('Where in the street is it?', 'Where cars drive');
    await driver.click('button', 'Continue');
    await driver.heading(headings.check);
    await driver.click('button', 'Your name and contact');

    const fields = await fieldsOn(page, 'citydesk-request-form');
    assert.equal(fields.length, 3);
    await autofill(page, fields[0]!);
    const states = await until('the last field', async () => {
      const all = await Promise.all(fields.map(stateOf));
      return all.every(({ isAutofilled }) => isAutofilled) ? all : undefined;
    });
    assert.deepEqual(
      states.map(({ label, value }) => [label, value.replaceAll(/\D{0,2}(\d)/g, '$1')]),
      [
        ['Full name', known.NAME_FULL],
        ['Email', known.EMAIL_ADDRESS],
        ['Phone', known.PHONE_HOME_WHOLE_NUMBER],
      ],
    );
    tokens = [...tokens, ...states.map(({ token }) => token)];
    filled.push(...states.map(({ label }) => label));

    await driver.click('button', 'Send report');
    await driver.heading(headings.receipt);
    const [, id = ''] = await driver.text(/Report number\s+(\S+)/);
    const row = city.row(id);
    await close();
    assert.deepEqual([row?.firstName, row?.lastName, row?.email], ['Ada', 'Lovelace', known.EMAIL_ADDRESS]);
    assert.equal(row?.phone?.replaceAll(/\D/g, ''), known.PHONE_HOME_WHOLE_NUMBER);
  });

  it('fills the own address that an answer asks for, and the answer is found', { skip }, async () => {
    const { page, driver, close } = await browser.newPage();
    await driver.open(`${city.origin}/answers/`);
    await driver.fill('What do you want to know?', 'when is brush collected');
    await driver.text(/\d answers? found/);
    await driver.click('button', 'When is brush picked up on my street?');
    await driver.text(/Your address/);
    const fields = await fieldsOn(page, 'citydesk-faq-panel');
    const [, field] = fields;
    assert.ok(field);
    await autofill(page, field);
    const state = await until('the address', async () => {
      const now = await stateOf(field);
      return now.isAutofilled ? now : undefined;
    });
    assert.deepEqual([state.label, state.value], ['Your address', known.ADDRESS_HOME_LINE1]);
    assert.equal((await stateOf(fields[0]!)).value, 'when is brush collected', 'a question is not about its user');
    tokens = [...tokens, state.token];
    filled.push(state.label);
    await driver.click('button', 'Show my date');
    await driver.text(/Your next brush pick-up: \w+day, \w+ \d+/);
    await close();
  });

  it('is asked for by tokens that say what a field is about', { skip }, () => {
    assert.deepEqual(tokens, ['name', 'email', 'tel', 'address-line1']);
    assert.deepEqual(
      tokens.filter((token) => !purposes.has(token)),
      [],
    );
  });
});
