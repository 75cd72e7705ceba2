/** Asks the resident for an address, and finds it in the city's own list, which comes with the question. */
import { html, nothing, type LitElement } from 'lit';
import { findAddresses, readAddresses, type Address } from '@citydesk/core/addresses';
import type { Messages } from '../messages/messages.ts';
import { fetchJson } from '../faq/fetch-json.ts';
import { field, line } from '../parts/field.ts';

export class AskedPlace {
  readonly #host: LitElement;
  #asked = false;
  #coming?: Promise<readonly Address[] | undefined> | undefined;
  #failed = false;
  #typed = '';
  /** An address that the city has: an example for one that it has not. */
  #example?: string | undefined;
  #choices: readonly Address[] = [];
  #place?: Address | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The address that the resident means. */
  get place(): Address | undefined {
    return this.#place;
  }

  /** An address that is known without asking. */
  found(place: Address): void {
    this.#place ??= place;
    this.#host.requestUpdate();
  }

  /** @param url of the city's addresses */
  render(words: Messages, url: string | undefined): unknown {
    if (!url) {
      tellOnce();
      return html`<p>${words.text('day.unknown')}</p>`;
    }
    if (!this.#asked) void this.#addresses(url);
    const about = {
      id: 'address',
      label: words.text('day.address'),
      hint: words.text('day.address.hint'),
      wrong: this.#wrong(words),
    };
    const submitted = (event: Event) => {
      event.preventDefault();
      void this.#find(url);
    };
    return html`<form class="address stack" novalidate @submit=${submitted}>
      ${field(about, line(about, { value: this.#typed, input: (typed) => (this.#typed = typed), autocomplete: 'address-line1' }))}
      <div class="actions"><button class="button">${words.text('day.address.show')}</button></div>
      ${this.#choices.length ? this.#which(words) : nothing}
    </form>`;
  }

  #wrong(words: Messages): string | undefined {
    if (this.#failed) return words.text('day.failed');
    return this.#example && words.text('day.address.none', { example: this.#example });
  }

  #which(words: Messages) {
    return html`<p class="told" tabindex="-1">${words.text('day.address.which')}</p>
      <ul class="list">
        ${this.#choices.map(
          (address) =>
            html`<li>
              <button class="pick" type="button" @click=${() => this.#choose(address)}><bdi>${address.label}</bdi></button>
            </li>`,
        )}
      </ul>`;
  }

  async #find(url: string): Promise<void> {
    const addresses = await this.#addresses(url);
    const found = findAddresses(addresses ?? [], this.#typed);
    this.#failed = !addresses;
    this.#example = found.length ? undefined : addresses?.[0]?.label;
    this.#choices = found.length > 1 ? found : [];
    if (found.length === 1) this.#choose(found[0]!);
    else void this.#focus(found.length ? '.told' : '#address');
  }

  #choose(address: Address): void {
    this.#place = address;
    this.#choices = [];
    void this.#focus('.told');
  }

  /** The resident wants another one. */
  readonly change = (): void => {
    this.#typed = this.#place?.label ?? '';
    this.#place = undefined;
    void this.#focus('#address');
  };

  /** What had the focus is gone: it goes to what took its place. */
  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`.days ${selector}`)?.focus();
  }

  /** Fetched once; after a failure, when it is asked for again. */
  #addresses(url: string): Promise<readonly Address[] | undefined> {
    this.#asked = true;
    return (this.#coming ??= this.#fetch(url).catch((error: unknown) => {
      console.error(`citydesk: there are no addresses. Check "addresses" in the city file.`, error);
      // The next press tries again.
      this.#coming = undefined;
      return undefined;
    }));
  }

  async #fetch(url: string): Promise<readonly Address[]> {
    const address = new URL(url, document.baseURI).href;
    const addresses = readAddresses((await fetchJson(address)).json);
    if (!addresses.length) throw new Error(`${address} has no address in it.`);
    return addresses;
  }
}

let told = false;
/** For the web editor. */
function tellOnce(): void {
  if (told) return;
  told = true;
  console.error('citydesk: an answer differs from street to street. Set "addresses" in the city file.');
}
