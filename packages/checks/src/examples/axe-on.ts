// Axe over a page and every frame in it, shadow roots among them.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { root } from '../workspace.ts';

const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What is wrong with the page as it stands, one line each: the rule, and the element.
 * @param within A selector: only what is inside; the whole page when left out.
 */
export async function axeOn(page: Page, within?: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (frame.detached || (within && frame === page.mainFrame() && !(await frame.$(within)))) continue;
    found.push(...(await inFrame(frame, frame === page.mainFrame() ? within : undefined)));
  }
  return found;
}

async function inFrame(frame: Frame, within: string | undefined): Promise<readonly string[]> {
  // The debugger runs it, so the page's policy has no say in it.
  await frame.evaluate(`globalThis.axe ?? (() => { ${axe} })()`);
  return frame.evaluate(
    async (values, selector) => {
      const { axe: run } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await run.run(selector ?? document, {
        // Each frame is looked at by itself.
        iframes: false,
        // Or it would fetch the page's style sheets itself.
        preload: false,
        runOnly: { type: 'tag', values },
        rules: { 'target-size': { enabled: true } },
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
      );
    },
    tags,
    within,
  );
}
