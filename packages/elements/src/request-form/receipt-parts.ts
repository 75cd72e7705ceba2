/** What a receipt gains once it stands, and what it remembers: its QR code, its tick box, its question. */
import type { LitElement } from 'lit';
import type { Receipt } from '@citydesk/open311';
import type { CityController } from '../city/city-controller.ts';
import type { Feedback } from '../feedback/feedback.ts';
import type { KeepReport } from '../parts/keep-report.ts';
import type { qrCode } from '../parts/qr-code.ts';

/** Milliseconds that printing waits for the code at most. */
const patience = 2000;

export class ReceiptParts {
  readonly #host: LitElement;
  readonly #city: CityController;
  #receipt?: Receipt;
  #coming?: Promise<unknown> | undefined;
  #Feedback?: typeof Feedback;

  #Keep?: typeof KeepReport;
  /** The tick box of this receipt, once it is here. */
  keep?: KeepReport | undefined;
  /** Draws the code, once it can. */
  qrCode?: typeof qrCode;
  /** The question of this receipt, once it can be asked. */
  feedback?: Feedback | undefined;

  constructor(host: LitElement, city: CityController) {
    this.#host = host;
    this.#city = city;
  }

  /** A receipt stands: one that is new is neither kept nor judged yet. */
  stands(receipt: Receipt): void {
    if (receipt === this.#receipt) return;
    this.#receipt = receipt;
    this.keep = this.#Keep && new this.#Keep(this.#host);
    this.feedback = this.#newFeedback();
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
    this.#coming ??= Promise.all([
      import('../parts/qr-code.ts').then((part) => (this.qrCode = part.qrCode)),
      import('../feedback/feedback.ts').then((part) => (this.#Feedback = part.Feedback)),
      import('../parts/keep-report.ts').then((part) => (this.#Keep = part.KeepReport)),
    ]);
    try {
      await this.#coming;
    } catch (error) {
      this.#coming = undefined;
      console.error('citydesk: a part of the receipt did not load. Is it on the server?', error);
    }
    this.feedback ??= this.#newFeedback();
    this.keep ??= this.#Keep && new this.#Keep(this.#host);
    this.#host.requestUpdate();
  }

  #newFeedback(): Feedback | undefined {
    const city = this.#city;
    return (
      this.#Feedback &&
      new this.#Feedback(this.#host, { client: () => city.client(), takesUpdates: () => !!city.settings.takesUpdates })
    );
  }
}

/** Safari has no idle time to ask for. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 500);
}
