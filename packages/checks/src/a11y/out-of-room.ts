// What does not fit, and what moves. Runs in the browser.

import { elementsIn, isShown } from '../drive/finder.ts';
import type { Finding } from './finding.ts';
import { wayTo } from './own-checks.ts';

/** What makes the page scroll sideways, and text that is cut off. */
export function outOfRoom(): readonly Finding[] {
  const shown = elementsIn(document.body).filter((one) => isShown(one) && one.checkVisibility());
  const width = document.documentElement.clientWidth;
  const { scrollWidth } = document.documentElement;
  const wide = scrollWidth > width + 1 ? shown.filter((one) => isBeyond(one, width) && !isKeptInside(one)) : [];
  const cut = shown.filter(isCut);
  return [
    ...wide.slice(0, 3).map((at) => finding(at, 'no-sideways', `The page is ${scrollWidth} pixels wide in ${width}.`)),
    ...(scrollWidth > width + 1 && !wide.length
      ? [finding(document.body, 'no-sideways', `The page is ${scrollWidth} pixels wide in ${width}.`)]
      : []),
    ...cut.map((at) => finding(at, 'text-cut', 'Some of its text cannot be seen.')),
  ];
}

function isBeyond(one: Element, width: number): boolean {
  const { left, right } = one.getBoundingClientRect();
  return right > width + 1 || left < -1;
}

/** What stands in a box that hides or scrolls what is too much makes no page wider. */
function isKeptInside(one: Element): boolean {
  const parent = one.parentElement ?? ((one.getRootNode() as ShadowRoot).host as Element | undefined);
  if (!parent) return false;
  return getComputedStyle(parent).overflowX !== 'visible' || isKeptInside(parent);
}

function isCut(one: Element): boolean {
  const { overflowX, overflowY, clipPath, position } = getComputedStyle(one);
  const isHiding = /hidden|clip/.test(overflowX) || /hidden|clip/.test(overflowY);
  // Words for screen readers alone, pictures and the map are cut on purpose.
  if (!isHiding || clipPath !== 'none' || position === 'absolute' || one.matches('svg, svg *, canvas, img'))
    return false;
  // A long question is cut to two lines until it is pressed, and whole then.
  if (one.closest('details:not([open]) > summary')) return false;
  if (one.closest('.citydesk-map') || !one.textContent?.trim()) return false;
  return one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
}

/** What runs, or would run at the next change. */
export function moving(): readonly Finding[] {
  const all = elementsIn(document.body);
  return all
    .filter((one) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(one);
      const isLong = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0);
      return (
        isLong(transitionDuration) ||
        (animationName !== 'none' && isLong(animationDuration)) ||
        one.getAnimations().length > 0
      );
    })
    .slice(0, 5)
    .map((at) => finding(at, 'no-motion', 'It moves for people who want no motion.'));
}

const finding = (at: Element, rule: string, message: string): Finding => ({
  by: 'own',
  rule,
  message: `${message} ${at.outerHTML.slice(0, 120)}`,
  target: wayTo(at),
});
