// What a person sees of the form on somebody else's page, in numbers.

import type { Page } from 'puppeteer-core';

export interface Measured {
  /** Pixels: of the form itself, and the smallest of any text in it. */
  readonly size: number;
  readonly smallest: number;
  readonly font: string;
  /** How many times the size a line is high. */
  readonly leading: number;
  /** What can be pressed and is less than 44 pixels in a direction, unless it stands in a sentence. */
  readonly small: readonly string[];
  /** Text that is not as its writer wrote it: all capitals, slanted, spaced out, or not to be wrapped. */
  readonly bent: readonly string[];
  /** Pixels by which the form, or anything in it, stands out of the window. */
  readonly sideways: number;
}

/** @param selector of the form */
export function measure(page: Page, selector = 'citydesk-request-form'): Promise<Measured> {
  return page.evaluate((name) => {
    const host = document.querySelector(name)!;
    const all = [...host.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(
      (each) => each.getClientRects().length > 0 && getComputedStyle(each).visibility === 'visible',
    );
    const short = (each: Element) => each.outerHTML.replace(/<!--.*?-->/gs, '').slice(0, 120);
    const texts = all.filter(
      (each) =>
        !each.closest('.hidden, svg') &&
        [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()),
    );
    const small = all
      .filter(
        (each) => each.matches('a[href], button, input, select, textarea, summary') && !each.closest('p, .hidden'),
      )
      .flatMap((each) => {
        const { width, height } = (each.closest('label') ?? each).getBoundingClientRect();
        return width >= 43.9 && height >= 43.9 ? [] : [`${short(each)}: ${width}×${height}`];
      });
    const bent = texts.flatMap((each) => {
      const { textTransform, fontStyle, textIndent, textShadow, whiteSpace } = getComputedStyle(each);
      const isPlain =
        textTransform === 'none' &&
        fontStyle === 'normal' &&
        parseFloat(textIndent) === 0 &&
        textShadow === 'none' &&
        (whiteSpace !== 'nowrap' || !!each.closest('.keep, option'));
      return isPlain ? [] : [`${short(each)}: ${textTransform} ${fontStyle} ${textIndent} ${textShadow} ${whiteSpace}`];
    });
    const { fontSize, fontFamily, lineHeight } = getComputedStyle(host);
    return {
      size: parseFloat(fontSize),
      smallest: Math.min(...texts.map((each) => parseFloat(getComputedStyle(each).fontSize))),
      font: fontFamily,
      leading: parseFloat(lineHeight) / parseFloat(fontSize),
      small,
      bent,
      sideways: Math.max(
        0,
        ...[host, ...all.filter((each) => !each.closest('.hidden'))].map(
          (each) => Math.ceil(each.getBoundingClientRect().right) - document.documentElement.clientWidth,
        ),
      ),
    };
  }, selector);
}

/** How the thing with the focus is marked: the width of its ring in pixels, 0 for none. Runs after a key was pressed. */
export function focusRing(page: Page): Promise<{ readonly what: string; readonly width: number }> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    // A radio is drawn by its label.
    const drawn = [focused!, focused!.closest('label'), focused!.nextElementSibling, focused!.parentElement];
    const rings = drawn.map((each) => {
      const { outlineStyle = 'none', outlineWidth = '0' } = each ? getComputedStyle(each) : {};
      return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
    });
    return { what: focused!.outerHTML.slice(0, 100), width: Math.max(...rings) };
  });
}
