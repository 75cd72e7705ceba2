/** Brings the later screens in time, and says so when they do not come. */
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Filling, Sending } from '@citydesk/core/request';
import type { CityController } from '../city/city-controller.ts';
import { screen, type View } from './view.ts';

type Steps = typeof import('./steps/later.ts');

export class LaterSteps {
  readonly #host: LitElement;
  readonly #city: CityController;
  #loading?: Promise<Steps> | undefined;
  #failed = false;
  /** The screens, once they are here. */
  steps?: Steps;
  /** What the receipt remembers, once they are here. */
  receipt?: InstanceType<Steps['ReceiptParts']>;

  constructor(host: LitElement, city: CityController) {
    this.#host = host;
    this.#city = city;
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
      // Ahead of the button that needs it.
      void import('@citydesk/open311/send-request').catch(() => {});
      (this.#host.renderRoot as ShadowRoot).adoptedStyleSheets.push(steps.laterStyles.styleSheet!);
      this.receipt = new steps.ReceiptParts(this.#host, this.#city);
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
