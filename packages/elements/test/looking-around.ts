/** A page with nothing but the list of recent reports, and a neighbour who reads it. */
import { LitElement, html, type PropertyValues } from 'lit';
import { createClient } from '@citydesk/open311';
import type { CityConfig } from '../src/city/city-config.ts';
import common from '../src/messages/common.en.json';
import { messagesIn } from '../src/messages/messages.ts';
import { LookAround } from '../src/status-tracker/look-around.ts';
import { base } from '../src/styles/base.ts';
import { forms } from '../src/styles/forms.ts';
import { tokens } from '../src/styles/tokens.ts';
import { placed, Visitor, type Page } from './visitor.ts';

class LookingAround extends LitElement {
  static override styles = [tokens, base, forms];
  endpoint = '';
  city: CityConfig = {};
  /** Paths and queries asked of the city. */
  readonly asked: string[] = [];
  /** The answer of the page with this number, from 1, is cut off. */
  cutPage = 0;
  /** The number of rows after each rendering. */
  readonly growth: number[] = [];
  readonly around = new LookAround(this, {
    client: async () => createClient({ endpoint: this.endpoint, fetch: (url) => this.#fetch(url as string) }),
  });

  async #fetch(url: string): Promise<Response> {
    const { pathname, searchParams } = new URL(url);
    this.asked.push(pathname.split('/').pop()! + ` ${searchParams.get('page') ?? 1}`);
    if (Number(searchParams.get('page') ?? 1) === this.cutPage) throw new TypeError('fetch failed');
    return fetch(url);
  }

  protected override render() {
    const words = messagesIn(common, { locale: 'en-US', zone: this.city.zone });
    const view = {
      words,
      level: 2,
      city: this.city,
      now: new Date(),
      linkTo: (id: string) => `#citydesk:request=${id}`,
    };
    const open = () => this.around.open({ focus: true });
    return html`<section>
      <h2>Follow a report</h2>
      ${this.around.isOpen ? this.around.render(view) : html`<button @click=${open}>Show recent reports</button>`}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.growth.push(this.renderRoot.querySelectorAll('.reports > li').length);
  }
}
customElements.define('looking-around', LookingAround);

declare global {
  interface HTMLElementTagNameMap {
    'looking-around': LookingAround;
  }
}

export interface AroundOptions extends Page {
  readonly endpoint: string;
  readonly city?: CityConfig;
}

/** What a visitor does anywhere, and reads in the list. */
export class Neighbour extends Visitor<LookingAround> {
  static async comes({ endpoint, city = {}, ...page }: AroundOptions): Promise<Neighbour> {
    return new Neighbour(
      await placed('looking-around', {}, page, (widget) => Object.assign(widget, { endpoint, city })),
    );
  }

  /** Comes, opens the list and waits until all of it stands. */
  static async reads(options: AroundOptions): Promise<Neighbour> {
    const neighbour = await Neighbour.comes(options);
    await neighbour.presses('Show recent reports');
    await neighbour.hasAll();
    return neighbour;
  }

  async hasAll(): Promise<void> {
    await this.until('the end of the list', () => !this.widget.around.isReading);
    await this.widget.updateComplete;
  }

  /** Every row, shown or not. */
  get rows(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.reports > li')];
  }

  /** The numbers of the reports that are shown, from the top. */
  get shown(): readonly string[] {
    return this.rows
      .filter((row) => row.checkVisibility())
      .map((row) => row.querySelector('[dir=ltr]')!.textContent ?? '');
  }

  get announced(): string {
    return this.root.querySelector('.hidden[role=status]')!.textContent!.trim();
  }
}
