/** The reports of one city that this device keeps. Comes only where there are some, or when the first is to be kept. */
import { html, nothing } from 'lit';
import { changesSince } from '@citydesk/core/changes';
import { isSame, type Seen, type Tracked, type Tracking } from '@citydesk/core/tracking';
import { openDeviceStore, type KeptReport } from '../device/store.ts';
import en from '../messages/kept-reports.en.json';
import type { Messages } from '../messages/messages.ts';
import { heading } from '../parts/heading.ts';
import { icons } from '../parts/icons.ts';
import type { TrackerScreen, TrackerView } from './view.ts';

export class KeptReports {
  readonly #endpoint: string;
  readonly #remember: (reference: string, seen: Seen) => void;
  readonly #store = openDeviceStore();
  /** Newest first. */
  list: readonly KeptReport[] = [];

  /**
   * @param endpoint absolute base URL of the city's API
   * @param remember is told how each stood at the last visit
   */
  constructor(endpoint: string, remember: (reference: string, seen: Seen) => void) {
    this.#endpoint = endpoint;
    this.#remember = remember;
  }

  /** Rejects with an `Error` where the device does not let us. */
  async read(): Promise<void> {
    await this.#change(async () => {});
    this.list.forEach(({ reference, seen }) => seen && this.#remember(reference, seen));
  }

  /** Keeps a report, or no longer. Resolves with what to say of it; rejects where the device does not keep it. */
  async keep(tracked: Tracked, keep: boolean, words: Messages): Promise<string> {
    if (!keep) return this.#forgetBy(() => this.#store.remove(this.#endpoint, tracked.reference), '', words);
    await this.#change(() => this.#store.keep({ endpoint: this.#endpoint, keptAt: new Date(), ...told(tracked) }));
    return words.with(en).text('kept');
  }

  /** Leaves nothing of this city's reports behind. Resolves with what to say of it. */
  forget(words: Messages): Promise<string> {
    const { text } = words.with(en);
    return this.#forgetBy(() => this.#store.forget(this.#endpoint), text('mine.forgotten'), words);
  }

  has(reference: string): boolean {
    return this.list.some((one) => one.reference === reference);
  }

  /** Whether a report was sent from this device. */
  isOwn(reference: string): boolean {
    return this.list.some((one) => one.reference === reference && one.isOwn);
  }

  /** How a report stood at the last visit. */
  seen(reference: string): Seen | undefined {
    return this.list.find((one) => one.reference === reference)?.seen;
  }

  /** Keys of the timeline's entries that are new since the last visit. */
  changes({ look, before }: Tracked): ReadonlySet<string> {
    return look.is === 'found' && before ? changesSince(before.request, look.request) : new Set();
  }

  /** Notes how the kept ones stand now, and their number once they have one. One that is not kept is not written. */
  async note(now: Tracking, before: Tracking): Promise<void> {
    for (const [at, one] of now.tracked.entries()) {
      const kept = this.list.find(({ reference }) => reference === one.reference || reference === one.token);
      const { look } = one;
      if (!kept || look === before.tracked[at]?.look || look.is !== 'found' || look.failing) continue;
      if (kept.reference === one.reference && kept.seen && isSame(kept.seen.request, look.request)) continue;
      const { isToken: _token, ...rest } = kept;
      // What cannot be noted is looked up again at the next visit.
      await this.#change(() => this.#store.keep({ ...rest, ...told(one) }, kept.reference)).catch(() => {});
    }
  }

  /** "My reports on this device": only where there are some. */
  render({ words: own, level, linkTo, do: { forget } }: TrackerScreen): unknown {
    if (!this.list.length) return nothing;
    const words = own.with(en);
    return html`<section class="stack-half" aria-labelledby="mine">
      ${heading(level + 1, words.text('mine'), 'mine')}
      <ul class="list">
        ${this.list.map((report) => html`<li>${row(report, words, linkTo)}</li>`)}
      </ul>
      <button class="link" type="button" @click=${forget}>${words.text('mine.forget')}</button>
    </section>`;
  }

  #forgetBy(work: () => Promise<void>, done: string, words: Messages): Promise<string> {
    return this.#change(work).then(
      () => done,
      () => words.with(en).text('mine.failed'),
    );
  }

  async #change(work: () => Promise<void>): Promise<void> {
    await work();
    this.list = await this.#store.reports(this.#endpoint);
  }
}

function row(
  { reference, isToken, serviceName, place, seen }: KeptReport,
  words: Messages,
  linkTo: TrackerView['linkTo'],
): unknown {
  const more = [
    serviceName && html`<bdi>${words.phrase(serviceName)}</bdi>`,
    place && html`<bdi>${place}</bdi>`,
    seen && words.text(seen.request.status === 'closed' ? 'mine.closed' : 'mine.open'),
  ].filter(Boolean);
  return html`<a class="pick" href=${linkTo(reference, isToken)}>
    <span>
      <strong>${isToken ? words.text('mine.unnumbered') : html`<bdi dir="ltr">${reference}</bdi>`}</strong>
      <span class="hint">${more.map((one, at) => (at ? html`, ${one}` : one))}</span>
    </span>
    ${icons.onward}
  </a>`;
}

/** What there is to keep of a report. */
function told({ reference, isToken, look }: Tracked) {
  const { serviceName, address } = look.is === 'found' ? look.request : {};
  return {
    reference,
    ...(isToken && { isToken }),
    ...(serviceName !== undefined && { serviceName }),
    ...(address !== undefined && { place: address }),
    ...(look.is === 'found' && { seen: { request: look.request, at: look.at } }),
  };
}
