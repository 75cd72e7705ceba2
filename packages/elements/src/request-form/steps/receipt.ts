/** The receipt: only when there is an id or token (or a service that gives neither). What is next, and the link. */
import { html, nothing, type TemplateResult } from 'lit';
import { again as anew } from '@citydesk/core/going-on';
import { serviceOf, type Sent } from '@citydesk/core/request';
import { heading, title } from '../../parts/heading.ts';
import { help } from '../../parts/help.ts';
import { icons } from '../../parts/icons.ts';
import { languageButton } from '../../parts/language-button.ts';
import { phoneLink } from '../../parts/phone.ts';
import { placeWords } from '../place-words.ts';
import type { ReceiptParts } from '../receipt-parts.ts';
import { trackerLink } from '../tracker-link.ts';
import type { View } from '../view.ts';

/** The view, and what of the receipt comes after it. */
interface ReceiptView extends View<Sent> {
  readonly extras: ReceiptParts;
}

export function receiptStep(given: View<Sent>, extras: ReceiptParts): TemplateResult {
  const view: ReceiptView = { ...given, extras };
  const { state, words, level, city } = view;
  const { serviceRequestId, token } = state.receipt;
  extras.stands(state.receipt);
  const link = followAt(view);
  const service = serviceOf(state);
  const place = placeWords(state.draft.place, words);
  return html`<section aria-labelledby="title" lang=${words.lang} dir=${words.dir}>
    <div class="edge" aria-hidden="true"><i class="on"></i></div>
    <div class="top sent">
      <span id="step">${icons.tick}<bdi>${service && words.phrase(service.serviceName)}</bdi>, <bdi>${place}</bdi></span>${languageButton(words, view.city)}
    </div>
    <div class="screen">
      <div class="main stack-2">
        ${title(level, headingOf(view))}
        ${state.owner?.phone ? html`<p>${words.parts('receipt.owner.call', { phone: phoneLink(state.owner.phone) })}</p>` : nothing}
        <div class="slip">
          <div class="pad with-code">
            <div>
              <p class="quiet">${words.text('receipt.number')}</p>
              ${
                serviceRequestId !== undefined
                  ? html`<p class="number"><bdi dir="ltr">${serviceRequestId}</bdi></p>`
                  : html`<p>${words.text(token === undefined ? 'receipt.number.none' : 'receipt.number.later')}</p>`
              }
            </div>
            ${link ? html`<div class="code">${extras.gains?.code(link, words)}</div>` : nothing}
          </div>
          <div class="pad tear">
            <div class="bar stack-half">
              ${heading(level + 1, words.text('receipt.next'))} ${next(view)}
              ${link ? html`<p>${words.text('receipt.next.follow')}</p>` : nothing}
              <p class="expected">${expected(view)}</p>
            </div>
          </div>
        </div>
        ${link ? html`<div class="stack">${actions(view, link)} ${keep(view, place)}</div>` : nothing}
        ${city.alerts ? html`<div class="keep-report">${extras.alerts?.onReceipt(state, words)}</div>` : nothing}
        <div class="easy">${easy(view)}</div>
      </div>
      <div class="aside">${again(view, service?.serviceName, place)} ${help(view)}</div>
    </div>
  </section>`;
}

/** Who has the report now. */
function headingOf({ state, words, city }: ReceiptView): string {
  if (city.practice) return words.text('receipt.heading.practice');
  return words.text(state.owner ? 'receipt.heading.owner' : 'receipt.heading', { owner: state.owner?.name });
}

/** Who has taken the report over may show its reports on a page of its own; the city's does not know them. */
function followAt({ state, city }: View<Sent>): string | undefined {
  const { owner, receipt } = state;
  if (!owner || city.practice) return trackerLink(city, receipt);
  return owner.trackerUrl && trackerLink({ trackerUrl: owner.trackerUrl }, receipt);
}

/** In the city's own words where it has some. */
function next({ state, words }: ReceiptView): unknown {
  const { serviceNotice } = state.receipt;
  return serviceNotice ? html`<p dir="auto">${words.phrase(serviceNotice)}</p>` : nothing;
}

/** Who has it and by when, as soon as the city shows the report. It comes last, in room that is kept: it arrives after the screen. */
function expected({ state, words }: ReceiptView): unknown {
  if (state.request.is !== 'ready') return nothing;
  const { agencyResponsible: agency, expectedDatetime: date } = state.request.value;
  const who = agency && !state.receipt.serviceNotice ? words.text('receipt.next.agency', { agency }) : nothing;
  const { owner } = state;
  const key = owner ? 'receipt.next.owner' : 'receipt.next.expected';
  const when = date
    ? words.text(key, { owner: owner?.name, date: words.day(date) })
    : words.text(owner ? 'receipt.next.owner.nodate' : 'receipt.next.nodate', { owner: owner?.name });
  return html`${who} ${when}`;
}

function actions({ extras, words }: ReceiptView, link: string): TemplateResult {
  return html`<div class="actions">
      <a class="button primary" href=${link}>${words.text('receipt.follow')}</a>
      <button class="button" type="button" @click=${(event: Event) => copy(event, link)}>${words.text('receipt.copy')}</button>
      <button class="button" type="button" @click=${() => extras.print()}>${words.text('receipt.print')}</button>
    </div>
    <div role="status">
      <p hidden>${words.text('receipt.copied')}</p>
      <p hidden>${words.text('receipt.copy.failed')} <a href=${link}>${link}</a></p>
    </div>`;
}

/** Shows one of the two sentences below the buttons: copied, or the link itself to copy by hand. */
async function copy(event: Event, link: string): Promise<void> {
  const said = (event.target as Element).closest('.actions')!.nextElementSibling!.children;
  const copied = await navigator.clipboard?.writeText(link).then(
    () => true,
    () => false,
  );
  (said[0] as HTMLElement).hidden = !copied;
  (said[1] as HTMLElement).hidden = !!copied;
}

/** With the resident's consent, and not on shared computers. */
function keep(view: ReceiptView, place: string): unknown {
  const { extras, state, city } = view;
  if (state.owner || city.storage === 'none' || city.endpoint === undefined) return nothing;
  return html`<div class="keep-report">${extras.keep && extras.gains?.keep(extras.keep, view, place)}</div>`;
}

function easy({ words, extras, state, level }: ReceiptView): unknown {
  if (state.owner) return nothing;
  return extras.feedback?.ask({
    question: 'easy',
    requestId: state.receipt.serviceRequestId,
    level: level + 1,
    words,
  });
}

function again({ state, words, send, level }: ReceiptView, service: string | undefined, place: string): TemplateResult {
  const row = (keep: 'place' | 'kind', title: string, more: unknown) =>
    html`<li>
      <button class="pick" type="button" @click=${() => send(anew(state, keep))}>
        <span><strong>${title}</strong> <span class="hint"><bdi>${more}</bdi></span></span>${icons.onward}
      </button>
    </li>`;
  return html`<div class="stack-half">
    ${heading(level + 1, words.text('receipt.again'))}
    <ul class="list">
      ${state.preset ? nothing : row('place', words.text('receipt.again.here'), place)}
      ${row('kind', words.text('receipt.again.kind'), service && words.phrase(service))}
    </ul>
  </div>`;
}
