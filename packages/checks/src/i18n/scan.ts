// What is looked for in a page that stands in a made-up language. Each runs inside the page and uses nothing from outside itself.

/** Something that was found, and where. */
export interface Finding {
  readonly what: string;
  readonly where: string;
}

/**
 * Words in the widgets that nobody has translated: text, names and titles outside ⟦ and ⟧, unless they are marked as another language's, or are
 * what a resident typed, or figures and dates.
 */
export function untranslated(): readonly Finding[] {
  const findings: Finding[] = [];
  // The credit of a map is the provider's, word for word.
  const given = 'bdi, time, [data-city], pre, code, .citydesk-map-credit';
  /** Up through shadow roots. */
  const above = (node: Node): Node | null => node.parentNode ?? (node as ShadowRoot).host ?? null;
  const closest = (node: Node, selector: string): Element | undefined => {
    for (let one: Node | null = node; one; one = above(one))
      if (one instanceof Element && one.matches(selector)) return one;
    return undefined;
  };
  const hostOf = (node: Node) => (node.getRootNode() as ShadowRoot).host;
  const isGiven = (node: Node): boolean => {
    const own = closest(node, '[lang]')?.getAttribute('lang') ?? '';
    return !/^(en-XA|ar-XB)$/.test(own) || closest(node, given) !== undefined;
  };
  const pathOf = (node: Node): string => {
    const element = node instanceof Element ? node : node.parentElement;
    const names: string[] = [];
    for (let one = element; one && names.length < 4; one = one.parentElement)
      names.unshift(
        one.localName + (one.id ? `#${one.id}` : '') + [...one.classList].map((name) => `.${name}`).join(''),
      );
    return `${hostOf(node)?.localName ?? 'page'} ${names.join(' > ')}`;
  };
  const isBlock = (element: Element) => !/^(inline|contents|none)/.test(getComputedStyle(element).display);
  const blockOf = (node: Node): Element => {
    let one = node.parentElement;
    while (one?.parentElement && !isBlock(one)) one = one.parentElement;
    return one ?? (node.getRootNode() as ShadowRoot).host;
  };

  const scan = (root: ShadowRoot) => {
    let depth = 0;
    let opener: Element | undefined;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Element) {
        if (node.shadowRoot) scan(node.shadowRoot);
        for (const name of [
          'aria-label',
          'aria-description',
          'aria-roledescription',
          'aria-placeholder',
          'title',
          'alt',
          'placeholder',
        ]) {
          const said = node.getAttribute(name) ?? '';
          if (/\p{L}/u.test(said) && !/^[^⟦]*⟦[\s\S]*⟧[^⟧]*$/.test(said) && !isGiven(node))
            findings.push({ what: `${name}="${said}"`, where: pathOf(node) });
        }
        continue;
      }
      const text = node as Text;
      const parent = text.parentElement;
      if (!text.data.trim() || !parent || /^(style|script|textarea|title)$/.test(parent.localName)) continue;
      if (parent.localName !== 'option' && !parent.checkVisibility()) continue;
      if (depth > 0 && opener && !opener.contains(blockOf(text))) {
        findings.push({ what: 'a sentence that does not end', where: pathOf(opener) });
        depth = 0;
      }
      for (const piece of text.data.split(/([⟦⟧])/)) {
        if (piece === '⟦') {
          if (depth === 0) opener = blockOf(text);
          depth += 1;
        } else if (piece === '⟧') depth -= 1;
        else if (depth === 0 && /\p{L}/u.test(piece) && !isGiven(text))
          findings.push({ what: piece.trim(), where: pathOf(text) });
      }
    }
  };
  for (const host of document.querySelectorAll('*'))
    if (host.localName.startsWith('citydesk-') && host.shadowRoot) scan(host.shadowRoot);
  return findings;
}

/** How many sentences in brackets are seen: a page without any was not in the made-up language. */
export function bracketed(): number {
  let count = 0;
  const scan = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) scan(element.shadowRoot);
      for (const node of element.childNodes)
        if (node instanceof Text && element.checkVisibility()) count += node.data.split('⟦').length - 1;
    }
  };
  scan(document);
  return count;
}

