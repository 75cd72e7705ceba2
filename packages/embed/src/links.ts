// A plain link to the form becomes the form, where it stands alone: the only shape that every sanitizer lets through.

import type { Settings } from './tag-settings.ts';

const widgets = ['request-form', 'faq-panel', 'status-tracker'];

/**
 * Replaces each such link that stands alone in its paragraph or block by the widget, which keeps it as its fallback. A link in a sentence, a menu or a list stays
 * what it is. Only links to the origin of this script or of the page's own endpoint count: whoever may write a link on the page, such as a comment, cannot
 * bring another server into it.
 * @param address of the script
 * @param settings what the page's tags say
 */
export function upgradeLinks(address: string, { endpoint, config }: Settings): void {
  const named = endpoint && new URL(endpoint, document.baseURI);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="/citydesk/embed"]')) {
    const { origin, pathname, searchParams } = new URL(link.href);
    const widget = searchParams.get('widget') ?? widgets[0]!;
    const isOurs = origin === new URL(address).origin || (named && origin === named.origin);
    if (!isOurs || !/\/citydesk\/embed$/.test(pathname) || !widgets.includes(widget) || !isAlone(link)) continue;
    const element = document.createElement(`citydesk-${widget}`);
    // The relay that has the plain form is the endpoint, unless the page names another.
    if (!endpoint && !config)
      element.setAttribute('endpoint', origin + pathname.replace(/citydesk\/embed$/, 'open311/v2/'));
    link.replaceWith(element);
    element.append(link);
  }
}

/** Nothing else is in its block, which is no part of a menu and none of our own. */
function isAlone(link: Element): boolean {
  const block = link.parentElement;
  return (
    !!block &&
    /^(p|div|section|article|main|body|figure)$/.test(block.localName) &&
    block.textContent?.trim() === link.textContent?.trim() &&
    !link.closest('nav,header,footer,menu,[role=navigation],[data-citydesk]') &&
    ![...ancestors(link)].some(({ localName }) => localName.startsWith('citydesk-'))
  );
}

function* ancestors(of: Element): Iterable<Element> {
  for (let each = of.parentElement; each; each = each.parentElement) yield each;
}
