/** One field: label, hint, error and control in one shadow root, so that each finds the other. */
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from './icons.ts';

/** What every field says about itself. */
export interface FieldWords {
  readonly id: string;
  /** Words, or a template of them; also the hint. */
  readonly label: unknown;
  readonly hint?: unknown;
  /** What to fix, in words. */
  readonly wrong?: string | undefined;
}

/** The ids that describe a control: its hint, then its error. */
export function describedBy({ id, hint, wrong }: FieldWords): string | undefined {
  return [hint && partOf(id, 'hint'), wrong && partOf(id, 'wrong')].filter(Boolean).join(' ') || undefined;
}

/** A city's own code may hold blanks, which would part one id in a list into two. */
const partOf = (id: string, part: 'hint' | 'wrong') => `${id}-${part}`.replace(/\s/g, '_');

/** The attributes that all our text controls share are on the control itself; this stands around it. */
export function field(words: FieldWords, control: unknown): TemplateResult {
  return html`<div class="field ${words.wrong ? 'wrong' : ''}">
    <label class="label" for=${words.id}><bdi>${words.label}</bdi></label>
    ${hintAndError(words)} ${control}
  </div>`;
}

/** A group of controls under one question. */
export function group(words: FieldWords, controls: unknown): TemplateResult {
  return html`<fieldset
    class="field ${words.wrong ? 'wrong' : ''}"
    aria-describedby=${describedBy(words) ?? nothing}
  >
    <legend><bdi>${words.label}</bdi></legend>
    ${hintAndError(words)} ${controls}
  </fieldset>`;
}

function hintAndError({ id, hint, wrong }: FieldWords) {
  return html`${hint ? html`<p class="hint" id=${partOf(id, 'hint')}><bdi>${hint}</bdi></p>` : nothing}
  ${wrong ? html`<p class="message" id=${partOf(id, 'wrong')}>${icons.warning}<span>${wrong}</span></p>` : nothing}`;
}

/** What makes a text control more than plain. */
export interface TextOptions {
  readonly value: string;
  readonly input: (value: string) => void;
  readonly required?: boolean | undefined;
  readonly type?: 'text' | 'email' | 'tel' | undefined;
  readonly mode?: 'decimal' | 'email' | 'tel' | undefined;
  readonly autocomplete?: 'off' | 'name' | 'email' | 'tel' | 'address-line1' | undefined;
}

/** A line of text. Emails, phone numbers and numbers read left to right in every language. */
export function line(words: FieldWords, options: TextOptions): TemplateResult {
  return html`<input
    class="input"
    id=${words.id}
    type=${options.type ?? 'text'}
    dir=${options.type || options.mode ? 'ltr' : 'auto'}
    inputmode=${options.mode ?? nothing}
    autocomplete=${options.autocomplete ?? 'off'}
    aria-describedby=${describedBy(words) ?? nothing}
    aria-invalid=${words.wrong ? 'true' : nothing}
    aria-required=${options.required ? 'true' : nothing}
    .value=${options.value}
    @input=${(event: InputEvent) => options.input((event.target as HTMLInputElement).value)}
  />`;
}

/** A text of several lines. */
export function long(words: FieldWords, options: TextOptions): TemplateResult {
  return html`<textarea
    class="input"
    id=${words.id}
    dir="auto"
    rows="4"
    aria-describedby=${describedBy(words) ?? nothing}
    aria-invalid=${words.wrong ? 'true' : nothing}
    aria-required=${options.required ? 'true' : nothing}
    .value=${options.value}
    @input=${(event: InputEvent) => options.input((event.target as HTMLTextAreaElement).value)}
  ></textarea>`;
}
