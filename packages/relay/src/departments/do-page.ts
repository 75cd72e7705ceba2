/** The page behind a department's links: the report, and what can be done about it. */

import { html } from 'hono/html';
import { dayAndTime, dueOf } from '../town/desk/due.ts';
import { icons } from '../page-icons.ts';
import type { Html } from '../town/desk/layout.ts';
import { placeOf, statusSign } from '../town/desk/request-list.ts';
import { deedForms, type Typed } from './deed-forms.ts';
import { nameOf, type Departments } from './department.ts';
import { doLayout } from './do-layout.ts';
import { factsOf, type Fact } from './report-facts.ts';
import type { SeedService, StoredRequest } from '../town.ts';
import type { Deed } from './do-links.ts';
import type { Held } from './routing.ts';
import type { WantedMistake } from './wanted.ts';

export interface DoPage {
  readonly city: string;
  readonly zone: string;
  readonly now: Date;
  readonly token: string;
  readonly request: StoredRequest;
  readonly service: SeedService | undefined;
  readonly had: readonly Held[];
  readonly departments: Departments;
  /** What may be done now. */
  readonly deeds: readonly Deed[];
  /** The one that comes first, open. */
  readonly chosen?: Deed | undefined;
  readonly typed?: Typed | undefined;
  readonly mistake?: WantedMistake | undefined;
  /** What to say above all. */
  readonly told?: 'saved' | 'saved before' | 'changed meanwhile' | undefined;
}

export function doPage(about: DoPage): Html {
  const { city, request, had, departments, mistake, chosen, told } = about;
  const id = request.serviceRequestId;
  const holder = had.at(-1);
  const name = holder ? nameOf(holder.department, departments) : '';
  return doLayout(
    city,
    mistake ? `Error: ${id}` : `${request.serviceName} ${id}`,
    html`<h1>${request.serviceName}</h1>
      <p class="lead"><bdi>${id}</bdi> · <bdi>${placeOf(request)}</bdi> · For ${name}</p>
      ${mistake ? problem(mistake) : told && html`<p class="bar saved" role="status" tabindex="-1" autofocus>${tellingOf(about)}</p>`}
      ${passedOn(about)}
      <div class="columns">
        ${chosen ? [deedForms(about), report(about)] : [report(about), deedForms(about)]}
      </div>`,
  );
}

function problem({ deed, field, message }: WantedMistake): Html {
  return html`<div class="problem" role="alert" tabindex="-1" autofocus>
    <p><strong>This was not saved</strong></p>
    <p><a href="#${deed}-${field}">${message}</a></p>
  </div>`;
}

function tellingOf({ told, service, request, zone }: DoPage): string {
  const last = request.history.at(-1);
  const when = last ? dayAndTime(new Date(last.at), zone) : '';
  switch (told) {
    case 'saved':
      return service?.private
        ? 'Saved. The public can see how far it is, not what you wrote.'
        : 'Saved. The public can see it now.';
    case 'saved before':
      return `This was saved already: ${request.deskStatus}, ${when}. Nothing was changed now.`;
    default:
      return `Someone changed this report in the meantime: ${request.deskStatus}, ${when}. Look at what was done, then save again.`;
  }
}

function passedOn({ had, departments }: DoPage): Html {
  const [before, holder] = had.slice(-2);
  if (!before || !holder) return html``;
  return html`<div class="bar">
    <p><strong>${nameOf(before.department, departments)} passed this on to you.</strong></p>
    ${holder.why && html`<p class="text"><bdi>${holder.why}</bdi></p>`}
  </div>`;
}

function report({ request, service, zone, now, token }: DoPage): Html {
  const due = dueOf(request, now, zone);
  const late = due.late && html` <span class="sign caution">${icons.warning}${due.words}</span>`;
  const photo = (name: string, alt: string): Html =>
    html`<a class="photo" href="${token}/photos/${name}"><img src="${token}/photos/${name}" alt="${alt}" /></a>`;
  return html`<div>
    <h2>The report</h2>
    ${service?.private && html`<p class="quiet">It is private. The public sees only how far it is.</p>`}
    <dl class="slip">
      ${row('Status', html`${statusSign(request)}${late}`)} ${factsOf(request, service, zone).map(factRow)}
      ${request.photos.map((name, at) => row('Photo', photo(name, `Photo ${at + 1} of the report`)))}
    </dl>
    <h2>What was done</h2>
    <ol class="history" reversed>
      ${[...request.history].reverse().map(
        ({ at, status, note, photo: added }) =>
          html`<li>
            <p><strong>${status}</strong> <time datetime="${at}" class="small">${dayAndTime(new Date(at), zone)}</time></p>
            ${note && html`<p class="text">${note}</p>`} ${added && photo(added, 'Photo of the work')}
          </li>`,
      )}
    </ol>
  </div>`;
}

function factRow({ label, value, href }: Fact): Html {
  const shown = html`<bdi class="text" dir="auto">${value}</bdi>`;
  return row(label, href ? html`<a href="${href}" rel="noreferrer">${shown}</a>` : shown);
}

const row = (label: string, value: Html): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
