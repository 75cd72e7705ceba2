/** The controls of the builder: each a native one with its label. */
import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, field, type FieldWords, group, line } from '../../parts/field.ts';
import { icons } from '../../parts/icons.ts';

/** A field for a line of text. */
export function textField(
  words: FieldWords,
  value: string,
  input: (value: string) => void,
  type?: 'tel',
): TemplateResult {
  return field(words, line(words, { value, input, type }));
}

export interface Option {
  readonly key: string;
  readonly name: string;
  readonly hint?: string | undefined;
}

/** Radio buttons or tick boxes under one question. */
export function choices(
  words: FieldWords,
  type: 'radio' | 'checkbox',
  options: readonly Option[],
  chosen: readonly string[],
  give: (keys: readonly string[]) => void,
): TemplateResult {
  const change = (key: string) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    if (type === 'radio') return give([key]);
    give(options.map((option) => option.key).filter((one) => (one === key ? checked : chosen.includes(one))));
  };
  return group(
    words,
    html`<div class="options ${options.length > 6 ? 'many' : ''}">
      ${options.map(({ key, name, hint }, at) => {
        const hintId = hint ? `${words.id}-${at}-hint` : undefined;
        return html`<label class="option"
          ><input
            id=${at ? nothing : words.id}
            type=${type}
            name=${words.id}
            aria-invalid=${words.wrong && type === 'checkbox' ? 'true' : nothing}
            aria-describedby=${hintId ?? nothing}
            .checked=${chosen.includes(key)}
            @change=${change(key)}
          /><span dir="auto"
            >${name}${hint ? html` <span class="hint" id=${hintId!} aria-hidden="true">${hint}</span>` : nothing}</span
          ></label
        >`;
      })}
    </div>`,
  );
}

/** One box to tick, with a hint. */
export function tick(words: FieldWords, checked: boolean, give: (checked: boolean) => void): TemplateResult {
  return html`<div>
    <label class="tick"
      ><input
        id=${words.id}
        type="checkbox"
        aria-describedby=${describedBy(words) ?? nothing}
        .checked=${checked}
        @change=${(event: Event) => give((event.target as HTMLInputElement).checked)}
      /><span>${words.label}</span></label
    >
    ${words.hint ? html`<p class="hint" id="${words.id}-hint">${words.hint}</p>` : nothing}
  </div>`;
}

/** One of many. */
export function select(
  words: FieldWords,
  options: readonly Option[],
  chosen: string,
  give: (key: string) => void,
): TemplateResult {
  return field(
    words,
    html`<div class="select">
      <select
        class="input"
        id=${words.id}
        aria-describedby=${describedBy(words) ?? nothing}
        @change=${(event: Event) => give((event.target as HTMLSelectElement).value)}
      >
        ${options.map(({ key, name }) => html`<option value=${key} ?selected=${key === chosen}>${name}</option>`)}
      </select>
      ${icons.open}
    </div>`,
  );
}
