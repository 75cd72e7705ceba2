/** The rows of the list of recent reports. Text of the city is text only. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { distanceFrom, type Position } from '@citydesk/core/request-list';
import type { ServiceRequest } from '@citydesk/open311';
import type { Messages } from '../messages/messages.ts';
import { distancesIn } from '../messages/distances.ts';
import type { TrackerView } from './view.ts';

/** One report, in words. */
export interface Row {
  readonly request: ServiceRequest;
  readonly link: string;
  readonly service: string;
  /** Of the service's name, where it is another one than the widget's. */
  readonly lang: string | undefined;
  readonly place: string;
  readonly status: string;
  /** ISO 8601 for the machine, words for people. */
  readonly moment: string | undefined;
  readonly date: string;
  readonly away: string;
  readonly photo: TemplateResult | undefined;
}

/** Puts reports into words, each once: formats are slow to make, and a list is rendered often. */
export function rowsIn(words: Messages, view: TrackerView, near?: Position): (request: ServiceRequest) => Row {
  const { city, linkTo } = view;
  const rows = new WeakMap<ServiceRequest, Row>();
  const written = { timeZone: city.zone, dateStyle: 'medium' } as const;
  const dates = new Intl.DateTimeFormat(words.lang, written);
  const distance = distancesIn(words.lang);
  const noPlace = words.text('around.place.none');
  const states = { open: words.text('around.status.open'), closed: words.text('around.status.closed') };

  const write = (request: ServiceRequest): Row => {
    const { serviceRequestId, requestedDatetime: date, status, statusLabel } = request;
    const name = request.serviceName || request.serviceCode;
    const metres = near && distanceFrom(near, request);
    const photo = city.publicPhotos ? request.mediaUrls.find((url) => /^https?:/i.test(url)) : undefined;
    return {
      request,
      link: linkTo(serviceRequestId),
      service: name ? words.phraseText(name) : words.text('around.unnamed'),
      lang: name ? words.phraseLang?.(name) : undefined,
      place: request.address || noPlace,
      // A word that is none of the standard's is the city's own.
      status: /^(open|closed)?$/i.test(statusLabel.trim()) ? states[status] : words.phraseText(statusLabel),
      moment: date?.toISOString(),
      date: date ? (city.speech?.format?.(date, written) ?? dates.format(date)) : '',
      away: metres === undefined ? '' : words.text('around.away', { distance: distance(metres) }),
      photo: photo ? picture(photo, serviceRequestId, words, city.abuseUrl) : undefined,
    };
  };
  return (request) => {
    let row = rows.get(request);
    if (!row) rows.set(request, (row = write(request)));
    return row;
  };
}

/**
 * All rows stand in the page, so that its search and screen readers reach them; those that do not fit the filter are hidden. Texts are set
 * as `textContent`: a hole for each would cost two nodes more, a thousand times.
 */
export function rowsTemplate(rows: readonly Row[], fits: (row: Row) => boolean): unknown {
  return repeat(
    rows,
    ({ request }) => request.serviceRequestId,
    (
      row,
    ) => html`<li ?hidden=${!fits(row)}><a class="report" href=${row.link}><strong dir="auto" lang=${row.lang ?? nothing} .textContent=${row.service}></strong>
      <bdi class="place" .textContent=${row.place}></bdi>
      <span class="hint"><bdi .textContent=${row.status}></bdi>
        <time datetime=${row.moment ?? nothing} .textContent=${row.date}></time>
        <bdi dir="ltr" .textContent=${row.request.serviceRequestId}></bdi>
        <span .textContent=${row.away}></span></span></a>${row.photo}</li>`,
  );
}

/** A stranger's photo: it is not described, so it is decoration, and its server is not told from where it was asked for. */
function picture(url: string, number: string, words: Messages, abuseUrl: string | undefined): TemplateResult {
  return html`<img src=${url} alt="" width="72" height="72" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${vanish}>
    ${
      abuseUrl
        ? html`<a class="link abuse" href=${abuseUrl}><span>${words.text('around.abuse')}<span class="hidden">: ${number}</span></span></a>`
        : nothing
    }`;
}

/** A photo that does not come leaves no frame behind. */
function vanish(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}
