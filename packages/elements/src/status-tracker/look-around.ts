/** "Look around": the city's recent reports, by words, kind and status, or the nearest first. Fetched when it is first opened. */
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { listed, serviceChoices, type Position, type ServiceChoice } from '@citydesk/core/request-list';
import type { Client, ServiceRequest } from '@citydesk/open311';
import { messagesIn, type Messages, type Speech } from '../messages/messages.ts';
import en from '../messages/look-around.en.json';
import { heading } from '../parts/heading.ts';
import { filters, type Filter } from './look-around-filters.ts';
import { Nearby } from './look-around-nearby.ts';
import { remembered } from './look-around-remembered.ts';
import { rowsIn, rowsTemplate, type Row } from './look-around-rows.ts';
import { RecentReports } from './look-around-stream.ts';
import { lookAroundStyles } from './look-around.styles.ts';
import type { TrackerView } from './view.ts';

/** Milliseconds after the last key in which the number of rows is announced. */
const announceAfter = 1500;
/** Milliseconds after which it is said that the list is still on its way. */
const patience = 1000;

/** What stands in the list. */
interface Listing {
  readonly rows: readonly Row[];
  readonly fitting: ReadonlySet<ServiceRequest>;
  readonly choices: readonly ServiceChoice[];
}

/** A part of the tracker, with the life of its host. Asks the city for nothing until it is opened. */
export class LookAround implements ReactiveController {
  readonly #host: LitElement;
  readonly #reports: RecentReports;
  readonly #nearby: Nearby;
  #view?: TrackerView;
  #isOpen = false;
  #filter: Filter = {};
  #announcement = '';
  #announcing?: ReturnType<typeof setTimeout>;

  constructor(host: LitElement, ports: { client(): Promise<Client> }) {
    this.#host = host;
    const changed = () => host.requestUpdate();
    this.#nearby = new Nearby(changed);
    this.#reports = new RecentReports({
      client: () => ports.client(),
      privateServices: () => this.#view?.city.privateServices ?? none,
      changed,
    });
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#isOpen) void this.#read();
  }

  hostDisconnected(): void {
    this.#reports.stop();
    clearTimeout(this.#announcing);
  }

  /** Whether it is shown. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Shows the list and reads it. With `focus`, for a button that goes away, the heading takes the focus. */
  open({ focus = false } = {}): void {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#host.requestUpdate();
      void this.#read();
    }
    if (focus) void this.#focusHeading();
  }

  render(view: TrackerView): TemplateResult {
    this.#view = view;
    const words = this.#wordsOf(view);
    this.#dress();
    const listing = this.#listing(view);
    const { rows, fitting } = listing;
    const { abuseUrl } = view.city;
    return html`<section class="around stack" aria-labelledby="around" lang=${words.lang} dir=${words.dir}>
      ${heading(view.level + 1, words.text(this.#nearby.point ? 'around.heading.near' : 'around.heading'), 'around')}
      ${rows.length || this.isReading ? this.#controls(words, listing) : nothing}
      <div>${this.#sentences(words, listing).map((sentence) => html`<p>${sentence}</p>`)}</div>
      ${this.#reports.is === 'failed' ? this.#retry(view.words) : nothing}
      <ul class="list reports" aria-labelledby="around" ?hidden=${!fitting.size}>
        ${guard([listing], () => rowsTemplate(rows, ({ request }) => fitting.has(request)))}
      </ul>
      ${abuseUrl && rows.length ? html`<a class="link" href=${abuseUrl}>${words.text('around.abuse.any')}</a>` : nothing}
      <div class="hidden" role="status">${this.#announcement || nothing}</div>
    </section>`;
  }

  /** Whether more of the list may still come. */
  get isReading(): boolean {
    return this.#isOpen && (this.#reports.is === 'reading' || this.#reports.is === 'idle');
  }

  #controls(words: Messages, { choices }: Listing): TemplateResult {
    const give = (change: Filter) => {
      this.#filter = { ...this.#filter, ...change };
      this.#announce(announceAfter);
      this.#host.requestUpdate();
    };
    return html`${filters({ words, filter: this.#filter, choices, give })} ${this.#nearby.render(words)}`;
  }

  /** How the list stands. While it is read, nothing is said to be missing. */
  #sentences(words: Messages, { rows, fitting }: Listing): readonly string[] {
    const { is, isFull } = this.#reports;
    if (!fitting.size && this.isReading) return [words.text('around.loading')];
    if (!rows.length) return [words.text(is === 'failed' ? 'around.failed' : 'around.empty')];
    const count = fitting.size;
    return [
      count ? words.text('around.count', { count }) : words.text('around.none'),
      ...(is === 'failed' ? [words.text('around.failed.rest')] : []),
      ...(isFull ? [words.text('around.full', { count: rows.length })] : []),
    ];
  }

  #retry(words: Messages): TemplateResult {
    const again = () => {
      void this.#read();
      void this.#focusHeading();
    };
    return html`<div class="actions">
      <button class="button" type="button" @click=${again}>${words.text('retry')}</button>
    </div>`;
  }

  async #read(): Promise<void> {
    this.#announcement = '';
    this.#announce(patience);
    await this.#reports.read();
    if (!this.isReading) this.#announce(announceAfter);
  }

  #announce(after: number): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      const view = this.#view;
      if (!view) return;
      const words = this.#wordsOf(view);
      this.#announcement = this.#sentences(words, this.#listing(view)).join(' ');
      this.#host.requestUpdate();
    }, after);
  }

  async #focusHeading(): Promise<void> {
    await this.#host.updateComplete;
    const title = (this.#host.renderRoot as ShadowRoot).getElementById('around');
    if (!title) return;
    title.tabIndex = -1;
    title.focus();
  }

  /** Again if the host has dressed anew since. */
  #dress(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const sheet = lookAroundStyles.styleSheet!;
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  #listing(view: TrackerView): Listing {
    const { publicPhotos, abuseUrl, privateServices = none } = view.city;
    const { point } = this.#nearby;
    // One link tells whether all have changed: the function that makes them may be a new one each time.
    const write = this.#writer(this.#wordsOf(view), point, view.linkTo('0'), publicPhotos, abuseUrl);
    return this.#listed(this.#reports.requests, write, this.#filter, point, privateServices);
  }

  /** The same as long as the language is: what is written with them is kept. */
  #wordsOf({ city: { locale, zone, speech } }: TrackerView): Messages {
    return this.#wordsIn(locale, zone, speech);
  }

  readonly #wordsIn = remembered((locale?: string, zone?: string, speech?: Speech) =>
    messagesIn(en, { locale, zone, speech }),
  );

  readonly #writer = remembered((words: Messages, near: Position | undefined, ..._changing: readonly unknown[]) =>
    rowsIn(words, this.#view!, near),
  );

  readonly #listed = remembered(
    (
      requests: readonly ServiceRequest[],
      write: (request: ServiceRequest) => Row,
      filter: Filter,
      near: Position | undefined,
      privateServices: readonly string[],
    ): Listing => ({
      rows: listed(requests, { privateServices, near }).map(write),
      fitting: new Set(listed(requests, { privateServices, ...filter })),
      choices: serviceChoices(requests, privateServices),
    }),
  );
}

const none: readonly string[] = [];
