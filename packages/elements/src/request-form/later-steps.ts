/** Brings the later screens in time, and says so when they do not come. */
import { adoptStyles, html, type LitElement, type TemplateResult } from 'lit';
import type { Filling, Sending } from '@citydesk/core/request';
import { requestFormStyles } from './request-form.styles.ts';
import { screen, type View } from './view.ts';

type Steps = typeof import('./steps/later.ts');

export class LaterSteps {
  readonly #host: LitElement;
  #loading?: Promise<Steps> | undefined;
  #failed = false;
  /** The screens, once they are here. */
  steps?: Steps;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Fetches them, once; after a failure, again. */
  load(): Promise<Steps> {
    return (this.#loading ??= this.#load());
  }

  /** Fetches them without waiting; a failure shows on the screen that needs them. */
  want(): void {
    if (!this.steps && !this.#failed) void this.load().catch(() => {});
  }

  /** Stands in for a screen that is not here yet. */
  waiting(view: View<Filling | Sending>): TemplateResult {
    const { words } = view;
    return screen(view, {
      title: words.text(view.state.step === 'check' ? 'check.heading' : 'questions.heading'),
      body: this.#failed
        ? html`<p>${words.text('later.failed')}</p>
            <button class="button" type="button" @click=${() => this.#again()}>${words.text('retry')}</button>`
        : html`<p class="quiet">${words.text('later.loading')}</p>`,
    });
  }

  async #load(): Promise<Steps> {
    try {
      const steps = await import('./steps/later.ts');
      adoptStyles(this.#host.renderRoot as ShadowRoot, [...requestFormStyles, steps.laterStyles]);
      return (this.steps = steps);
    } catch (error) {
      console.error('citydesk: a part of the form did not load. Check that every built file is on the server.', error);
      this.#failed = true;
      this.#loading = undefined;
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
  }

  #again(): void {
    this.#failed = false;
    this.#host.requestUpdate();
  }
}
