/** What happened to a report, step by step: your entry is a box, the city's are bars, what is only expected is dotted. */
import { html, nothing, type TemplateResult } from 'lit';
import { timelineOf, type TimelineEntry } from '@citydesk/core/tracking';
import type { ServiceRequest } from '@citydesk/open311';
import { heading } from '../../parts/heading.ts';
import type { TrackerScreen } from '../view.ts';

/** So many of the newest entries stand at once; the rest comes when it is asked for. */
const newest = 50;

/** @param changed keys of the entries that are new since the last visit */
export function timeline(
  view: TrackerScreen,
  request: ServiceRequest,
  changed: ReadonlySet<string>,
  reference: string,
): TemplateResult {
  const { words, level, all } = view;
  const [sent, ...rest] = timelineOf(request);
  const older = all ? 0 : Math.max(0, rest.length - newest);
  const mine = view.isOwn(reference);
  return html`<section class="stack" aria-labelledby="timeline">
    ${heading(level + 1, words.text('timeline'), 'timeline')}
    ${
      older
        ? html`<button class="button" type="button" @click=${view.do.showAll}>
          ${words.text('event.more', { count: older })}
        </button>`
        : nothing
    }
    <ol class="timeline">
      <li class="you">
        <p class="what">${words.text(mine ? 'event.you' : 'event.someone')}</p>
        ${when(view, sent!)}
      </li>
      ${rest.slice(older).map((entry) => cityEntry(view, request, entry, changed.has(entry.key)))}
    </ol>
  </section>`;
}

function cityEntry(view: TrackerScreen, request: ServiceRequest, entry: TimelineEntry, isNew: boolean): TemplateResult {
  const { words } = view;
  const { kind, label, words: said, photos } = entry;
  const agency = request.agencyResponsible;
  return html`<li class="bar ${kind === 'expected' ? 'later' : ''} ${isNew ? 'soft' : ''}">
    ${isNew ? html`<p class="small quiet">${words.text('changed')}</p>` : nothing}
    <p class="what">${label ? html`<bdi>${words.phrase(label)}</bdi>` : words.text(`event.${kind === 'sent' ? 'received' : kind}`)}</p>
    ${when(view, entry)}
    ${
      said
        ? html`<p class="text" dir="auto">${words.parts(agency ? 'event.agency' : 'event.city', { agency, words: words.phrase(said) })}</p>`
        : nothing
    }
    ${kind === 'received' && agency ? html`<p>${words.text('event.goes', { agency })}</p>` : nothing}
    ${kind === 'closed' && !said ? html`<p>${words.text('event.silent')}</p>` : nothing}
    ${photos.map((url, at) => photoLink(view, url, at + 1, nothing))}
  </li>`;
}

function when({ words }: TrackerScreen, { at, kind }: TimelineEntry): TemplateResult {
  if (!at) return html`<p class="when">${words.text('event.undated')}</p>`;
  const day = words.day(at);
  return html`<p class="when">
    <time datetime=${at.toISOString()}>${kind === 'expected' ? day : html`${day}, <span class="keep">${words.clock(at)}</span>`}</time>
  </p>`;
}

/** The address is http(s): the client lets no other through. */
export function photoLink({ words }: TrackerScreen, url: string, index: number, picture: unknown): TemplateResult {
  return html`<a class="photo" href=${url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
    ${picture} <span class="small">${words.text('photo.open', { index })}</span>
  </a>`;
}
