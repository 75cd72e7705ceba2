// The receipt on paper: a PDF whose structure can be read, with its headings.

import type { CityBrowser } from '../e2e/city-browser.ts';
import { openState } from '../states/open-state.ts';
import type { Finding } from './finding.ts';

/** @returns what the printed receipt lacks */
export async function printsWell(browser: CityBrowser, origin: string): Promise<readonly Finding[]> {
  const { page, close } = await browser.newPage(1280, 900);
  try {
    await openState(page, origin, 'form-receipt');
    const text = Buffer.from(await page.pdf({ tagged: true, outline: true })).toString('latin1');
    const wanted: Readonly<Record<string, RegExp>> = {
      'a tree of its structure': /\/StructTreeRoot/,
      headings: /\/S\s*\/H[1-6]/,
      paragraphs: /\/S\s*\/P\b/,
      'its language': /\/Lang\s*\(en/,
      'a title': /\/Title/,
    };
    return Object.entries(wanted).flatMap(([what, pattern]) =>
      pattern.test(text)
        ? []
        : [{ by: 'own' as const, rule: 'print', target: 'form-receipt', message: `The PDF has not ${what}.` }],
    );
  } finally {
    await close();
  }
}
