/** Headings at the level that fits the page's outline. A tag cannot be a hole in a template: one template a level. */
import { html, nothing, type TemplateResult } from 'lit';

type Attributes = Readonly<Record<'id' | 'class' | 'tabindex' | 'step', unknown>>;

const levels: readonly ((to: Attributes, content: unknown) => TemplateResult)[] = [
  (to, content) =>
    html`<h1 id=${to.id} class=${to.class} tabindex=${to.tabindex} aria-describedby=${to.step}>${content}</h1>`,
  (to, content) =>
    html`<h2 id=${to.id} class=${to.class} tabindex=${to.tabindex} aria-describedby=${to.step}>${content}</h2>`,
  (to, content) =>
    html`<h3 id=${to.id} class=${to.class} tabindex=${to.tabindex} aria-describedby=${to.step}>${content}</h3>`,
  (to, content) =>
    html`<h4 id=${to.id} class=${to.class} tabindex=${to.tabindex} aria-describedby=${to.step}>${content}</h4>`,
  (to, content) =>
    html`<h5 id=${to.id} class=${to.class} tabindex=${to.tabindex} aria-describedby=${to.step}>${content}</h5>`,
  (to, content) =>
    html`<h6 id=${to.id} class=${to.class} tabindex=${to.tabindex} aria-describedby=${to.step}>${content}</h6>`,
];

const at = (level: number, to: Attributes, content: unknown) =>
  levels[Math.min(Math.max(level, 1), levels.length) - 1]!(to, content);

/** A heading; a `level` beyond 1–6 is taken as the nearest. */
export function heading(level: number, content: unknown, id?: string): TemplateResult {
  return at(level, { id: id ?? nothing, class: nothing, tabindex: nothing, step: nothing }, content);
}

/** The heading of a screen: it takes the focus when the screen comes, and says which step it is. */
export function title(level: number, content: unknown): TemplateResult {
  return at(level, { id: 'title', class: 'title', tabindex: -1, step: 'step' }, content);
}
