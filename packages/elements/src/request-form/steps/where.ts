/** Where is it? An address, the place in words, or the device's own location; and what else there is to say. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf, questionsIn } from '@citydesk/core/request';
import { field, line, long, type FieldWords } from '../../parts/field.ts';
import { icons } from '../../parts/icons.ts';
import { notices, setbackBefore } from '../notices.ts';
import { screen, toldSoFar, wrongAt, type View } from '../view.ts';

/** Metres. Above this the device only knows the neighbourhood. */
const coarse = 50;

export function whereStep(view: View): TemplateResult {
  const { state, words, send } = view;
  const place: FieldWords = {
    id: 'place',
    label: words.text('place.label'),
    hint: words.text('place.hint'),
    wrong: wrongAt(view, 'place'),
  };
  const description: FieldWords = {
    id: 'description',
    label: words.text('optional', { label: words.text('questions.describe') }),
    hint: words.text('questions.describe.hint'),
    wrong: wrongAt(view, 'description'),
  };
  const asksNothing = !questionsIn(fieldsOf(state)).length;
  return screen(view, {
    title: words.text('where.heading'),
    submit: { type: 'continued' },
    told: toldSoFar(view),
    notice: setbackBefore(view),
    body: html`${view.beside('known')} ${asksNothing ? notices(view, fieldsOf(state)) : nothing}
      <div class="stack">
        ${field(
          place,
          line(place, {
            value: state.draft.place.words,
            input: (typed) => send({ type: 'placed', words: typed }),
            required: true,
          }),
        )}
        <div class="actions">
          <button class="button" type="button" @click=${() => send({ type: 'locate' })}>
            ${icons.location}${words.text('locate.button')}
          </button>
        </div>
        <div class="located" role="status">${located(view)}</div>
      </div>
      ${field(
        description,
        long(description, {
          value: state.draft.description,
          input: (typed) => send({ type: 'edited', change: { description: typed } }),
        }),
      )}
      <div class="actions">
        <button class="button primary">${words.text('continue')}</button>
      </div>`,
  });
}

/** What became of the location: asked, found, or why not and what to do instead. */
function located({ state, words, send }: View): unknown {
  if (state.locating === 'asking') return html`<p class="bar">${words.text('locate.asking')}</p>`;
  if (state.locating !== 'idle') return html`<p class="bar caution">${words.text(`locate.${state.locating}`)}</p>`;
  const { point } = state.draft.place;
  if (!point) return nothing;
  const { accuracy } = point;
  const said =
    accuracy === undefined
      ? words.text('locate.given')
      : words.text(accuracy > coarse ? 'locate.coarse' : 'locate.found', { distance: words.distance(accuracy) });
  return html`<div class="bar ${(accuracy ?? 0) > coarse ? 'caution' : ''}">
    <p>${said}</p>
    <button class="link" type="button" @click=${() => send({ type: 'unlocated' })}>${words.text('locate.remove')}</button>
  </div>`;
}
