/** The slip: what the resident told us so far, row by row, each with its way back. */
import { html, nothing, type TemplateResult } from 'lit';

export interface SlipRow {
  /** Words, or a template of them; also the answer. */
  readonly label: unknown;
  readonly answer: unknown;
  readonly change?: (() => void) | undefined;
}

/** `brief` keeps the labels for screen readers only. */
export function slip(rows: readonly SlipRow[], changeWord: string, brief = false): TemplateResult {
  return html`<dl class="slip ${brief ? 'brief' : 'wide'}">
    ${rows.map(
      ({ label, answer, change }) =>
        html`<div class="row">
          <dt class=${brief ? 'hidden' : ''}><bdi>${label}</bdi></dt>
          <dd><bdi>${answer}</bdi></dd>
          ${
            change
              ? html`<dd class="act">
                <button class="link" type="button" @click=${change}>
                  <span>${changeWord}<span class="hidden">: ${label}</span></span>
                </button>
              </dd>`
              : nothing
          }
        </div>`,
    )}
  </dl>`;
}
