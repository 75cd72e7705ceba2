/** What became of a report: sent, or not, or nobody knows. Each page says what to do now, and nothing that is not so. */
import type { Receipt } from '@citydesk/open311';
import { html } from 'hono/html';
import type { Entry } from './entry.ts';
import { linked, page, type Frame, type Html } from './page.ts';
import { hidden, hiddenFields } from './report-page.ts';
import { say, waitIn } from './words.ts';

export interface Outcome {
  readonly entry: Entry;
  readonly serviceName: string;
  /** The short word that people can read to each other. */
  readonly reference: string;
}

export function sentPage(frame: Frame, receipt: Receipt, outcome: Outcome, trackerUrl: string | undefined): Html {
  const { words } = frame;
  const { serviceRequestId: id, token, serviceNotice } = receipt;
  const link =
    trackerUrl &&
    (id ?? token) &&
    `${trackerUrl.replace(/#.*/s, '')}#citydesk:${id === undefined ? 'token' : 'request'}`;
  return page(
    frame,
    words.sent,
    html`<h1 tabindex="-1" autofocus>${words.sent}</h1>
      <dl class="slip">
        ${
          id === undefined
            ? row(words.number_, token === undefined ? words.noNumber : words.later)
            : html`<div><dt>${words.number_}</dt><dd class="large"><bdi dir="ltr">${id}</bdi></dd></div>`
        }
        ${slipRows(frame, outcome)}
      </dl>
      <h2>${words.next}</h2>
      ${serviceNotice && html`<div class="bar"><p>${serviceNotice}</p></div>`}
      ${
        link
          ? html`<p>${words.nextFollow}</p>
              <p><a class="row-link" target="_top" href="${link}=${encodeURIComponent(id ?? token ?? '')}">${words.follow}</a></p>`
          : html`<p>${words.nextNone}</p>`
      }
      <p><a class="row-link" href="embed">${words.another}</a></p>`,
  );
}

/** Asks once more, with the same key: nothing is sent twice. */
export function unknownPage(frame: Frame, outcome: Outcome, wait: number): Html {
  const { words } = frame;
  const canAsk = outcome.entry.files.length === 0;
  const time = waitIn(words, wait);
  return standing(frame, words.unknown, outcome, [
    html`<p>${words.unknownBody}</p>
      <p>${say(words.unknownReload, { time })} ${canAsk && words.unknownAsk}</p>`,
    canAsk ? again(outcome.entry, words.ask, 'plain') : html``,
  ]);
}

/** The city does not have it, and takes it later: the same page again, or its button, sends it. */
export function waitPage(frame: Frame, outcome: Outcome, why: 'busy' | 'slow', wait: number): Html {
  const { words } = frame;
  const canPress = outcome.entry.files.length === 0;
  const time = waitIn(words, wait);
  return standing(frame, words[why], outcome, [
    html`<p>${why === 'busy' ? words.busyBody : words.slowBody}</p>
      <p>${say(canPress ? words.waitPress : words.waitReload, { time })}</p>`,
    canPress ? again(outcome.entry, words.send) : html``,
  ]);
}

/** Only a person can tell whether the city has it; it goes out again if the resident says so. */
export function heldPage(frame: Frame, outcome: Outcome): Html {
  const { words, phone } = frame;
  const { entry, reference } = outcome;
  const call = phone
    ? linked(words.heldCall, 'phone', phone, { reference })
    : html`${say(words.heldTell, { reference })}`;
  const photosStay = entry.files.length > 0;
  return standing(frame, words.held, outcome, [
    html`<p>${call}</p>
      <p>${words.heldAgain}${photosStay && ` ${words.heldPhotos}`}</p>`,
    // Without its photos it is another report to the relay, and goes under a key of its own.
    again(entry, words.sendAgain, 'plain', true),
  ]);
}

/** A page that says one thing. */
export function messagePage(frame: Frame, heading: string, sentence: string): Html {
  const { words } = frame;
  return page(
    frame,
    heading,
    html`<h1>${heading}</h1>
      <p>${sentence}</p>
      <p><a class="row-link" href="embed">${words.back}</a></p>`,
  );
}

function standing(frame: Frame, heading: string, outcome: Outcome, parts: readonly [Html, Html]): Html {
  const { words } = frame;
  return page(
    frame,
    heading,
    html`<h1 tabindex="-1" autofocus>${heading}</h1>
      <div class="bar caution">${parts[0]}</div>
      <dl class="slip">${slipRows(frame, outcome)} ${row(words.reference, outcome.reference)}</dl>
      ${parts[1]}`,
  );
}

function slipRows({ words }: Frame, { entry, serviceName }: Outcome): Html {
  return html`${row(words.problem, serviceName)} ${row(words.where, entry.place)}
  ${entry.description && row(words.describe, entry.description)}`;
}

const row = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** The same report once more, by one button. */
function again(entry: Entry, button: string, manner: 'plain' | '' = '', insist = false): Html {
  const { place, description, name, email, phone, answers, kept, honeypot } = entry;
  return html`<form method="post" action="embed" enctype="multipart/form-data">
    ${hiddenFields(entry)}
    ${Object.entries({ place, description, name, email, phone }).map(([field, value]) => hidden(field, value))}
    ${Object.entries(answers).flatMap(([code, given]) => given.map((value) => hidden(`attribute[${code}]`, value)))}
    ${kept.map((photo) => hidden('kept', photo))} ${honeypot && hidden('further_details', honeypot)}
    ${insist && hidden('insist', '1')}
    <button class="button ${manner}">${button}</button>
  </form>`;
}
