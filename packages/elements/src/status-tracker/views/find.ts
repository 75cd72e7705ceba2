/** Finding a report: the field for its number, and what came of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { field, line, type FieldWords } from '../../parts/field.ts';
import { heading } from '../../parts/heading.ts';
import type { TrackerScreen } from '../view.ts';

/** `again`: beside a report that is shown already. */
export function findForm(view: TrackerScreen, again: boolean): TemplateResult {
  const { words, level, wrong, typed } = view;
  const example = view.city.requestIdExample;
  const number: FieldWords = {
    id: 'number',
    label: words.text('find.label'),
    hint: example
      ? words.parts('find.hint', { example: html`<bdi class="keep" dir="ltr">${example}</bdi>` })
      : words.text('find.hint.plain'),
    wrong,
  };
  const submitted = (event: Event) => {
    event.preventDefault();
    view.do.find();
  };
  return html`<form class="stack find" novalidate @submit=${submitted}>
    ${again ? heading(level + 1, words.text('find.another')) : nothing}
    ${field(number, line(number, { value: typed, input: view.do.type }))}
    <div class="actions">
      <button class="button ${again ? '' : 'primary'}">${words.text('find.button')}</button>
    </div>
  </form>`;
}

/** What came of keeping, forgetting or copying, where the eyes are. */
export function outcomeLine({ outcome }: TrackerScreen): TemplateResult {
  return html`<p class="outcome" role="status">${outcome}</p>`;
}
