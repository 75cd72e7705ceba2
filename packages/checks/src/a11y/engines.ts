// The two engines, axe-core and IBM's, on whatever a page shows. Both look through open shadow roots.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { Finding } from './finding.ts';

const { resolve } = createRequire(import.meta.url);
const sources = ['axe-core/axe.min.js', 'accessibility-checker-engine/ace.js'].map((name) =>
  readFileSync(resolve(name), 'utf8'),
);

/** Each rule that a standard asks for, and the two beside them that find more; none is switched off. */
const axeOptions: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  },
  rules: { 'label-content-name-mismatch': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};

/** Contrast of 7:1, which the widgets' own colours keep. */
const enhanced: RunOptions['rules'] = { 'color-contrast-enhanced': { enabled: true } };

interface IbmResult {
  readonly ruleId: string;
  readonly value: readonly [policy: string, result: 'PASS' | 'FAIL' | 'POTENTIAL' | 'MANUAL' | 'ERROR'];
  readonly path: { readonly dom: string };
  readonly message: string;
  readonly snippet: string;
}

interface WithEngines {
  readonly axe: { run(options: RunOptions): Promise<AxeResults> };
  readonly ace: { readonly Checker: new () => Checker };
  checker?: Checker;
}

interface Checker {
  check(document: Document, rulesets: readonly string[]): Promise<{ readonly results: readonly IbmResult[] }>;
}

/** Brings both into the page, once until it is left. */
async function bring(page: Page): Promise<void> {
  if (await page.evaluate(() => 'ace' in globalThis)) return;
  for (const source of sources) await page.evaluate(source);
}

/** @param isOwnTheme the widgets wear their own colours, for which more contrast is promised */
export async function axeSays(page: Page, isOwnTheme: boolean): Promise<readonly Finding[]> {
  await bring(page);
  const options = { ...axeOptions, rules: { ...axeOptions.rules, ...(isOwnTheme && enhanced) } };
  const { violations, incomplete } = await page.evaluate(async (how) => {
    const { violations: wrong, incomplete: unsure } = await (globalThis as unknown as WithEngines).axe.run(how);
    return { violations: wrong, incomplete: unsure };
  }, options as never);
  const told = (all: AxeResults['violations'], isQuestion?: true): readonly Finding[] =>
    all.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all: every, none, html }) => ({
        by: 'axe',
        rule: id,
        target: target.flat().join(' » '),
        message: `${[...any, ...every, ...none].map(({ message }) => message).join('; ')} ${html.slice(0, 160)}`,
        ...(isQuestion && { isQuestion }),
      })),
    );
  return [...told(violations), ...told(incomplete, true)];
}

export async function ibmSays(page: Page): Promise<readonly Finding[]> {
  await bring(page);
  const results = await page.evaluate(async () => {
    const realm = globalThis as unknown as WithEngines;
    realm.checker ??= new realm.ace.Checker();
    // It looks for what controls a list in the document alone, and would never find it beside the list in a shadow root.
    const rootsIn = (root: Document | ShadowRoot): readonly ShadowRoot[] =>
      [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
      );
    document.querySelector = (selector: string) =>
      Document.prototype.querySelector.call(document, selector) ??
      (/aria-controls/.test(selector)
        ? (rootsIn(document).flatMap((root) => root.querySelector(selector) ?? [])[0] ?? null)
        : null);
    const report = await realm.checker.check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    Reflect.deleteProperty(document, 'querySelector');
    return report.results
      .filter(({ value: [, result] }) => result !== 'PASS')
      .map(({ ruleId, value, path, message, snippet }) => ({ ruleId, value, path, message, snippet }));
  });
  return results.map(({ ruleId, value: [, result], path, message, snippet }) => ({
    by: 'ibm',
    rule: ruleId,
    target: shortened(path.dom),
    message: `${message} ${snippet.slice(0, 160)}`,
    ...(result !== 'FAIL' && { isQuestion: true as const }),
  }));
}

/** IBM's way through the roots, without what stands around the widget. */
function shortened(dom: string): string {
  return dom
    .split('/#document-fragment[1]')
    .map((part) => part.split('/').slice(-3).join('/').replace(/^\//, ''))
    .join(' » ');
}
