/** What is wrong, at the top, each entry a link to its field. After GOV.UK's pattern: focus goes to the box itself. */
import { html, type TemplateResult } from 'lit';
import { heading } from './heading.ts';
import { icons } from './icons.ts';
import { showField } from './show-field.ts';

export interface SummaryEntry {
  readonly id: string;
  readonly words: string;
}

export function errorSummary(level: number, title: string, entries: readonly SummaryEntry[]): TemplateResult {
  return html`<div class="summary" id="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
    <div class="message">${icons.warning} ${heading(level, title, 'problems-title')}</div>
    <ul>
      ${entries.map(({ id, words }) => html`<li><a href="#${id}" @click=${toField(id)}>${words}</a></li>`)}
    </ul>
  </div>`;
}

/** Fragments do not reach into a shadow root. The question comes into view first, then its field takes the focus. */
const toField = (id: string) => (event: Event) => {
  event.preventDefault();
  const root = (event.target as Element).getRootNode() as ShadowRoot;
  showField(root, id);
};
