/** Room for words beside an answer. They are optional; what is typed stays until it is known to have arrived. */
import { html, type TemplateResult } from 'lit';
import type { Messages } from '../messages/messages.ts';
import { field, type FieldWords, long } from '../parts/field.ts';
import { longestWords, type Exchange } from './exchange.ts';

export interface WordsFieldOptions {
  readonly label: string;
  readonly words: Messages;
  readonly typed: (text: string) => void;
  readonly send: (event: Event) => void;
}

export function wordsField(exchange: Exchange, { label, words, typed, send }: WordsFieldOptions): TemplateResult {
  const said: FieldWords = {
    id: `${exchange.id}-words`,
    label,
    hint: words.text('feedback.words.hint'),
    wrong: exchange.is === 'words-wrong' ? wrongWith(exchange.words.trim(), words) : undefined,
  };
  return html`${field(said, long(said, { value: exchange.words, input: typed }))}
    <div class="actions">
      <button class="button" type="button" @click=${send}>${words.text('feedback.words.send')}</button>
    </div>`;
}

function wrongWith({ length }: string, words: Messages): string {
  if (!length) return words.text('feedback.words.empty');
  return words.text('feedback.words.over', { count: length - longestWords });
}
