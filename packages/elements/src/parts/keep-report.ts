/** "Keep this report on this device": a tick box, not ticked, and what became of it in words. */
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { DeviceStore, KeptReport } from '../device/store.ts';

export interface KeepWords {
  /** Label of the box. */
  readonly keep: string;
  readonly kept: string;
  /** The device did not keep it. */
  readonly failed: string;
  /** The device did not take it away again. */
  readonly stuck: string;
}

/** Keeps one report, or takes it away again. Nothing is written before the box is ticked. */
export class KeepReport {
  readonly #host: ReactiveControllerHost;
  #ticked = false;
  #said?: keyof KeepWords | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #wishes = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render(report: Omit<KeptReport, 'keptAt' | 'seen'>, words: KeepWords): TemplateResult {
    return html`<label class="tick">
        <input
          type="checkbox"
          .checked=${this.#ticked}
          @change=${(event: Event) => void this.#wish((event.target as HTMLInputElement).checked, report)}
        />
        <span>${words.keep}</span>
      </label>
      <p role="status">${this.#said && words[this.#said]}</p>`;
  }

  /** One after the other, and only the last is spoken of: ticks may be quicker than the device. */
  async #wish(wished: boolean, report: Omit<KeptReport, 'keptAt'>): Promise<void> {
    const wish = ++this.#wishes;
    this.#now(wished);
    // The tick is shown first, so that taking it back is a change.
    const work = this.#work.then(() => this.#host.updateComplete).then(() => this.#do(wished, report));
    this.#work = work.catch(() => {});
    try {
      await work;
      if (wish === this.#wishes) this.#now(wished, wished ? 'kept' : undefined);
    } catch (error) {
      console.error('citydesk: the device did not do as wished.', error);
      if (wish === this.#wishes) this.#now(!wished, wished ? 'failed' : 'stuck');
    }
  }

  async #do(wished: boolean, report: Omit<KeptReport, 'keptAt'>): Promise<void> {
    const store = await opened();
    if (wished) await store.keep({ ...report, isOwn: true, keptAt: new Date() });
    else await store.remove(report.endpoint, report.reference);
  }

  #now(ticked: boolean, said?: keyof KeepWords): void {
    this.#ticked = ticked;
    this.#said = said;
    this.#host.requestUpdate();
  }
}

async function opened(): Promise<DeviceStore> {
  const { openDeviceStore } = await import('../device/store.ts');
  return openDeviceStore();
}