/** Text that does not fit where it stands, and what makes the page scroll sideways. */
export function clipped(): readonly Finding[] {
  const findings: Finding[] = [];
  const html = document.documentElement;
  if (html.scrollWidth > innerWidth)
    findings.push({ what: `the page is ${html.scrollWidth} wide`, where: `in ${innerWidth}` });
  const isForReaders = (style: CSSStyleDeclaration) =>
    style.clipPath !== 'none' || (style.position === 'absolute' && parseFloat(style.width) <= 1);
  const scan = (root: ShadowRoot, host: Element) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) scan(element.shadowRoot, element);
      if (!element.checkVisibility() || element instanceof SVGElement || element.closest('.maplibregl-map')) continue;
      const style = getComputedStyle(element);
      let hidden = false;
      for (let one: HTMLElement | null = element; one && !hidden; one = one.parentElement)
        hidden = isForReaders(getComputedStyle(one));
      if (hidden) continue;
      const where = `${host.localName} ${element.localName}${element.id ? `#${element.id}` : ''}${[...element.classList].map((name) => `.${name}`).join('')}`;
      const box = element.getBoundingClientRect();
      const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
      if (hasText && (box.left < -1 || box.right > innerWidth + 1))
        findings.push({ what: `stands from ${Math.round(box.left)} to ${Math.round(box.right)}`, where });
      const isField = /^(input|textarea|select)$/.test(element.localName);
      const [wide, high] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
      if (!isField && /hidden|clip/.test(style.overflowX) && wide > 1)
        findings.push({ what: `hides ${wide} px beside it`, where });
      if (!isField && /hidden|clip/.test(style.overflowY) && high > 1)
        findings.push({ what: `hides ${high} px below it`, where });
      if (hasText && style.overflowX === 'visible' && wide > 1 && style.display !== 'inline')
        findings.push({ what: `its text is ${wide} px too wide`, where });
    }
  };
  for (const host of document.querySelectorAll('*'))
    if (host.localName.startsWith('citydesk-') && host.shadowRoot) scan(host.shadowRoot, host);
  return findings;
}

/** What is wrong with a page from right to left: widgets that are not, arrows that point back, figures in the wrong order. */
export function unmirrored(): readonly Finding[] {
  const findings: Finding[] = [];
  const roots: { readonly root: ShadowRoot; readonly host: Element }[] = [];
  const enter = (root: Document | ShadowRoot) => {
    for (const host of root.querySelectorAll('*')) {
      if (!host.shadowRoot) continue;
      roots.push({ root: host.shadowRoot, host });
      enter(host.shadowRoot);
    }
  };
  enter(document);
  const findingIn = (host: Element, element: Element, what: string) =>
    findings.push({
      what,
      where: `${host.localName} ${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`,
    });

  for (const { root, host } of roots) {
    for (const section of root.querySelectorAll('section[lang]'))
      if (getComputedStyle(section).direction !== 'rtl') findingIn(host, section, 'is not from right to left');
    // What points to a side: a path that leads nowhere up or down but left or right.
    for (const icon of root.querySelectorAll('svg')) {
      const path = icon.querySelector('path')?.getAttribute('d') ?? '';
      const points = /^m\d+ 5[- ]?-?7 7 7 7$|^m\d+ 5 7 7-7 7$/.test(path);
      if (!points || !icon.checkVisibility() || getComputedStyle(icon).direction !== 'rtl') continue;
      const { transform, scale } = getComputedStyle(icon);
      if (!/^matrix\(-1,/.test(transform) && !/^-1/.test(scale))
        findingIn(host, icon, `points as from left to right: ${path}`);
    }
    for (const field of root.querySelectorAll('input[type=tel], input[type=email]'))
      if (getComputedStyle(field).direction !== 'ltr') findingIn(host, field, 'is written from right to left');
    // Figures as they are drawn, one after the other.
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (!text.parentElement?.checkVisibility()) continue;
      for (const found of text.data.matchAll(/\+?\(?\d[\d()\-–. ]{4,}\d/g)) {
        const places: DOMRect[] = [];
        for (let at = found.index; at < found.index + found[0].length; at++) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const box = range.getBoundingClientRect();
          if (/[\d+()]/.test(text.data[at]!) && box.width > 0) places.push(box);
        }
        const isBack = places.some(
          (box, at) => at > 0 && Math.abs(box.top - places[at - 1]!.top) < 2 && box.left < places[at - 1]!.left - 0.5,
        );
        if (isBack) findingIn(host, text.parentElement, `is drawn in another order: ${found[0]}`);
      }
    }
  }
  return findings;
}
