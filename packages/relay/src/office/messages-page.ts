/** The mail that did not get through, for staff: what the server said, and a button that sends it again. */

import { html } from 'hono/html';
import { dayAndTime } from '../town/desk/due.ts';
import { icons } from '../page-icons.ts';
import { page, type Frame, type Html } from '../town/desk/layout.ts';
import type { TroubledMessage } from '../mail/message.ts';

/**
 * @param nameOf what a department is called
 * @param said what became of the press of a button: it will be sent again, or there is no such message any more
 */
export function messagesPage(
  frame: Frame,
  messages: readonly TroubledMessage[],
  zone: string,
  nameOf: NameOf,
  said?: 'again' | 'gone',
): Html {
  return page(
    frame,
    'Messages',
    html`<p><a class="row-link" href="/staff/">${icons.back}All requests</a></p>
      <h1>Messages that did not get through</h1>
      ${said === 'again' ? html`<p class="bar saved" role="status" tabindex="-1" autofocus>It will be sent again in a moment.</p>` : ''}
      ${
        said === 'gone'
          ? html`<div class="problem" role="alert" tabindex="-1" autofocus>
            <p><strong>This message does not wait any more.</strong> Somebody sent it again, or it is gone.</p>
          </div>`
          : ''
      }
      ${
        messages.length === 0
          ? html`<p class="lead">All messages have gone out, or are on their way.</p>`
          : html`<p class="lead">
              They were not taken, or nobody knows whether they arrived. Put right what stands below, then send them again.
            </p>
            <ol class="history">
              ${messages.map((message) => messageItem(message, zone, nameOf))}
            </ol>`
      }`,
  );
}

const ways = { mail: 'Mail', sms: 'Text message', webhook: 'Webhook' } as const;
const states = {
  doubtful: 'Nobody knows whether it arrived. If you send it again, it may arrive twice.',
  refused: 'It was refused.',
} as const;

type NameOf = (department: string) => string;

function messageItem({ key, by, at, is, why }: TroubledMessage, zone: string, nameOf: NameOf): Html {
  return html`<li>
    <p>
      <strong>${ways[by]}</strong>, ${subjectOf(key, nameOf)}
      <time datetime="${at}" class="small">${dayAndTime(new Date(at), zone)}</time>
    </p>
    <p>${states[is]} ${why === '' ? '' : html`<span class="text">The server said: <bdi>${why}</bdi></span>`}</p>
    <form method="post" action="/staff/messages">
      <input type="hidden" name="key" value="${key}" />
      <button class="button">Send again<span class="hidden">: ${ways[by]}, ${wordsOf(key, nameOf)}</span></button>
    </form>
  </li>`;
}

/** What it is about, by its key. Who gets an alert stays out: staff have no business with that. */
function subjectOf(key: string, nameOf: NameOf): Html | string {
  const [kind, id = '', department = ''] = key.split(' ');
  if (kind !== 'report') return wordsOf(key, nameOf);
  const request = `/staff/requests/${encodeURIComponent(id)}`;
  return html`report <a href="${request}"><bdi>${id}</bdi></a>${department && html` to <bdi>${nameOf(department)}</bdi>`}`;
}

/** The same in words alone. */
function wordsOf(key: string, nameOf: NameOf): string {
  const [kind, id = '', department = ''] = key.split(' ');
  if (kind === 'report') return `report ${id} ${department && `to ${nameOf(department)}`}`.trim();
  if (kind === 'alert') return 'news for a resident';
  if (kind === 'confirm') return 'a question to a resident, whether an address is theirs';
  return 'something else';
}
