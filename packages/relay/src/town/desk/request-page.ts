/** One request on the desk: all that is known of it, what was done, and the form to go on with it. */

import { html } from 'hono/html';
import { changeForm, type DeskForm } from './change-form.ts';
import { dayAndTime, dueOf, shortDay } from './due.ts';
import { icons } from '../../page-icons.ts';
import { page, type Frame, type Html } from './layout.ts';
import { ownPhoto, photoLink } from './photo-view.ts';
import { placeOf, statusSign } from './request-list.ts';
import { followWords, isNotFixed, notFixedSign, residentAnswers } from './resident-answers.ts';
import { answersInWords } from '../answer-words.ts';
import type { SeedService } from '../seed.ts';
import type { StoredRequest } from '../stored-request.ts';

export function requestPage(
  frame: Frame,
  request: StoredRequest,
  service: SeedService | undefined,
  form: DeskForm,
  now: Date,
  zone: string,
): Html {
  const id = request.serviceRequestId;
  return page(
    frame,
    form.error ? `Error: ${id}` : id,
    html`<p>
        <a class="row-link" href="${frame.base}/staff/">${icons.back}All requests</a>
      </p>
      <h1>${request.serviceName}</h1>
      <p class="lead"><bdi>${id}</bdi> · <bdi>${placeOf(request)}</bdi></p>
      ${form.saved ? html`<p class="bar saved" role="status" tabindex="-1" autofocus>${savedWords(service)}</p>` : ''}
      ${form.looked ? html`<p class="bar saved" role="status" tabindex="-1" autofocus>Marked as looked at.</p>` : ''}
      ${
        form.error
          ? html`<div class="problem" role="alert" tabindex="-1" autofocus>
            <p><strong>This was not saved</strong></p>
            <p><a href="#${form.error.field}">${form.error.message}</a></p>
          </div>`
          : ''
      }
      <div class="columns">
        <div>${slip(frame, request, service, now, zone)} ${contact(request)}</div>
        <div>
          ${changeForm(frame, request, form, service?.private ?? false)} ${residentAnswers(frame, request, zone)} ${history(frame, request, zone)}
        </div>
      </div>`,
  );
}

function savedWords(service: SeedService | undefined): string {
  return service?.private ? 'Saved. The public can see the status, not the note.' : 'Saved. The public can see it now.';
}

function row(label: string, value: Html | string | null): Html {
  return value === null || value === ''
    ? html``
    : html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`;
}

function slip(
  { base }: Frame,
  request: StoredRequest,
  service: SeedService | undefined,
  now: Date,
  zone: string,
): Html {
  const due = dueOf(request, now, zone);
  const { lat, long } = request;
  const dueText = due.late
    ? html`<span class="sign caution">${icons.warning}${due.words}</span> <span class="small">${due.date}</span>`
    : html`${due.words}${due.date === undefined ? '' : html` <span class="small">${due.date}</span>`}`;
  return html`<h2>The report</h2>
    <dl class="slip">
      ${row('Status', html`${statusSign(request)} ${isNotFixed(request) ? notFixedSign : ''}`)} ${row('Due', due.words === undefined ? null : dueText)}
      ${row('Place', html`<bdi>${placeOf(request)}</bdi>`)}
      ${row('Map position', lat === null || long === null ? null : `${lat}, ${long}`)}
      ${row('What they wrote', !request.description ? null : html`<span class="text">${request.description}</span>`)}
      ${answersInWords(request, service, zone).map(({ question, answer }) => row(question, html`<span class="text">${answer}</span>`))}
      ${row('Photo', photoLink(request.mediaUrl))}
      ${request.photos.map((name) => row('Photo', ownPhoto(base, name, 'Photo of the report')))} ${row('Sent', dayAndTime(new Date(request.requestedDatetime), zone))}
      ${row('Followers', followWords(request))} ${row('Team', request.agencyResponsible)} ${row('Token', request.token)}
    </dl>`;
}

function contact({ firstName, lastName, email, phone }: StoredRequest): Html {
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  return html`<h2>Who sent it</h2>
    <p class="quiet">Only staff can see this.</p>
    ${
      name === '' && email === null && phone === null
        ? html`<p>They left no name.</p>`
        : html`<dl class="slip">
          ${row('Name', name)}
          ${row('Email', email === null ? null : html`<a href="mailto:${encodeURIComponent(email)}">${email}</a>`)}
          ${row('Phone', phone === null ? null : html`<bdi dir="ltr">${phone}</bdi>`)}
        </dl>`
    }`;
}

function history({ base }: Frame, request: StoredRequest, zone: string): Html {
  return html`<h2>What was done</h2>
    <ol class="history" reversed>
      ${[...request.history].reverse().map(
        ({ at, status, note, photo }) =>
          html`<li>
            <p><strong>${status}</strong> <time datetime="${at}" class="small">${dayAndTime(new Date(at), zone)}</time></p>
            ${note === null ? '' : html`<p class="text">${note}</p>`}
            ${photo === null ? '' : ownPhoto(base, photo, 'Photo of the work')}
          </li>`,
      )}
    </ol>
    <p class="small">Last changed ${shortDay(new Date(request.updatedDatetime), zone)}.</p>`;
}
