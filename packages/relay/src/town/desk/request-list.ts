/** The desk's first page: every request, what is late first, with search, status and order. */

import { html } from 'hono/html';
import { dueOf, shortDay, type Due } from './due.ts';
import { icons } from '../../page-icons.ts';
import { page, type Frame, type Html } from './layout.ts';
import { followWords, isNotFixed, notFixedSign, readableAnswers } from './resident-answers.ts';
import { deskStatuses, followersOf, type StoredRequest } from '../stored-request.ts';

/** What the form above the list says; it comes from the address. */
export interface ListChoice {
  readonly words: string;
  /** A desk status, `Not fixed` for what residents say of it, or '' for all. */
  readonly status: string;
  readonly sort: string;
  /** How many rows. */
  readonly show: number;
}

const notFixed = 'Not fixed';
const statuses = [...deskStatuses, notFixed];
const sorts = { due: 'Due first', newest: 'Newest', oldest: 'Oldest', followed: 'Most followed' } as const;
const rowsAtFirst = 50;

export function choiceFrom(search: URLSearchParams): ListChoice {
  const show = Number(search.get('show') ?? rowsAtFirst);
  return {
    words: (search.get('q') ?? '').slice(0, 200),
    status: statuses.find((each) => each === search.get('status')) ?? '',
    sort: Object.hasOwn(sorts, search.get('sort') ?? '') ? (search.get('sort') ?? '') : 'due',
    show: Number.isInteger(show) && show > 0 && show <= 100_000 ? show : rowsAtFirst,
  };
}

export function requestList(
  frame: Frame,
  requests: readonly StoredRequest[],
  choice: ListChoice,
  now: Date,
  zone: string,
): Html {
  const rows = requests.map((request) => ({ request, due: dueOf(request, now, zone) }));
  const found = rows.filter(({ request }) => matches(request, choice)).sort(order(choice.sort));
  const shown = found.slice(0, choice.show);
  const more = new URLSearchParams({
    q: choice.words,
    status: choice.status,
    sort: choice.sort,
    show: String(choice.show + rowsAtFirst),
  });
  return page(
    frame,
    'Requests',
    html`<h1>Requests</h1>
      ${summary(frame, rows)} ${form(frame, choice)}
      ${
        found.length === 0
          ? html`<p class="bar">No request fits. Change the words or the status.</p>`
          : table(frame, shown, choice, zone)
      }
      <p class="quiet">
        ${shown.length} of ${found.length} shown.
        ${
          shown.length < found.length
            ? html`<a class="row-link" href="${frame.base}/staff/?${more.toString()}">Show more</a>`
            : ''
        }
      </p>`,
  );
}

interface Row {
  readonly request: StoredRequest;
  readonly due: Due;
}

function summary({ base }: Frame, rows: readonly Row[]): Html {
  const open = rows.filter(({ request }) => request.deskStatus !== 'Closed').length;
  const late = rows.filter(({ due }) => due.late).length;
  const today = rows.filter(({ due }) => due.today).length;
  const unfixed = rows.filter(({ request }) => isNotFixed(request)).length;
  const dueToday = today === 0 ? 'none is due today' : today === 1 ? '1 is due today' : `${today} are due today`;
  return html`<p class="lead">
    ${open === 1 ? '1 is open.' : `${open} are open.`} <strong>${late === 0 ? 'None is late' : late === 1 ? '1 is late' : `${late} are late`}</strong>
    and ${dueToday}.
    ${
      unfixed === 0
        ? ''
        : html`<a href="${base}/staff/?status=${encodeURIComponent(notFixed)}"
            >${unfixed === 1 ? '1 is not fixed, a resident says.' : `${unfixed} are not fixed, residents say.`}</a
          >`
    }
  </p>`;
}

