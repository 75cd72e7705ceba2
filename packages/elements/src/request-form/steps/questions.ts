/** The city's questions about this service, in the city's order. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldsOf, givenTo, goOn, type Field } from '@citydesk/core/going-on';
import { questionField } from '../../parts/question.ts';
import { notice, whatWentWrong, wrongAt } from '../notices.ts';
import { toldSoFar } from '../told.ts';
import { screen, type View } from '../view.ts';

export function questionsStep(view: View): TemplateResult {
  const { state, words } = view;
  // Going on before the questions are here would pass them unseen.
  const waiting = state.definition.is === 'loading';
  return screen(view, {
    title: words.text('questions.heading'),
    submit: () => view.send(goOn(state)),
    told: toldSoFar(view),
    notice: whatWentWrong(view),
    body: html`${view.beside('known')} ${asked(view)}
      ${
        waiting
          ? nothing
          : html`<div class="actions">
            <button class="button primary">${words.text('continue')}</button>
          </div>`
      }`,
  });
}

function asked(view: View): unknown {
  const { state, words, send } = view;
  if (state.definition.is === 'loading') return html`<p class="asked quiet">${words.text('questions.loading')}</p>`;
  if (state.definition.is === 'failed') {
    return html`<div class="bar caution">
      <p><strong>${words.text('questions.failed')}</strong></p>
      <p>${words.text('questions.failed.body')}</p>
      <p>
        <button class="button" type="button" @click=${() => send({ type: 'definition-wanted' })}>
          ${words.text('retry')}
        </button>
      </p>
    </div>`;
  }
  return fieldsOf(state).map((field) => one(view, field));
}

function one(view: View, field: Field): TemplateResult {
  if (field.kind === 'notice') return notice(view, field.text);
  return questionField({
    question: field,
    answer: typed(view, field),
    wrong: wrongAt(view, `answer:${field.code}`),
    words: view.words,
    give: (answer) => view.send({ type: 'answered', code: field.code, answer }),
  });
}

/** Lists only know their own keys; a text is shown as typed, right or wrong. */
function typed({ state }: View, field: Exclude<Field, { kind: 'notice' }>) {
  return givenTo(field, state.draft.answers);
}
