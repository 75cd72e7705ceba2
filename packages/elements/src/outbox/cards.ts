/** The reports of earlier visits that wait on this device, in a list: how each stands now, and what the resident can do. */
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Item } from '@citydesk/core/outbox';
import type { CityController } from '../city/city-controller.ts';
import type { PageOutbox } from '../device/outbox.ts';
import en from '../messages/outbox.en.json';
import { messagesIn, type Messages } from '../messages/messages.ts';
import { RequestSubmittedEvent } from '../request-form/events.ts';
import { trackerLink } from '../request-form/tracker-link.ts';
import { card, newsIn } from './card.ts';
import { cardsStyles } from './cards.styles.ts';

/** Whom the cards serve. */
export interface CardsHost {
  readonly host: LitElement;
  readonly city: CityController;
}

/** What differs from widget to widget. */
export interface CardsPlace {
  /** The link under which a report can be followed. Default: on this page. */
  readonly linkTo?: (receipt: Extract<Item['standing'], { is: 'confirmed' }>['receipt']) => string | undefined;
  /** Puts a report that the city refused back into the form. Not given where that is not possible now. */
  readonly change?: ((item: Item) => void) | undefined;
}

export class WaitingCards implements ReactiveController {
  readonly #host: LitElement;
  readonly #city: CityController;
  #outbox?: PageOutbox;
  /** Ends the listening: the outbox is the page's, and stays when the widget goes. */
  #end?: (() => void) | undefined;
  #items: readonly Item[] = [];
  /** Of those that the resident has said to delete, and not yet again. */
  readonly #asked = new Set<string>();
  #announcement = '';
  /** Of the city's API. */
  #base?: string | undefined;

  constructor({ host, city }: CardsHost) {
    this.#host = host;
    this.#city = city;
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(cardsStyles.styleSheet!);
    host.addController(this);
  }

  /** Shows what lies in this outbox, from now on, while the widget is on the page. */
  async follow(outbox: PageOutbox): Promise<void> {
    if (this.#outbox) return;
    this.#outbox = outbox;
    await this.#listen();
  }

  hostConnected(): void {
    void this.#listen();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
  }

  async #listen(): Promise<void> {
    const outbox = this.#outbox;
    if (!outbox || this.#end || !this.#host.isConnected) return;
    this.#end = outbox.subscribe((item, reportId, isHere) => this.#told(item, reportId, isHere));
    this.#base = await this.#city.base().catch(() => undefined);
    this.#items = await outbox.items();
    this.#host.requestUpdate();
  }

  /** The list; nothing where nothing waits but what the form shows itself. */
  render({ linkTo = (receipt) => trackerLink({}, receipt), change }: CardsPlace = {}): unknown {
    // Several cities may share an origin.
    const items = this.#items.filter(({ reportId, city }) => city === this.#base && !this.#outbox?.shown.has(reportId));
    const words = this.#words;
    const status = html`<div class="hidden" role="status" lang=${words.lang}>${this.#announcement || nothing}</div>`;
    if (!items.length) return this.#announcement ? status : nothing;
    return html`<ul class="waiting-reports stack-half" aria-label=${words.text('card.list')} lang=${words.lang} dir=${words.dir}>
        ${items.map((item) => this.#card(item, words, { linkTo, change }))}
      </ul>
      ${status}`;
  }

  #card(item: Item, words: Messages, { linkTo, change }: CardsPlace): TemplateResult {
    const outbox = this.#outbox!;
    const { reportId } = item;
    const isOfCity = item.way.endpoint === this.#base;
    const ask = (isAsked: boolean) => {
      if (isAsked) this.#asked.add(reportId);
      else this.#asked.delete(reportId);
      this.#host.requestUpdate();
    };
    return card(item, {
      words,
      phone: this.#city.settings.phone,
      isKept: outbox.isKept(reportId),
      isAsked: this.#asked.has(reportId),
      link: (receipt) => (isOfCity ? linkTo?.(receipt) : undefined),
      resend: () => void outbox.resend(reportId).catch(() => {}),
      ask,
      remove: () => void this.#remove(item),
      change: isOfCity && change && item.draft ? () => (change(item), void this.#remove(item, false)) : undefined,
    });
  }

  /** What is under way by now is not taken back. */
  async #remove({ reportId, standing }: Item, isToTitle = true): Promise<void> {
    const outbox = this.#outbox!;
    this.#asked.delete(reportId);
    try {
      if (standing.is === 'waiting') await outbox.takeBack(reportId, () => {});
      else await outbox.drop(reportId);
    } catch {
      // The device does not let us: it stays in sight.
      return this.#host.requestUpdate();
    }
    await this.#host.updateComplete;
    if (isToTitle) (this.#host.renderRoot as ShadowRoot).getElementById('title')?.focus();
  }

  #told(item: Item | undefined, reportId: string, isHere: boolean): void {
    const before = this.#items.find((one) => one.reportId === reportId);
    const others = this.#items.filter((one) => one !== before);
    this.#items = item ? [...others, item].sort((one, other) => one.frozenAt - other.frozenAt) : others;
    if (before && !item) this.#announcement = '';
    this.#host.requestUpdate();
    const { shown } = this.#outbox!;
    if (!item || !before || shown.has(reportId) || item.standing.is === before.standing.is) return;
    if (item.standing.is !== 'sending') this.#announcement = newsIn(item, this.#words);
    if (item.standing.is !== 'confirmed' || !isHere) return;
    // Told once: by the first widget, for all of the page.
    shown.add(reportId);
    this.#host.dispatchEvent(new RequestSubmittedEvent(item.serviceCode, item.standing.receipt));
    shown.delete(reportId);
  }

  get #words(): Messages {
    return messagesIn(en, this.#city.settings);
  }
}
