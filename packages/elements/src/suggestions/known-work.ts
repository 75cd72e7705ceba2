/** "The city knows about this": notices before the fields, for the chosen service, and for the place once that is a point. They hold nobody up. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { noticesFor, readNotices, type Notice } from '@citydesk/core/faq';
import { fetchJson } from '../faq/fetch-json.ts';
import { tellEditor } from '../faq/tell-editor.ts';
import en from '../messages/known-work.en.json';
import { messagesIn, type Messages } from '../messages/messages.ts';
import { heading } from '../parts/heading.ts';
import type { BesideForm } from '../request-form/beside.ts';
import { trackerLink } from '../request-form/tracker-link.ts';
import { knownWorkStyles } from './known-work.styles.ts';

export class KnownWork {
  readonly #form: BesideForm;
  /** `undefined` also where the file could not be read: nobody knows then. */
  #notices?: readonly Notice[];
  /** The turn in which they came: until the next one, they stand in the room that was kept. */
  #came = Infinity;
  /** There is more than its room can show. */
  #isLong = false;

  constructor(form: BesideForm) {
    this.#form = form;
    (form.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(knownWorkStyles.styleSheet!);
    void this.#load(form.host, form.city.settings.notices!);
  }

  /** What is known of the chosen service; `undefined` where its room is to be kept for now. */
  render(): unknown {
    const { state, level, now, city } = this.#form.view();
    const inRoom = state.turn <= this.#came;
    if (!this.#notices || state.phase === 'sent') return inRoom ? undefined : nothing;
    const { serviceCode, place } = state.draft;
    const ofService = noticesFor(this.#notices, { serviceCode, now, zone: city.zone });
    const here = noticesFor(ofService, { point: place.point, now, zone: city.zone });
    // Where the place is given, a notice of another place keeps its room: the field must not move when the point comes.
    const shown = state.step === 'where' ? ofService : here;
    if (!shown.length && !inRoom) return nothing;
    const words = messagesIn(en, city);
    if (!here.length && inRoom)
      return html`<div class="known quiet"><p>${words.text('known.none')}</p>${this.#list(shown, here, words)}</div>`;
    return html`<div
      class="bar soft ${inRoom ? 'known' : here.length ? '' : 'elsewhere'}"
      role="group"
      aria-labelledby="known"
      tabindex=${inRoom && this.#isLong ? 0 : nothing}
    >
      ${heading(level + 1, words.text('known.heading'), 'known')} ${this.#list(shown, here, words)}
      <p class="small">${words.text('known.anyway')}</p>
    </div>`;
  }

  #list(shown: readonly Notice[], here: readonly Notice[], words: Messages): readonly TemplateResult[] {
    return shown.map((notice) => this.#notice(notice, words, here.includes(notice)));
  }

  #notice({ words: said, requestId, url }: Notice, words: Messages, isHere: boolean): TemplateResult {
    const link = requestId ? trackerLink(this.#form.city.settings, { serviceRequestId: requestId }) : url;
    return html`<div class=${isHere ? nothing : 'elsewhere'}>
      <p dir="auto">${words.phrase(said)}</p>
      ${link ? html`<a class="link" href=${link}>${words.text('known.follow')}</a>` : nothing}
    </div>`;
  }

  async #load(host: LitElement, file: string): Promise<void> {
    try {
      const url = new URL(file, document.baseURI).href;
      const { json } = await fetchJson(url, { limit: 1_000_000 });
      const { notices, mistakes } = readNotices(json);
      tellEditor(url, mistakes);
      // Addresses in the file are relative to it.
      const isRead = notices.length || !mistakes.length;
      if (isRead) this.#notices = notices.map((notice) => ({ ...notice, url: absolute(notice.url, url) }));
    } catch (error) {
      console.error(`citydesk: the notices at ${file} could not be read. Check "notices" in the city file.`, error);
    }
    this.#came = this.#form.view().state.turn;
    host.requestUpdate();
    await host.updateComplete;
    // What does not fit into its room is scrolled, also by keyboard.
    const { scrollHeight = 0, clientHeight = 0 } = host.renderRoot.querySelector('.known') ?? {};
    this.#isLong = scrollHeight > clientHeight;
    if (this.#isLong) host.requestUpdate();
  }
}

function absolute(address: string | undefined, base: string): string | undefined {
  try {
    return address && new URL(address, base).href;
  } catch {
    return undefined;
  }
}
