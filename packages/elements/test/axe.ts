/** axe over what is on the page: WCAG 2.2 A and AA, and axe's best practices. */
import type axe from 'axe-core';
import 'axe-core/axe.min.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How many rules found something to look at, so that a run over nothing does not pass for a clean one. */
export interface AxeAnswer {
  readonly violations: readonly string[];
  readonly passes: number;
}

/** What axe says of `element` and all in it, shadow roots included: one line for each thing that is wrong. */
export async function axeSays(element: Element): Promise<AxeAnswer> {
  const { axe: run } = globalThis as unknown as { readonly axe: typeof axe };
  const rules = { 'target-size': { enabled: true } };
  const { violations, passes } = await run.run(element, { runOnly: { type: 'tag', values: tags }, rules });
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n  ${failureSummary}`),
    ),
    passes: passes.length,
  };
}
