/** What a department reads where its link leads to no report that it could do anything about. */

import { html } from 'hono/html';
import { nameOf, type Departments } from './department.ts';
import { doLayout } from './do-layout.ts';
import type { Html } from '../town/desk/layout.ts';
import type { NotHere } from './open-link.ts';

/** A page that says one thing. @param up see `doLayout` */
export function messagePage(city: string, heading: string, content: Html | string, up?: string): Html {
  return doLayout(
    city,
    heading,
    html`<h1>${heading}</h1>
      <p class="lead">${content}</p>`,
    up,
  );
}

/** The same for all that is no link of ours, so that nothing can be learned from it. */
export function forgedPage(city: string, up: string): Html {
  return messagePage(city, 'Nothing here', 'Open the link in the mail again. It may have been cut off.', up);
}

export function expiredPage(city: string, days: number, up: string): Html {
  const worked = days === 1 ? 'Links work for one day.' : `Links work for ${days} days.`;
  const words = html`${worked} The report is still there: look for the number from the mail’s subject on the
    <a href="${up}../staff/">staff desk</a>.`;
  return messagePage(city, 'This link is too old', words, up);
}

export function elsewherePage(
  city: string,
  { request, department }: Extract<NotHere, { is: 'elsewhere' }>,
  departments: Departments,
  up: string,
): Html {
  const words = html`${request.serviceName}, number <bdi>${request.serviceRequestId}</bdi>. There is nothing more for you to
    do.`;
  return messagePage(city, `This is with ${nameOf(department, departments)} now`, words, up);
}
