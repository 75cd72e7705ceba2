/** Headings at the level that fits the page's outline. A tag cannot be a hole in a template: one template a level. */
import { html, nothing, type TemplateResult } from 'lit';

type Attributes = Readonly<Record<'id' | 'class' | 'tabindex' | 'step', unknown>>;

/** What the compiler would make of a template written out for each level. */
const levels = [1, 2, 3, 4, 5, 6].map((level) => {
  const texts = [`<h${level} id=`, ' class=', ' tabindex=', ' aria-describedby=', '>', `</h${level}>`];
  return Object.assign(texts, { raw: texts }) as TemplateStringsArray;
});

const at = (level: number, to: Attributes, content: unknown) =>
  html(levels[Math.min(Math.max(level, 1), levels.length) - 1]!, to.id, to.class, to.tabindex, to.step, content);

/** A heading; a `level` beyond 1–6 is taken as the nearest. */
export function heading(level: number, content: unknown, id?: string): TemplateResult {
  return at(level, { id: id ?? nothing, class: nothing, tabindex: nothing, step: nothing }, content);
}

/** The heading of a screen: it takes the focus when the screen comes, and says which step it is where there are `steps`. */
export function title(level: number, content: unknown, steps = true): TemplateResult {
  return at(level, { id: 'title', class: 'title', tabindex: -1, step: steps ? 'step' : nothing }, content);
}
