/** The resident's address, kept on this device where that is wanted. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Address } from '@citydesk/core/addresses';
import type { CityController } from '../city/city-controller.ts';
import { mayHave } from '../device/waiting-items.ts';
import type { Messages } from '../messages/messages.ts';

export class KeptPlace {
  readonly #host: LitElement;
  readonly #city: CityController;
  #kept?: Address | undefined;
  #said?: 'day.kept' | 'day.forgotten' | 'day.keep.failed' | 'day.stuck' | undefined;
  #work: Promise<void> = Promise.resolve();

  /** @param found is told the address that was kept */
  constructor(host: LitElement, city: CityController, found: (address: Address) => void) {
    this.#host = host;
    this.#city = city;
    void this.#read(found).catch(() => {});
  }

  /** The tick box; nothing where nothing may be kept. */
  render(words: Messages, address: Address): TemplateResult | typeof nothing {
    if (this.#city.settings.storage === 'none') return nothing;
    const isKept = this.#kept?.label === address.label;
    const changed = (event: Event) => this.#wish(event.target as HTMLInputElement, address);
    const says = this.#said && (this.#said !== 'day.kept' || isKept);
    return html`<label class="tick">
        <input type="checkbox" .checked=${isKept} @change=${changed} />
        <span>${words.text('day.keep')}</span>
      </label>
      <p role="status">${says ? words.text(this.#said!) : nothing}</p>`;
  }

  /** One after the other: ticks may be quicker than the device. */
  #wish(box: HTMLInputElement, address: Address): void {
    const keep = box.checked;
    this.#work = this.#work.then(async () => {
      try {
        const { openDeviceStore } = await import('../device/store.ts');
        await openDeviceStore().keepAddress(keep ? address : undefined);
        this.#kept = keep ? address : undefined;
        this.#said = keep ? 'day.kept' : 'day.forgotten';
      } catch (error) {
        console.error('citydesk: the device did not do as wished.', error);
        this.#said = keep ? 'day.keep.failed' : 'day.stuck';
        box.checked = !keep;
      }
      this.#host.requestUpdate();
    });
  }

  async #read(found: (address: Address) => void): Promise<void> {
    await this.#city.whenRead;
    const none = !(await mayHave('citydesk'));
    if (none || this.#city.settings.storage === 'none') return;
    const { openDeviceStore } = await import('../device/store.ts');
    this.#kept = await openDeviceStore().address();
    if (this.#kept) found(this.#kept);
  }
}
