/** A box above the heading that takes the focus: something went otherwise than expected. */
import { html, type TemplateResult } from 'lit';
import { heading } from './heading.ts';
import { icons } from './icons.ts';

/** @param level of its title, 1–6 */
export function caution(level: number, title: string, ...body: readonly unknown[]): TemplateResult {
  return html`<div class="summary caution stack-half" id="problems" tabindex="-1" role="group" aria-labelledby="caution">
    <div class="act">${icons.warning} ${heading(level, title, 'caution')}</div>
    ${body.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}
