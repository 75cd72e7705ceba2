/** The chosen widgets as they will look, in a page of another design, at another width. Always in practice. */
import { html, type TemplateResult } from 'lit';
import { heading } from '../../parts/heading.ts';
import { blankFrame } from '../blank-frame.ts';
import type { BuilderView, Look } from '../view.ts';
import { choices, tick } from './controls.ts';

export function previewView(view: BuilderView): TemplateResult {
  const { words, level, look } = view;
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.preview.heading'))}
    ${
      view.examined?.services.length && view.places
        ? html`<p class="hint">${words.text('builder.preview.hint')}</p>
          <div class="looks">
            ${choices(
              { id: 'look-page', label: words.text('builder.preview.page') },
              'radio',
              view.pages.map((key) => ({ key, name: words.text(`builder.preview.${key}`) })),
              [look.page],
              ([page]) => view.do.look({ page: page as Look['page'] }),
            )}
            ${choices(
              { id: 'look-width', label: words.text('builder.preview.width') },
              'radio',
              (['phone', 'desktop'] as const).map((key) => ({ key, name: words.text(`builder.preview.${key}`) })),
              [look.width],
              ([width]) => view.do.look({ width: width as Look['width'] }),
            )}
          </div>
          <div class="actions">
            ${tick({ id: 'look-rtl', label: words.text('builder.preview.rtl') }, look.rtl, (rtl) => view.do.look({ rtl }))}
            ${tick({ id: 'look-dark', label: words.text('builder.preview.dark') }, look.dark, (dark) => view.do.look({ dark }))}
          </div>
          <div class="stage ${look.width}">
            ${blankFrame(words.text('builder.preview.frame'), 'preview', (frame) => view.do.fill(frame))}
          </div>`
        : html`<p class="hint">${words.text('builder.preview.later')}</p>`
    }
  </div>`;
}
