/** The one Trusted Types policy of all copies of us on a page: in the script tag, Lit's is the same. */

interface Policy {
  createHTML(html: string): unknown;
}
interface Page {
  [policy]?: Policy | undefined;
  readonly trustedTypes?:
    undefined | { createPolicy(name: string, rules: { createHTML(html: string): string }): Policy };
}
const policy = Symbol.for('citydesk.policy');

/**
 * The policy; `null` where the browser knows no Trusted Types. It lets everything pass, so only the sanitizer may use it.
 * @throws {Error} where the page allows no such policy
 */
export function citydeskPolicy(): Policy | null {
  const page = globalThis as Page;
  try {
    return (page[policy] ??= page.trustedTypes?.createPolicy('citydesk', { createHTML: (html) => html })) ?? null;
  } catch (cause) {
    throw new Error(
      'The page allows no answers in HTML. Add "citydesk" to "trusted-types" in its Content-Security-Policy.',
      {
        cause,
      },
    );
  }
}
