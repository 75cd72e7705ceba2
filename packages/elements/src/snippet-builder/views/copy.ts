/** The choice as text to copy, in the shape that the page lets through. */
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../parts/heading.ts';

import { shapes, type Shape } from '../choice.ts';
import { cspLines, cspText } from '../csp-lines.ts';
import { needsCityFile } from '../settings-of.ts';
import { keepsFromCopying } from '../slips.ts';
import { snippetFor } from '../snippets.ts';
import type { BuilderView } from '../view.ts';
import { choices, textField } from './controls.ts';

export function copyView(view: BuilderView): TemplateResult {
  const { words, choice, level } = view;
  const question = { id: 'shape', label: words.text('builder.shape') };
  const options = shapes.map((key) => ({
    key,
    name: words.text(`builder.shape.${key}`),
    hint: words.text(`builder.shape.${key}.hint`),
  }));
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.copy.heading'))}
    ${choices(question, 'radio', options, [choice.shape], ([key]) => view.do.change({ shape: key as Shape }))}
    ${textField(
      {
        id: 'files',
        label: words.text('builder.files'),
        hint: words.text('builder.files.hint', {
          address: view.places && !choice.files ? view.places.files : view.files,
        }),
        wrong: view.wrong('files'),
      },
      choice.files,
      (files) => view.do.change({ files }),
    )}
    ${
      needsCityFile(choice) || choice.shape === 'city-file'
        ? textField(
            {
              id: 'config',
              label: words.text('builder.config'),
              hint: words.text('builder.config.hint'),
              wrong: view.wrong('config'),
            },
            choice.config,
            (config) => view.do.change({ config }),
          )
        : nothing
    }
    ${pieces(view)}
  </div>`;
}

function pieces(view: BuilderView): unknown {
  const { words, ready: choice, places, release } = view;
  if (view.isRestored) return html`<p class="bar soft caution">${words.text('builder.share.restored')}</p>`;
  if (view.slips.some(keepsFromCopying) || view.weak.length) {
    return html`<div class="bar soft caution">
      <p>${words.text('builder.copy.blocked')}</p>
      <button class="link" type="button" @click=${() => view.do.showProblems()}>${words.text('builder.show-problems')}</button>
    </div>`;
  }
  if (release === 'missing') {
    return html`<p class="bar soft caution">${words.text('builder.release.missing', { address: view.files })}</p>`;
  }
  if (!places) return html`<p class="bar soft">${words.text('builder.release.reading')}</p>`;
  const { shape } = choice;
  const snippet = snippetFor(shape, choice, places);
  const csp = cspLines(shape, choice, places, { styleHash: view.styleHash });
  return html`${view.examined ? nothing : html`<p class="bar soft caution">${words.text('builder.copy.unchecked')}</p>`}
    ${snippet.notes.map(
      (note) =>
        html`<p class="bar ${note === 'relay' || note === 'files' ? 'soft caution' : ''}">${words.text(`builder.note.${note}`)}</p>`,
    )}
    ${snippet.pieces.map(({ where, text }) =>
      copyable(view, `piece-${where}`, words.text(`builder.piece.${where}`, { address: choice.config }), text),
    )}
    ${
      csp.length
        ? html`${copyable(view, 'piece-csp', words.text('builder.piece.csp'), cspText(csp))}
          <p class="hint">
            ${words.text('builder.csp.hint')}
            ${csp.some(({ directive }) => directive === 'trusted-types') ? words.text('builder.csp.trusted-types') : nothing}
            ${csp.some(({ directive }) => directive === 'worker-src') ? words.text('builder.csp.map') : nothing}
          </p>`
        : nothing
    }`;
}

/** A text with its button. It stands in a field, so that it can be selected by hand where a page may not copy. */
export function copyable({ words, do: act }: BuilderView, id: string, label: string, text: string): TemplateResult {
  const rows = Math.min(20, Math.max(2, text.split('\n').length + Math.floor(text.length / 160)));
  return html`<div class="field copyable">
    <label class="label" for=${id}>${label}</label>
    <textarea class="input" id=${id} readonly dir="ltr" rows=${rows} spellcheck="false" .value=${text}></textarea>
    <button class="button" type="button" @click=${() => act.copy(id)}>
      ${words.parts('builder.copy.what', { what: label })}
    </button>
  </div>`;
}
