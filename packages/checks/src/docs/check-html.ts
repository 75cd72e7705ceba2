// HTML of the documentation, opened in a real browser on a page of another origin than the city's files and API.

import type { Page } from 'puppeteer-core';
import { quietPage } from '../e2e/quiet-page.ts';
import type { DocsCity } from './docs-city.ts';
import type { Fence } from './fences.ts';
import type { Verdict } from './verdict.ts';

export async function checkHtml(fences: readonly Fence[], city: DocsCity): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const fence of fences) verdicts.push(await opened(fence, city));
  return verdicts;
}

/** A snippet for a page that has the script already is given it, as its page says. */
async function opened(fence: Fence, city: DocsCity): Promise<Verdict> {
  const needsTag = !/<script\b/.test(fence.text) && /<citydesk-|data-citydesk=|\/citydesk\/embed/.test(fence.text);
  const tag = needsTag
    ? `<script type="module" src="${city.host}citydesk/citydesk.js" data-endpoint="${city.host}open311/v2/"></script>\n`
    : '';
  const problems = await problemsOf(wholePage(tag + city.local(fence.text)), city, {}, widgetsIn(fence.text));
  return { fence, did: 'opened', problems };
}

/** CSS: applied to a page with every widget, where the browser must know every rule and we every property of ours. */
export async function checkCss(
  fences: readonly Fence[],
  city: DocsCity,
  roles: ReadonlySet<string>,
): Promise<readonly Verdict[]> {
  const { page, close } = await city.browser.newPage();
  const verdicts: Verdict[] = [];
  for (const fence of fences) {
    const unknown = [...fence.text.matchAll(/--citydesk-[\w-]+/g)].flatMap(([name]) =>
      roles.has(name) ? [] : [`there is no ${name}`],
    );
    const lost = await page.evaluate(lostIn, fence.text);
    verdicts.push({ fence, did: 'applied', problems: [...unknown, ...lost] });
  }
  await close();
  return verdicts;
}

/** HTTP headers: those with a policy are sent with a page that has the form, which has to stand without breaking it. */
export async function checkPolicy(fence: Fence, policy: string, city: DocsCity): Promise<Verdict> {
  const [, scripts = ''] = /script-src ([^;]*)/.exec(policy) ?? [];
  const isOwn = /'self'/.test(scripts);
  const files = isOwn ? '/' : `${city.host}citydesk/`;
  const [, nonce] = /'nonce-([^']+)'/.exec(scripts) ?? [];
  const endpoint =
    /connect-src[^;]*311\.example\.gov/.test(policy) || !isOwn ? `${city.host}open311/v2/` : '/open311/v2/';
  const html = wholePage(
    `<script type="module" src="${files}citydesk.js" data-endpoint="${endpoint}"${nonce ? ` nonce="${nonce}"` : ''}></script>
    <citydesk-request-form></citydesk-request-form>`,
  );
  const hosts = policy.replaceAll(/https:\/\/(311\.example\.gov|cdn\.example)\b/g, city.host.replace(/\/$/, ''));
  const header = hosts.replaceAll('https://www.example.gov', city.pages.replace(/\/$/, ''));
  return {
    fence,
    did: 'applied',
    problems: await problemsOf(html, city, { 'content-security-policy': header }, ['citydesk-request-form']),
  };
}

/** What goes wrong on a page: complaints of any kind, and widgets that do not come. */
async function problemsOf(
  html: string,
  city: DocsCity,
  headers: Readonly<Record<string, string>>,
  widgets: readonly string[],
): Promise<readonly string[]> {
  const { page, complaints, close } = await quietPage(city.browser, city.pages.replace(/\/$/, ''));
  try {
    await page.goto(city.show(html, headers), { waitUntil: 'load' });
    const missing = (await Promise.all(widgets.map((name) => comes(page, name)))).flat();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    // What is asked for after the first screen breaks a policy, too.
    await page.waitForNetworkIdle({ idleTime: 300 });
    // The demo city's answers grow old on purpose.
    const isOurs = (words: string) =>
      words.startsWith(`asks ${city.host}`) || / expired on .* is not shown\./.test(words);
    const strange = complaints.filter((words) => !isOurs(words));
    return [...missing, ...strange];
  } finally {
    await close();
  }
}

/** Where a launcher holds it, the widget comes when it is opened. */
async function comes(page: Page, name: string): Promise<readonly string[]> {
  const stands = await page.waitForFunction(hasUpgraded, { timeout: 20_000 }, name).then(
    () => true,
    () => false,
  );
  return stands ? [] : [`<${name}> does not stand after 20 seconds`];
}

/** Runs in the page: the element, or the frame of the widget, has its content. */
function hasUpgraded(name: string): boolean {
  if (name === 'iframe') return [...document.querySelectorAll('iframe')].every((frame) => frame.clientHeight > 0);
  return [...document.querySelectorAll(name)].some((element) => (element.shadowRoot?.childElementCount ?? 0) > 0);
}

/** The widgets that must stand: elements, and blocks that become one. Those inside a launcher wait for it. */
function widgetsIn(text: string): readonly string[] {
  const outside = text.replace(/(<citydesk-launcher\b[^>]*>)[^]*?(<\/citydesk-launcher>)/g, '$1$2');
  const live = outside.replace(/<!--[^]*?-->/g, '');
  const elements = [...live.matchAll(/<(citydesk-[\w-]+)/g)].map(([, name = '']) => name);
  const blocks = [...live.matchAll(/data-citydesk="([\w-]+)"/g)].map(([, name = '']) => `citydesk-${name}`);
  const frames = /<iframe\b/.test(live) ? ['iframe'] : [];
  return [...new Set([...elements.filter((name) => name !== 'citydesk-city'), ...blocks, ...frames])];
}

function wholePage(html: string): string {
  if (/<html\b|<!doctype/i.test(html)) return html;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head><body>\n${html}</body></html>`;
}

/** Runs in the page: rules that the browser left out, and values it does not know. */
function lostIn(css: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const lost: string[] = [];
  if (sheet.cssRules.length === 0) lost.push('the browser reads no rule in it');
  for (const [, property = '', value = ''] of css
    .replace(/\/\*[^]*?\*\//g, '')
    .matchAll(/^\s*([\w-]+):\s*([^;{}]+);/gm)) {
    if (!property.startsWith('--') && !CSS.supports(property, value))
      lost.push(`the browser does not know ${property}: ${value}`);
  }
  return lost;
}
