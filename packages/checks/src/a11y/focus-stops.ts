// Where the focus is, and how that looks. Runs in the browser.

import { elementsIn, isShown } from '../drive/finder.ts';
import { wayTo } from './own-checks.ts';

const kinds =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]:not([tabindex^="-"]), [contenteditable]';
const thinnest = 2;

let stops: readonly Element[] = [];

/** Notes everything that Tab has to reach, in the order of the page; gives their ways. A keyboard begins before the first of them. */
export function markStops(): readonly string[] {
  const open = elementsIn(document.body).find((one) => one instanceof HTMLDialogElement && one.open);
  stops = elementsIn(open ? (open as Element) : document.body).filter(isStop);
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.setBaseAndExtent(document.body, 0, document.body, 0);
  return stops.map(wayTo);
}

function isStop(one: Element): boolean {
  if (
    !one.matches(kinds) ||
    one.matches('[tabindex^="-"], :disabled') ||
    !isShown(one) ||
    !one.checkVisibility() ||
    one.closest('[inert]')
  )
    return false;
  if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
  // One stop for all radio buttons of a group: the one that is ticked, or any.
  const group = [...(one.getRootNode() as ShadowRoot).querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    ({ name }) => name === one.name,
  );
  return (group.find(({ checked }) => checked) ?? group[0]) === one;
}

/** What has the focus now. */
export function stopHere(): { at: string; wrong: (readonly [string, string])[]; index: number } {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body || at === document.documentElement) return { at: 'body', wrong: [], index: -1 };
  const wrong: (readonly [string, string])[] = [];
  const ring = ringOf(at);
  // The parts of a date have the browser's own ring.
  const isPart = at.matches('[type=date], [type=time]') && !at.matches(':focus-visible');
  if (ring < thinnest && !isPart) wrong.push(['focus-ring', `The ring is ${ring} pixels thick.`]);
  if (isCovered(at)) wrong.push(['focus-covered', 'Something covers it while it has the focus.']);
  let index = stops.indexOf(at);
  if (index === -1 && at instanceof HTMLInputElement && at.type === 'radio') {
    const { name } = at;
    index = stops.findIndex((one) => one instanceof HTMLInputElement && one.type === 'radio' && one.name === name);
  }
  // A scrolled box may take the focus by itself.
  if (index === -1)
    index = stops.findIndex((one) => at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  return { at: wayTo(at), wrong, index };
}

/** Thickness of the outline, of the element or of the label that it is drawn in. A shadow is none: forced colours take it away. */
function ringOf(element: Element): number {
  const label = 'labels' in element ? (element.labels as NodeListOf<Element> | null)?.[0] : undefined;
  const ground = element.closest('.citydesk-map-ground');
  const around = [element, label, element.parentElement].flatMap((one) => (one ? [getComputedStyle(one)] : []));
  // The map's lies over what is drawn.
  if (ground) around.push(getComputedStyle(ground, '::after'));
  return Math.max(
    ...around.map(({ outlineStyle, outlineWidth, outlineColor }) => {
      if (outlineStyle === 'none' || /, 0\)$|^transparent$/.test(outlineColor)) return 0;
      return outlineStyle === 'auto' ? Math.max(2, Number.parseFloat(outlineWidth)) : Number.parseFloat(outlineWidth);
    }),
  );
}

/** Whether neither its middle nor its corners can be seen. */
function isCovered(element: Element): boolean {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + 3, top + 3],
    [right - 3, top + 3],
    [left + 3, bottom - 3],
    [right - 3, bottom - 3],
  ] as const;
  return points.every(([x, y]) => {
    let seen = document.elementFromPoint(x, y);
    while (seen?.shadowRoot) {
      const inside = seen.shadowRoot.elementFromPoint(x, y);
      if (!inside || inside === seen) break;
      seen = inside;
    }
    return (
      !seen ||
      !(element.contains(seen) || seen.contains(element) || isLabelOf(seen, element) || hostsOf(element).includes(seen))
    );
  });
}

const isLabelOf = (seen: Element, element: Element): boolean =>
  'labels' in element &&
  [...((element.labels as NodeListOf<Element> | null) ?? [])].some((label) => label.contains(seen));

function hostsOf(element: Element): readonly Element[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root.host, ...hostsOf(root.host)] : [];
}
