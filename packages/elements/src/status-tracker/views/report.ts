/** One report: where it stands, in one true sentence first; then what the city said, showed and did. */
import { html, nothing, type TemplateResult } from 'lit';
import { skewOf, standingOf, type Standing, type Tracked } from '@citydesk/core/tracking';
import type { ServiceRequest } from '@citydesk/open311';
import { heading } from '../../parts/heading.ts';
import type { Messages } from '../../messages/messages.ts';
import { firstSentence } from '../first-sentence.ts';
import type { TrackerScreen } from '../view.ts';
import { timeline } from './timeline.ts';

export type Found = Tracked & { readonly look: { readonly is: 'found' } };

/** Where a report that was found stands now; times that lie ahead of the device's clock are believed. */
export function standingNow({ now, city }: Pick<TrackerScreen, 'now' | 'city'>, request: ServiceRequest): Standing {
  return standingOf(request, new Date(+now + skewOf(request, now)), city.zone);
}

/** @param offer messages about an open report; what is asked once it is closed */
export function reportView(view: TrackerScreen, tracked: Found, offer: unknown): TemplateResult {
  const { request, failing, at } = tracked.look;
  const { words } = view;
  const standing = standingNow(view, request);
  const changed = view.changes(tracked);
  return html`${stations(words, standing)}
    <div class="slip">
      ${slipTop(view, request)}
      <div class="pad tear stack">
        <div class="bar ${standing.is === 'late' ? 'caution' : view.isDone(request) ? 'done' : ''}">
          ${heading(view.level + 1, html`<span class="first">${together(firstSentence(standing, words, view.ending(request)))}</span>`, 'first')}
          ${said(words, request)} ${more(view, standing)}
          ${failing ? html`<p class="warn">${words.text('down.last', { date: words.day(at), time: words.clock(at) })}</p>` : nothing}
          ${skewOf(request, view.now) ? html`<p>${words.text('skew')}</p>` : nothing}
          ${changed.size ? html`<p><strong>${words.text('changed')}</strong></p>` : nothing}
        </div>
        <slot name="alerts"></slot>
        ${view.photos(request, view.isOwn(tracked.reference))}
      </div>
    </div>
    ${offer} ${timeline(view, request, changed, tracked.reference)}`;
}

/** A date does not break before its day. */
const together = (sentence: string) => sentence.replace(/ (?=\d)/g, '\u00a0');

/** Number, service and place: what tells one report from another. */
export function slipTop({ words }: TrackerScreen, request: ServiceRequest): TemplateResult {
  const { serviceName, serviceRequestId } = request;
  const place = placeOf(request, words);
  return html`<div class="pad">
    <p class="quiet small">${words.text('number')}</p>
    <p class="number"><bdi dir="ltr">${serviceRequestId}</bdi></p>
    <p>${serviceName ? html`<bdi>${words.phrase(serviceName)}</bdi>` : nothing}${serviceName && place ? ', ' : nothing}${place ? html`<bdi>${place}</bdi>` : nothing}</p>
  </div>`;
}

export function placeOf({ address, zipcode, lat, long }: ServiceRequest, words: Messages): string {
  if (address || lat === undefined || long === undefined) return address ?? zipcode ?? '';
  return words.text('place.here', { lat: lat.toFixed(5), long: long.toFixed(5) });
}

/** The way of a report, with how far it is: in words, and thick for what is done or now. */
function stations(words: Messages, standing: Standing): TemplateResult {
  const started = standing.is === 'progress' || (standing.is === 'late' && standing.started);
  const at = standing.is === 'closed' ? 2 : Number(started);
  const names = (['received', 'progress', 'closed'] as const).map((one) => words.text(`event.${one}`));
  return html`<ol class="stations">
    ${names.map((name, one) => html`<li class=${one <= at ? 'on' : ''} aria-current=${one === at ? 'step' : nothing}>${name}</li>`)}
  </ol>`;
}

/** The city's own words, quoted and never improved: the status notes, else the last note. */
function said(words: Messages, { statusNotes, notes = [] }: ServiceRequest): unknown {
  const note = statusNotes ?? notes.findLast(({ description }) => description)?.description;
  return note ? html`<p class="text" dir="auto">${words.parts('said', { words: words.phrase(note) })}</p>` : nothing;
}

function more({ words }: TrackerScreen, standing: Standing): unknown {
  if (standing.is === 'late') return html`<p>${words.text('late.meaning')}</p>`;
  return standing.is === 'closed' && standing.longAgo ? html`<p>${words.text('as.longago')}</p>` : nothing;
}
