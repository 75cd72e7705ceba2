// The page with large text, far zoomed in, in a narrow sidebar, with more room between letters and lines, and without motion: nothing has to be
// scrolled sideways, nothing is cut off, nothing moves.

import type { CDPSession, Page } from 'puppeteer-core';
import type { Finding } from './finding.ts';

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Looks in each way at the page as it stands, and leaves it as it was. */
export async function reflows(page: Page): Promise<readonly Finding[]> {
  const session = await page.createCDPSession();
  const found: Finding[] = [];
  const look = async (way: string, before: () => Promise<unknown>, after: () => Promise<unknown>): Promise<void> => {
    await before();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    found.push(...(await outOfRoom(page)).map((one) => ({ ...one, message: `${way}: ${one.message}` })));
    await after();
  };
  try {
    await look(
      'at 400 %',
      () => sized(session, 320, 256, 4),
      () => sized(session, 320, 900, 1),
    );
    await look(
      'with text at 200 %',
      () => fontSize(session, 32),
      () => fontSize(session, 16),
    );
    await look(
      'in a sidebar of 280 px',
      () => sized(session, 280, 900, 1),
      () => sized(session, 320, 900, 1),
    );
    await look(
      'with more spacing',
      () => spaced(page, spacing),
      () => spaced(page, ''),
    );
    found.push(...(await motions(page, session)));
  } finally {
    await session.detach();
  }
  return found;
}

const sized = (session: CDPSession, width: number, height: number, deviceScaleFactor: number) =>
  session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });

const fontSize = (session: CDPSession, standard: number) =>
  session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });

/** Puts the rules into the page and into every root. */
function spaced(page: Page, rules: string): Promise<void> {
  return page.evaluate((text) => {
    const kept = globalThis as { spacing?: CSSStyleSheet };
    const sheet = (kept.spacing ??= new CSSStyleSheet());
    sheet.replaceSync(text);
    const wear = (root: Document | ShadowRoot): void => {
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) wear(shadowRoot);
    };
    wear(document);
  }, rules);
}

const outOfRoom = (page: Page): Promise<readonly Finding[]> =>
  page.evaluate(
    async (from) => ((await import(from)) as typeof import('./out-of-room.ts')).outOfRoom(),
    '/states/scripts/a11y/out-of-room.ts',
  );

/** Who wants no motion gets none. */
async function motions(page: Page, session: CDPSession): Promise<readonly Finding[]> {
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
  const found = await page.evaluate(
    async (from) => ((await import(from)) as typeof import('./out-of-room.ts')).moving(),
    '/states/scripts/a11y/out-of-room.ts',
  );
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: '' }] });
  return found;
}
