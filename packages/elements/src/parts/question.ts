/** One question of a service definition as the control that fits it. */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { Question } from '@citydesk/core/going-on';
import type { Answer } from '@citydesk/core/request';
import type { Messages } from '../messages/messages.ts';
import { describedBy, field, group, line, long, type FieldWords } from './field.ts';
import { icons } from './icons.ts';

/** Up to this many answers stand open as radio buttons; more go into a select. */
const mostRadios = 6;

export interface QuestionView {
  readonly question: Question;
  readonly answer: Answer;
  readonly wrong: string | undefined;
  readonly words: Messages;
  readonly give: (answer: Answer) => void;
}

export function questionField({ question, answer, wrong, words, give }: QuestionView): TemplateResult {
  const label = words.phrase(question.question);
  const said: FieldWords = {
    id: `answer:${question.code}`,
    label: question.required ? label : words.parts('optional', { label }),
    hint: hintOf(question, words),
    wrong,
  };
  const text = { value: String(answer), input: give, required: question.required };
  switch (question.kind) {
    case 'line':
      return field(said, line(said, text));
    case 'long':
      return field(said, long(said, text));
    case 'number':
      return field(said, line(said, { ...text, mode: 'decimal' }));
    case 'date':
      return group(said, dayAndTime(said, String(answer), words, give));
    case 'one-of':
      return question.values.length > mostRadios
        ? field(said, select(said, question.values, String(answer), words, give))
        : group(
            said,
            choices(said, words, question.values, 'radio', [String(answer)], ([key = '']) => give(key)),
          );
    case 'many-of':
      return group(said, choices(said, words, question.values, 'checkbox', answer as readonly string[], give));
  }
}

function hintOf({ kind, hint }: Question, words: Messages): unknown {
  if (hint) return words.phrase(hint);
  if (kind === 'many-of') return words.text('questions.many');
  return kind === 'date' ? words.text('questions.guess') : undefined;
}

type Values = readonly { readonly key: string; readonly name: string }[];

function choices(
  { id, wrong }: FieldWords,
  words: Messages,
  values: Values,
  type: 'radio' | 'checkbox',
  chosen: readonly string[],
  give: (keys: readonly string[]) => void,
) {
  const change = (key: string) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    if (type === 'radio') return give([key]);
    give(values.map((value) => value.key).filter((one) => (one === key ? checked : chosen.includes(one))));
  };
  return html`<div class="options">
    ${values.map(
      ({ key, name }, at) =>
        html`<label class="option"
          ><input
            id=${at ? nothing : id}
            type=${type}
            name=${id}
            aria-invalid=${wrong && type === 'checkbox' ? 'true' : nothing}
            .checked=${chosen.includes(key)}
            @change=${change(key)}
          /><span dir="auto">${words.phrase(name)}</span></label
        >`,
    )}
  </div>`;
}

function select(said: FieldWords, values: Values, chosen: string, words: Messages, give: (key: string) => void) {
  return html`<div class="select">
    <select
      class="input"
      id=${said.id}
      aria-describedby=${describedBy(said) ?? nothing}
      aria-invalid=${said.wrong ? 'true' : nothing}
      @change=${(event: Event) => give((event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${!chosen}>${words.text('questions.pick')}</option>
      ${values.map(({ key, name }) => html`<option value=${key} lang=${words.phraseLang?.(name) ?? nothing} ?selected=${key === chosen}>${words.phraseText(name)}</option>`)}
    </select>
    ${icons.open}
  </div>`;
}

/**
 * `YYYY-MM-DD`, with `THH:MM` when a time is given; `?` for a day that is only half written. A half date fires no `input`
 * in Chromium (its value stays empty), hence the keys.
 */
function dayAndTime(said: FieldWords, answer: string, words: Messages, give: (answer: string) => void) {
  const [day = '', time = ''] = answer.split('T');
  const written = (event: Event) => {
    const { value, validity } = event.target as HTMLInputElement;
    return value || (validity.badInput ? '?' : '');
  };
  const change = (day: string, time: string) => {
    const now = day + (time && `T${time}`);
    if (now !== answer) give(now);
  };
  const dayInput = (event: Event) => change(written(event), time);
  const timeInput = (event: Event) => change(day, written(event));
  const part = (id: string, type: 'date' | 'time', label: string, value: string, input: (event: Event) => void) =>
    html`<div>
      <label class="hint" for=${id}>${label}</label>
      <input
        class="input short"
        id=${id}
        type=${type}
        aria-invalid=${said.wrong ? 'true' : nothing}
        .value=${value === '?' ? noChange : value}
        @input=${input}
        @keyup=${input}
      />
    </div>`;
  return html`<div class="two">
    ${part(said.id, 'date', words.text('questions.day'), day, dayInput)}
    ${part(`${said.id}-time`, 'time', words.text('optional', { label: words.text('questions.time') }), time, timeInput)}
  </div>`;
}
