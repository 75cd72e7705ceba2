/** What can be done with a report that is shown: keep its link, keep it here, take its date along, follow it elsewhere. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Tracked } from '@citydesk/core/tracking';
import type { ServiceRequest } from '@citydesk/open311';
import type { TrackerScreen } from '../view.ts';
import { outcomeLine } from './find.ts';
import { standingNow } from './report.ts';

export function links(view: TrackerScreen, tracked: Tracked, request: ServiceRequest | undefined): TemplateResult {
  const { words, city, state, linkTo } = view;
  const link = linkTo(tracked.reference, tracked.isToken);
  const expected = request?.expectedDatetime && /^(received|progress|called)$/.test(standingNow(view, request).is);
  return html`<div class="stack-half">
    ${state.checkedAt ? html`<p class="small quiet">${words.text('checked', { time: words.clock(state.checkedAt) })}</p>` : nothing}
    <ul>
      ${expected ? item(words.text('calendar'), () => view.do.addToCalendar(request)) : nothing}
      ${item(words.text('copy'), () => view.do.copy(link))}
      ${request && city.feedUrl ? html`<li><a class="link" href=${feedOf(city.feedUrl, request)}>${words.text('feed')}</a></li>` : nothing}
      ${city.abuseUrl && request ? html`<li><a class="link" href=${city.abuseUrl}>${words.text('abuse')}</a></li>` : nothing}
    </ul>
    ${view.keeps ? keepBox(view, tracked) : nothing} ${outcomeLine(view)}
    <p class="small quiet">${words.text('public')}</p>
  </div>`;
}

function item(words: string, act: () => void): TemplateResult {
  return html`<li><button class="link" type="button" @click=${act}>${words}</button></li>`;
}

/** The city's feed, narrowed to this report. */
function feedOf(feedUrl: string, { serviceRequestId }: ServiceRequest): string {
  const url = new URL(feedUrl, document.baseURI);
  url.searchParams.set('service_request_id', serviceRequestId);
  return url.href;
}

function keepBox(view: TrackerScreen, tracked: Tracked): TemplateResult {
  const changed = (event: Event) => view.do.keep(tracked, (event.target as HTMLInputElement).checked);
  return html`<label class="tick">
    <input type="checkbox" .checked=${!!view.keeps?.(tracked.reference)} @change=${changed} />
    <span>${view.words.text('keep')}</span>
  </label>`;
}
