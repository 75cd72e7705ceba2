/** What keeps the editor from copying, at the top, each entry a link to its field. The form's own comes with its later screens. */
import { html, type TemplateResult } from 'lit';
import { heading } from '../../parts/heading.ts';
import { icons } from '../../parts/icons.ts';
import { showField } from '../../parts/show-field.ts';
import type { Problem } from '../problems.ts';

export function problemsView(level: number, title: string, problems: readonly Problem[]): TemplateResult {
  const show = (id: string) => (event: Event) => {
    event.preventDefault();
    showField((event.target as Element).getRootNode() as ShadowRoot, id);
  };
  return html`<div class="summary stack-half" id="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
    <div class="message">${icons.warning} ${heading(level, title, 'problems-title')}</div>
    <ul>
      ${problems.map(({ id, words }) => html`<li><a href="#${id}" @click=${show(id)}>${words}</a></li>`)}
    </ul>
  </div>`;
}
