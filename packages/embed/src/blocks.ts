// `<div data-citydesk="request-form" data-citydesk-phone="…">` stands for an element where an editor's page lets no element through.

const names = ['request-form', 'faq-panel', 'status-tracker'];

/**
 * Puts into each such block the element it stands for, with `data-citydesk-x` as its attribute `x` and what the block holds as its fallback.
 * One that was filled before is left alone, also where the page has cloned it since.
 */
export function fillBlocks(): void {
  for (const name of names) {
    for (const block of document.querySelectorAll(`[data-citydesk=${name}]`)) {
      if (!block.querySelector(`citydesk-${name}`)) fill(block, `citydesk-${name}`);
    }
  }
}

function fill(block: Element, name: string): void {
  const element = document.createElement(name);
  for (const { name: own, value } of block.attributes) {
    if (own.startsWith('data-citydesk-')) element.setAttribute(own.slice(14), value);
  }
  element.append(...block.childNodes);
  block.append(element);
}
