/** What residents said after a request was closed or sent, as the desk shows it. */

import { html } from 'hono/html';
import { dayAndTime } from './due.ts';
import { icons } from '../../page-icons.ts';
import type { Frame, Html } from './layout.ts';
import { followersOf, isFollower, type ResidentAnswer, type StoredRequest } from '../stored-request.ts';

/** Whether a resident says that it was not fixed, or in part, and nobody looked at that yet. */
export function isNotFixed({ answers }: StoredRequest): boolean {
  return answers.some(needsLook);
}

function needsLook({ question, answer, looked }: ResidentAnswer): boolean {
  return question === 'fixed' && (answer === 'no' || answer === 'partly') && looked === null;
}

/** A shape and words, for a request of which `isNotFixed` holds. */
export const notFixedSign = html`<span class="sign caution wraps">${icons.warning}Not fixed, a resident says</span>`;

/** How many residents follow a request, in words. */
export function followWords(request: StoredRequest): string {
  const count = followersOf(request);
  if (count === 0) return 'Nobody yet';
  return count === 1 ? '1 person follows this' : `${count} people follow this`;
}

/** Those that are worth reading: who follows without a word is counted alone. */
export function readableAnswers({ answers }: StoredRequest): readonly ResidentAnswer[] {
  return answers.filter((each) => !isFollower(each) || each.words !== null);
}

const questions = { fixed: 'Was it fixed?', easy: 'Was this easy?', same: 'Is yours the same problem?' } as const;
const replies = { yes: 'Yes', partly: 'Partly', no: 'No' } as const;

/** All of them on the page of their request; nothing where there are none. */
export function residentAnswers({ base }: Frame, request: StoredRequest, zone: string): Html {
  const answers = readableAnswers(request);
  if (answers.length === 0) return html``;
  const address = `${base}/staff/requests/${encodeURIComponent(request.serviceRequestId)}/answers`;
  return html`<h2 id="answers" tabindex="-1">What residents answered</h2>
    <p class="quiet">Only staff can see this.</p>
    <ol class="history" reversed>
      ${[...answers].reverse().map(
        (each) =>
          html`<li>
            <p>
              ${each.question === null ? 'They wrote' : questions[each.question]}
              ${each.answer === null ? '' : html`<strong>${replies[each.answer]}</strong>`}
              <time datetime="${each.at}" class="small">${dayAndTime(new Date(each.at), zone)}</time>
            </p>
            ${each.words === null ? '' : html`<p class="text"><bdi>${each.words}</bdi></p>`} ${lookedAt(address, each, zone)}
          </li>`,
      )}
    </ol>`;
}

function lookedAt(address: string, answer: ResidentAnswer, zone: string): Html {
  if (answer.looked !== null) {
    return html`<p class="small">Looked at ${dayAndTime(new Date(answer.looked), zone)}</p>`;
  }
  if (!needsLook(answer)) return html``;
  return html`<p>${notFixedSign}</p>
    <form method="post" action="${address}/${answer.id}">
      <button class="button">Mark as looked at</button>
    </form>`;
}
