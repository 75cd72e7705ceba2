/** The fields of the plain form: label, hint, error and control, tied together by their ids. */
import type { Field } from '@citydesk/core/report';
import { html } from 'hono/html';
import { icons } from '../page-icons.ts';
import type { Html } from './page.ts';
import { say, type Words } from './words.ts';

/** What is the same around every control. */
export interface Around {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  /** What is wrong with it. */
  readonly mistake?: string | undefined;
  readonly words: Words;
}

export interface OneLine extends Around {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | undefined;
  readonly inputmode?: 'decimal' | undefined;
  readonly autocomplete?: string | undefined;
}

export function lineField(field: OneLine): Html {
  const { id, name, value, type = 'text', inputmode, autocomplete = 'off' } = field;
  const short = type === 'date' || inputmode ? 'input short' : 'input';
  return around(
    field,
    html`<input class="${short}" id="${id}" name="${name}" type="${type}" value="${value}"
      autocomplete="${autocomplete}" ${inputmode && html`inputmode="${inputmode}"`} ${told(field)} />`,
  );
}

export function longField(field: Around & { readonly value: string }): Html {
  const { id, name, value } = field;
  // A browser takes the first line break for the form's own.
  return around(
    field,
    html`<textarea class="input" id="${id}" name="${name}" rows="5" ${told(field)}>${'\n'}${value}</textarea>`,
  );
}

export interface Choosing extends Around {
  readonly values: readonly { readonly key: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly several?: boolean | undefined;
}

/** To six answers as radios, above as a select; several as ticks. */
export function choiceField(field: Choosing): Html {
  const { id, name, values, chosen, several = false, words } = field;
  if (!several && values.length > 6) {
    const options = values.map(({ key, name: shown }) => option(key, shown, chosen.includes(key)));
    return around(
      field,
      html`<select class="input" id="${id}" name="${name}" ${told(field)}>
        ${option('', words.whatNone, false)} ${options}
      </select>`,
    );
  }
  const choices = values.map(
    ({ key, name: shown }, at) =>
      html`<label class="choice">
        <input type="${several ? 'checkbox' : 'radio'}" ${at === 0 && html`id="${id}"`} name="${name}" value="${key}"
          ${chosen.includes(key) && 'checked'} ${told(field)} />
        <span>${shown}</span>
      </label>`,
  );
  return html`<fieldset class="${faulty(field)}">
    <legend>${labelOf(field)}</legend>
    ${beside(field)}
    <div class="choices">${choices}</div>
  </fieldset>`;
}

/** One question of the city. @param given as it was typed @param sure whether it is asked whatever is answered before */
export function questionField(
  field: Field,
  given: readonly string[],
  { sure, ...shared }: Pick<Around, 'id' | 'mistake' | 'words'> & { readonly sure: boolean },
): Html {
  const { words } = shared;
  if (field.kind === 'notice') return html`<div class="bar"><p>${field.text}</p></div>`;
  const hints = [field.hint ?? (field.kind === 'many-of' ? words.many : ''), sure ? '' : words.conditional];
  const asked = {
    ...shared,
    name: `attribute[${field.code}]`,
    label: field.question,
    hint: hints.filter(Boolean).join(' ') || undefined,
    optional: !field.required || !sure,
  };
  const value = given[0] ?? '';
  switch (field.kind) {
    case 'one-of':
    case 'many-of':
      return choiceField({ ...asked, values: field.values, chosen: given, several: field.kind === 'many-of' });
    case 'long':
      return longField({ ...asked, value });
    case 'number':
      return lineField({ ...asked, value, inputmode: 'decimal' });
    case 'date':
      return lineField({ ...asked, value, type: 'date' });
    case 'line':
      return lineField({ ...asked, value });
  }
}

export function around(field: Around, control: Html): Html {
  return html`<div class="${faulty(field)}">
    <label for="${field.id}">${labelOf(field)}</label>
    ${beside(field)} ${control}
  </div>`;
}

/** Whether something is wrong and where it is said, for screen readers. */
export function told({ id, hint, mistake }: Around): Html {
  const by = [hint && `${id}-hint`, mistake && `${id}-error`].filter(Boolean).join(' ');
  return html`${by && html`aria-describedby="${by}"`} ${mistake && html`aria-invalid="true"`}`;
}

function beside({ id, hint, mistake, words }: Around): Html {
  return html`${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
  ${
    mistake &&
    html`<p class="wrong" id="${id}-error">
      ${icons.warning}<span><span class="hidden">${words.error} </span>${mistake}</span>
    </p>`
  }`;
}

const labelOf = ({ label, optional, words }: Around) => (optional ? say(words.optional, { label }) : label);
const faulty = ({ mistake }: Around) => (mistake ? 'field faulty' : 'field');
export const option = (value: string, shown: string, isChosen: boolean) =>
  html`<option value="${value}" ${isChosen && 'selected'}>${shown}</option>`;
