import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { englishParts, type Catalogue } from '../i18n/english.ts';
import { listedLanguages, translatedSets } from '../i18n/translations.ts';
import { prove } from '../proven/prove.ts';
import { serveAllWidgets, slotted, type AllWidgets } from './all-widgets.ts';
import type { Role } from '../drive/driver.ts';
import { openCamera, type Camera } from './camera.ts';
import { chooseFile } from './choose-file.ts';
import { startCityBrowser, type CityBrowser } from './city-browser.ts';
import { reportLike } from './city-reports.ts';
import { address } from './file-a-report.ts';
import { quietPage, type QuietPage } from './quiet-page.ts';
import { wrapsEverything, wrapsThePage } from './translators.ts';
import { until } from './until.ts';

const widgets = ['citydesk-request-form', 'citydesk-status-tracker', 'citydesk-faq-panel'] as const;
const { languages } = await listedLanguages();

/** A sentence in a language, up to its first hole. */
function said(tag: string, key: string): string {
  const parts = tag === 'en' ? englishParts() : translatedSets(tag);
  const all: Catalogue = Object.assign({}, ...parts.values());
  const [beginning = ''] = String(all[key]).split('{');
  assert.ok(beginning.trim(), `${tag} says ${key}`);
  return beginning.trim();
}

interface Spoken {
  readonly lang: string;
  readonly direction: string;
}

/** Which language each widget says that it speaks, and where it begins to write. */
function spokenOn(page: Page): Promise<readonly Spoken[]> {
  return page.evaluate(
    (names) =>
      names.map((name) => {
        const section = document.querySelector(name)?.shadowRoot?.querySelector('section[lang]');
        return {
          lang: section?.getAttribute('lang') ?? '',
          direction: section ? getComputedStyle(section).direction : '',
        };
      }),
    widgets,
  );
}

