/** The list of all that is to be fixed, on top of the page, each a link to its field. */
import { html } from 'hono/html';
import type { Html } from './page.ts';
import { say, type Words } from './words.ts';

export interface SummaryLine {
  /** Of the field. */
  readonly id: string;
  readonly text: string;
}

/** It takes the focus when the page comes: without a script nothing else tells that something is wrong. */
export function summary(words: Words, lines: readonly SummaryLine[]): Html {
  const heading = lines.length === 1 ? words.errorsOne : say(words.errorsMany, { count: lines.length });
  return html`<div class="problem" role="group" aria-labelledby="fix">
    <h2 id="fix" tabindex="-1" autofocus>${heading}</h2>
    <ul>
      ${lines.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}
    </ul>
  </div>`;
}