function form({ base }: Frame, choice: ListChoice): Html {
  const option = (value: string, chosen: string, label: string): Html =>
    html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`;
  return html`<form class="tools" action="${base}/staff/" aria-label="Find requests">
    <div class="field">
      <label for="q">Number, street or words</label>
      <input class="input" id="q" name="q" type="search" value="${choice.words}" />
    </div>
    <div class="field">
      <label for="status">Status</label>
      <select class="input" id="status" name="status">
        ${option('', choice.status, 'All, open first')}
        ${statuses.map((status) => option(status, choice.status, status))}
      </select>
    </div>
    <div class="field">
      <label for="sort">Sort by</label>
      <select class="input" id="sort" name="sort">
        ${Object.entries(sorts).map(([value, label]) => option(value, choice.sort, label))}
      </select>
    </div>
    <button class="button primary">Show</button>
  </form>`;
}

function table(frame: Frame, rows: readonly Row[], choice: ListChoice, zone: string): Html {
  return html`<table class="requests">
    <caption class="hidden">
      Requests, ${sorts[choice.sort as keyof typeof sorts].toLowerCase()}
    </caption>
    <thead>
      <tr>
        <th scope="col">Number</th>
        <th scope="col">Problem</th>
        <th scope="col">Place</th>
        <th scope="col">Status</th>
        <th scope="col">Due, or outcome</th>
        <th scope="col">Photo</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => tableRow(frame, row, zone))}
    </tbody>
  </table>`;
}

function tableRow({ base }: Frame, { request, due }: Row, zone: string): Html {
  const id = request.serviceRequestId;
  return html`<tr class="${due.late ? 'late' : ''}">
    <td class="number">
      <a href="${base}/staff/requests/${encodeURIComponent(id)}"><bdi>${id}</bdi></a>
    </td>
    <td>${request.serviceName}</td>
    <td><bdi>${placeOf(request)}</bdi></td>
    <td data-label="Status">${statusSign(request)}${answersTold(request)}</td>
    <td data-label="Due, or outcome">${dueOrOutcome(request, due, zone)}</td>
    <td data-label="Photo">${request.mediaUrl === null && request.photos.length === 0 ? 'No' : 'Yes'}</td>
  </tr>`;
}

/** What residents said of it, as far as a list has room. */
function answersTold(request: StoredRequest): Html {
  const { length } = readableAnswers(request);
  const followed = followersOf(request) > 0 ? html`<br /><span class="small">${followWords(request)}</span>` : html``;
  if (isNotFixed(request)) return html`<br />${notFixedSign}${followed}`;
  if (length === 0) return followed;
  return html`<br /><span class="small">${length === 1 ? '1 answer' : `${length} answers`}</span>${followed}`;
}

/** The status with a tick when closed, so that it never hangs on colour. */
export function statusSign({ deskStatus }: StoredRequest): Html {
  return deskStatus === 'Closed'
    ? html`<span class="sign done">${icons.tick}Closed</span>`
    : html`<span class="sign">${deskStatus}</span>`;
}

export function placeOf({ address, addressId, lat, long }: StoredRequest): string {
  if (address !== null) return address;
  if (addressId !== null) return `Address ${addressId}`;
  return lat === null || long === null ? 'Not said' : `${lat.toFixed(5)}, ${long.toFixed(5)}`;
}

function dueOrOutcome(request: StoredRequest, due: Due, zone: string): Html {
  if (request.deskStatus === 'Closed') {
    const note = request.statusNotes ?? 'Closed';
    return html`${note.length > 60 ? `${note.slice(0, 57).replace(/\s+\S*$/, '')} …` : note}<br /><span class="small"
        >${shortDay(new Date(request.updatedDatetime), zone)}</span
      >`;
  }
  if (due.words === undefined) return html`No date`;
  const words = due.late
    ? html`<span class="sign caution">${icons.warning}${due.words}</span>`
    : html`<span class="${due.today ? 'sign' : ''}">${due.words}</span>`;
  return due.date === undefined ? words : html`${words}<br /><span class="small">${due.date}</span>`;
}

function matches(request: StoredRequest, { words, status }: ListChoice): boolean {
  if (status === notFixed ? !isNotFixed(request) : status !== '' && request.deskStatus !== status) return false;
  const text = [
    request.serviceRequestId,
    request.serviceName,
    placeOf(request),
    request.description,
    request.statusNotes,
  ]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function order(sort: string): (a: Row, b: Row) => number {
  const newest = (a: Row, b: Row): number => b.request.requestedDatetime.localeCompare(a.request.requestedDatetime);
  if (sort === 'newest') return newest;
  if (sort === 'oldest') return (a, b) => newest(b, a);
  const closed = ({ request }: Row): number => Number(request.deskStatus === 'Closed');
  if (sort === 'followed') {
    return (a, b) => closed(a) - closed(b) || followersOf(b.request) - followersOf(a.request) || newest(a, b);
  }
  // What has no date comes after what has one; what is closed, last, newest first.
  const due = ({ request }: Row): string => request.expectedDatetime ?? '9999';
  return (a, b) => closed(a) - closed(b) || (closed(a) === 1 ? newest(a, b) : due(a).localeCompare(due(b)));
}