/** Waits until all three widgets speak it. */
async function allSpeak(page: Page, lang: RegExp, direction = 'ltr'): Promise<void> {
  let now: readonly Spoken[] = [];
  await until(`${lang} in all widgets`, async () => {
    now = await spokenOn(page);
    return now.every((one) => lang.test(one.lang) && one.direction === direction) || undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message} They speak ${JSON.stringify(now)}.`);
  });
}

/** What stands in the fields of all widgets, and what was chosen; by id, in every language the same. */
function keptOn(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate((names) => {
    const kept: Record<string, string> = {};
    for (const name of names) {
      const fields = document.querySelector(name)!.shadowRoot!.querySelectorAll<HTMLInputElement>('input, textarea');
      for (const field of fields)
        if (!/radio|checkbox/.test(field.type) && field.type !== 'file') kept[`${name} ${field.id}`] = field.value;
        else if (field.checked) kept[`${name} ${field.name}`] = field.value;
    }
    return kept;
  }, widgets);
}

/** Words, and places where words will be said aloud, that a screen reader would read by the page's language: none of theirs says another. */
function unsaidOn(page: Page): Promise<readonly string[]> {
  return page.evaluate((names) => {
    const unsaid: string[] = [];
    const scan = (root: ShadowRoot) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node instanceof Element && node.shadowRoot) scan(node.shadowRoot);
        const element = node instanceof Element ? node : node.parentElement;
        const isWords = node instanceof Text && /\p{L}/u.test(node.data) && element?.checkVisibility();
        const isSpoken = node instanceof Element && node.matches('[role=status], [aria-live], [aria-label]');
        if ((isWords || isSpoken) && !element?.closest('[lang], style'))
          unsaid.push(isWords ? node.data.trim() : (element?.outerHTML.slice(0, 80) ?? ''));
      }
    };
    for (const name of names) scan(document.querySelector(name)!.shadowRoot!);
    return unsaid;
  }, widgets);
}

describe('a page in the hands of a translator', () => {
  let city: AllWidgets;
  let browser: CityBrowser;
  let camera: Camera;
  let passed = 0;
  const ways = 4;
  before(async () => {
    city = await serveAllWidgets();
    browser = await startCityBrowser();
    camera = await openCamera(await browser.newPage(), city.origin);
  });
  after(async () => {
    camera?.close();
    await browser?.close();
    await city?.close();
    prove({
      verb: 'e2e:translate',
      figure: `${passed} of ${ways} ways to change the language, in 3 widgets each, nothing lost`,
      holds: passed === ways,
      tests: ['page translators switch all widgets and lose nothing', 'the language switch changes all widgets'],
    });
  });

  /** All three widgets with something typed in each, and a photo in the form. */
  async function begun(): Promise<QuietPage> {
    const opened = await quietPage(browser, city.origin, 1280, 3600);
    const { page, driver } = opened;
    await driver.open(city.page);
    await allSpeak(page, /^en/);
    await driver.heading(said('en', 'where.heading'));
    const photo = await camera.take();
    await chooseFile(page, photo, () => driver.click('button', said('en', 'photo.add')));
    await driver.text(/Photo 1/);
    await driver.text(new RegExp(said('en', 'photo.ready')));
    await driver.fill(said('en', 'place.label'), address);
    await driver.fill(said('en', 'find.label'), '26-99999');
    await driver.fill(said('en', 'faq.label'), 'brush');
    await driver.text(/\d answers? found/);
    return opened;
  }

  const typed = {
    'citydesk-request-form place': address,
    'citydesk-status-tracker number': '26-99999',
    'citydesk-faq-panel question': 'brush',
  };

  async function keepsAll(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const kept = await keptOn(page);
    for (const [field, value] of Object.entries({ ...typed, ...more })) assert.equal(kept[field], value, field);
  }

  /** What breaks, or is done to the page from outside; that answers of the city have expired is said once more in each language. */
  const broken = ({ complaints }: QuietPage) => complaints.filter((words) => !/ expired on \d/.test(words));

  /** The words of the page as they stand there: what a translator has taken out of our hands stays as it made it. */
  async function inEither({ driver }: QuietPage, role: Role, key: string): Promise<string> {
    return until(key, async () => {
      for (const tag of ['es', 'en']) if (await driver.has(role, said(tag, key))) return said(tag, key);
      return undefined;
    });
  }

  /** In a language, or as it stands there: the questions, then the receipt. */
  async function goesOn(opened: QuietPage, tag?: string): Promise<string> {
    const { page, driver } = opened;
    const words = (role: Role, key: string) => (tag ? said(tag, key) : inEither(opened, role, key));
    await driver.click('button', await words('button', 'continue'));
    await driver.heading(await words('heading', 'questions.heading'));
    await page.evaluate(() => {
      const root = document.querySelector('citydesk-request-form')!.shadowRoot!;
      for (const group of root.querySelectorAll('fieldset')) group.querySelector<HTMLInputElement>('input')?.click();
    });
    await driver.click('button', await words('button', 'continue'));
    await driver.heading(await words('heading', 'check.heading'));
    await driver.click('button', await words('button', 'send.button'));
    await driver.heading(await words('heading', 'receipt.heading'));
    const id = await page.evaluate(
      () => document.querySelector('citydesk-request-form')!.shadowRoot!.textContent!.match(/26-\d{5}/)?.[0],
    );
    assert.ok(id);
    return id;
  }

  it('that wraps the page’s words has widgets in Spanish, in Arabic and in English again, and nothing is lost', async () => {
    const opened = await begun();
    const { page, driver } = opened;
    const translator = wrapsThePage(page);
    await translator.translates('es');
    await allSpeak(page, /^es/);
    for (const key of ['where.heading', 'heading', 'faq.heading']) await driver.heading(said('es', key));
    await driver.text(new RegExp(said('es', 'photo.ready')));
    await keepsAll(page);
    await driver.text(new RegExp(slotted));

    await driver.click('button', said('es', 'continue'));
    await driver.heading(said('es', 'questions.heading'));
    const chosen = await page.evaluate(() => {
      const root = document.querySelector('citydesk-request-form')!.shadowRoot!;
      const radio = root.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!;
      radio.click();
      return [`citydesk-request-form ${radio.name}`, radio.value] as const;
    });
    const { 'citydesk-request-form place': _, ...others } = typed;
    const stays = async () => {
      const kept = await keptOn(page);
      for (const [field, value] of [chosen, ...Object.entries(others)]) assert.equal(kept[field], value, field);
    };
    await translator.translates('ar', 'rtl');
    await allSpeak(page, /^ar/, 'rtl');
    await driver.heading(said('ar', 'questions.heading'));
    await stays();
    await translator.goesBack();
    await allSpeak(page, /^en/);
    await driver.heading(said('en', 'questions.heading'));
    await stays();
    await driver.text(new RegExp(slotted));

    await driver.click('button', said('en', 'back'));
    await driver.heading(said('en', 'where.heading'));
    await keepsAll(page);
    const id = await goesOn(opened, 'en');
    assert.match(city.row(id)?.address ?? '', new RegExp(address));
    assert.equal(city.photos(id).length, 1);
    assert.deepEqual(broken(opened), []);
    await opened.close();
    passed += 1;
  });

  it('that stays in Spanish has a report on its way to the receipt in Spanish', async () => {
    const opened = await begun();
    await wrapsThePage(opened.page).translates('es-419');
    await allSpeak(opened.page, /^es/);
    const id = await goesOn(opened, 'es');
    assert.match(city.row(id)?.address ?? '', new RegExp(address));
    assert.equal(city.photos(id).length, 1);
    assert.deepEqual(broken(opened), []);
    await opened.close();
    passed += 1;
  });

  it('that reaches into the widgets has a report on its way to the receipt all the same', async () => {
    const opened = await begun();
    const { page, driver } = opened;
    await wrapsEverything(page).translates('es');
    await allSpeak(page, /^es/);
    await keepsAll(page);
    const filed = await reportLike(city.origin, (one) => !!one.address);
    await driver.fill(await inEither(opened, 'textbox', 'find.label'), filed.service_request_id);
    await driver.click('button', await inEither(opened, 'button', 'find.button'));
    await driver.text(new RegExp(String(filed.address)));
    const id = await goesOn(opened);
    assert.match(city.row(id)?.address ?? '', new RegExp(address));
    const wrapped = await page.evaluate(() => (globalThis as unknown as { wrapped: number }).wrapped);
    assert.ok(wrapped > 100, `${wrapped} texts were wrapped`);
    assert.deepEqual(broken(opened), []);
    await opened.close();
    passed += 1;
  });

  it('is not needed: the switch on top of each widget changes all of them, and the next page of the tab', async () => {
    const opened = await begun();
    const { page, driver } = opened;
    for (const [at, widget] of widgets.entries()) {
      const tag = ['es', 'ar', 'zh-Hans'][at]!;
      const button = await page.$(`${widget} >>> .langs`);
      assert.ok(button, widget);
      assert.match(
        await button.evaluate((one) => one.textContent.trim()),
        new RegExp(`^${said(at ? ['es', 'ar'][at - 1]! : 'en', 'language')}`),
      );
      await button.focus();
      await page.keyboard.press('Enter');
      const offered = await until('the languages', async () => {
        const all = await page.$$eval(`${widget} >>> .menu button`, (buttons) =>
          buttons.map((one) => [one.getAttribute('lang'), one.textContent.trim()]),
        );
        return all.length ? all : undefined;
      });
      assert.deepEqual(
        offered,
        Object.entries(languages).map(([one, { name }]) => [one, name]),
      );
      await driver.click('button', languages[tag]!.name);
      await allSpeak(page, new RegExp(`^${tag}$`), languages[tag]!.dir ?? 'ltr');
      await driver.heading(said(tag, 'where.heading'));
      await keepsAll(page);
      await driver.text(new RegExp(slotted));
      assert.deepEqual(await unsaidOn(page), [], `on a page in English, all that is ${tag} says so`);
    }
    const { page: _, ...next } = opened;
    await next.driver.open(`${city.origin}/answers/`);
    await next.driver.heading(said('zh-Hans', 'faq.heading'));
    assert.deepEqual(broken(opened), []);
    await opened.close();
    passed += 1;
  });
});
