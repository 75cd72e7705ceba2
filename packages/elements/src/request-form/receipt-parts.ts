/** What a receipt gains once it stands, and what it remembers: its QR code, its tick box, its question, its messages. */
import type { LitElement } from 'lit';
import type { Receipt } from '@citydesk/open311';
import type { Alerts } from '../alerts/alerts.ts';
import type { CityController } from '../city/city-controller.ts';
import type { Feedback } from '../feedback/feedback.ts';
import type { KeepReport } from '../parts/keep-report.ts';

/** Milliseconds that printing waits for the code at most. */
const patience = 2000;

export class ReceiptParts {
  readonly #host: LitElement;
  readonly #city: CityController;
  #receipt?: Receipt;
  #coming?: Promise<unknown> | undefined;

  /** What draws the code and the tick box, once it is here. */
  gains?: typeof import('./receipt-gains.ts');
  /** The tick box of this receipt, once it is here. */
  keep?: KeepReport | undefined;
  /** The question of this receipt, once it can be asked. */
  feedback?: Feedback | undefined;
  /** Takes an address for messages, once it is here, and where the city sends some. */
  alerts?: Alerts | undefined;

  constructor(host: LitElement, city: CityController) {
    this.#host = host;
    this.#city = city;
  }

  /** A receipt stands: one that is new is neither kept nor judged yet. */
  stands(receipt: Receipt): void {
    if (receipt === this.#receipt) return;
    this.#receipt = receipt;
    this.keep = this.feedback = undefined;
    this.#begin();
    // Not beside what the resident waits for.
    whenIdle(() => void this.#come());
  }

  /** Prints with the code, if that comes in time. */
  async print(): Promise<void> {
    await Promise.race([this.#come(), new Promise((resolve) => setTimeout(resolve, patience))]);
    await this.#host.updateComplete;
    print();
  }

  /** Fetches what came late by design. It only adds to the receipt: a failure is told to the page's maker alone. */
  async #come(): Promise<void> {
    this.#coming ??= import('./receipt-gains.ts').then(async (gains) => {
      this.gains = gains;
      this.#begin();
      this.alerts = await gains.alertsOf(this.#host, this.#city);
    });
    try {
      await this.#coming;
    } catch (error) {
      this.#coming = undefined;
      console.error('citydesk: a part of the receipt did not load. Is it on the server?', error);
    }
    this.#host.requestUpdate();
  }

  #begin(): void {
    if (!this.gains) return;
    const { KeepReport, Feedback } = this.gains;
    const city = this.#city;
    this.keep ??= new KeepReport(this.#host);
    this.feedback ??= new Feedback(this.#host, {
      client: () => city.client(),
      takesUpdates: () => !!city.settings.takesUpdates,
    });
  }
}

/** Safari has no idle time to ask for. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 500);
}
