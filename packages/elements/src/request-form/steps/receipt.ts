/** The receipt: only when there is an id or token (or a service that gives neither). What is next, and the link. */
import { html, nothing, type TemplateResult } from 'lit';
import { serviceOf, type Sent } from '@citydesk/core/request';
import { heading, title } from '../../parts/heading.ts';
import { icons } from '../../parts/icons.ts';
import { placeWords } from '../place-words.ts';
import { help, type View } from '../view.ts';

export function receiptStep(view: View<Sent>): TemplateResult {
  const { state, words, level } = view;
  const { serviceRequestId, token } = state.receipt;
  const link = view.trackerLink(serviceRequestId ?? token ?? '');
  const service = serviceOf(state);
  const place = placeWords(state.draft.place, words);
  return html`<section aria-labelledby="title" lang=${words.lang} dir="ltr">
    <div class="edge" aria-hidden="true"><i class="on"></i></div>
    <div class="top sent" id="step">
      ${icons.tick}<span><bdi>${service?.serviceName}</bdi>, <bdi>${place}</bdi></span>
    </div>
    <div class="screen">
      <div class="main stack-2">
        ${title(level, words.text('receipt.heading'))}
        <div class="slip">
          <div class="pad">
            <p class="quiet">${words.text('receipt.number')}</p>
            ${
              serviceRequestId !== undefined
                ? html`<p class="number"><bdi dir="ltr">${serviceRequestId}</bdi></p>`
                : html`<p>${words.text(token === undefined ? 'receipt.number.none' : 'receipt.number.later')}</p>`
            }
          </div>
          <div class="pad tear">
            <div class="bar stack-half">
              ${heading(level + 1, words.text('receipt.next'))} ${next(view)}
              ${link ? html`<p>${words.text('receipt.next.follow')}</p>` : nothing}
              <p class="expected">${expected(view)}</p>
            </div>
          </div>
        </div>
        ${link ? actions(view, link) : nothing}
      </div>
      <div class="aside">${again(view, service?.serviceName, place)} ${help(view)}</div>
    </div>
  </section>`;
}

/** In the city's own words where it has some; else who has it, as soon as the city shows the report. */
function next({ state, words }: View<Sent>): unknown {
  const { serviceNotice } = state.receipt;
  if (serviceNotice) return html`<p dir="auto">${serviceNotice}</p>`;
  const agency = state.request.is === 'ready' && state.request.value.agencyResponsible;
  return agency ? html`<p>${words.text('receipt.next.agency', { agency })}</p>` : nothing;
}

/** By when, if the city says so. It comes last, in room that is kept: it arrives after the screen. */
function expected({ state, words }: View<Sent>): unknown {
  if (state.request.is !== 'ready') return nothing;
  const date = state.request.value.expectedDatetime;
  return date ? words.text('receipt.next.expected', { date: words.day(date) }) : words.text('receipt.next.nodate');
}

function actions({ words }: View<Sent>, link: string): TemplateResult {
  return html`<div class="actions">
      <a class="button" href=${link}>${words.text('receipt.follow')}</a>
      <button class="button" type="button" @click=${(event: Event) => copy(event, link)}>${words.text('receipt.copy')}</button>
      <button class="button" type="button" @click=${() => print()}>${words.text('receipt.print')}</button>
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

function again({ state, words, send, level }: View<Sent>, service: string | undefined, place: string): TemplateResult {
  const row = (keep: 'place' | 'kind', title: string, more: string | undefined) =>
    html`<li>
      <button class="pick" type="button" @click=${() => send({ type: 'again', keep })}>
        <span><strong>${title}</strong> <span class="hint"><bdi>${more}</bdi></span></span>${icons.onward}
      </button>
    </li>`;
  return html`<div class="stack-half">
    ${heading(level + 1, words.text('receipt.again'))}
    <ul class="list">
      ${state.preset ? nothing : row('place', words.text('receipt.again.here'), place)}
      ${row('kind', words.text('receipt.again.kind'), service)}
    </ul>
  </div>`;
}
