/**
 * The mail that brings a report to a department. What a resident wrote stands in it as words alone: as quoted lines in the text, escaped in the
 * HTML, which has no script, no style sheet, no form, and no picture but those that come along.
 */

import { html } from 'hono/html';
import { oneLine } from '../mail/one-line.ts';
import { deedNames, doAddress, type Deed } from './do-links.ts';
import { linesOf } from './plain-words.ts';
import { factsOf, titleOf, type Fact } from './report-facts.ts';
import type { Mail } from '../mail/message.ts';
import type { SeedService, StoredRequest } from '../town.ts';
import type { MailPhotos } from './mail-photos.ts';

export interface ReportMail {
  readonly to: { readonly name: string; readonly mail: string };
  /** The town's name. */
  readonly city: string;
  readonly request: StoredRequest;
  readonly service: SeedService | undefined;
  readonly photos: MailPhotos;
  /** IANA name of the town's time zone. */
  readonly zone: string;
  readonly publicUrl: string;
  /** Of its links. */
  readonly token: string;
  readonly until: Date;
  /** What its links offer, in order. */
  readonly deeds: readonly Deed[];
  /** The department that passed it on, with its reason. */
  readonly passedOn?: { readonly by: string; readonly why: string | null } | undefined;
}

export function reportMail(about: ReportMail): Mail {
  const { to, request, photos } = about;
  const subject = titleOf(request);
  return {
    to: to.mail,
    subject,
    text: textOf(about),
    html: htmlOf(about, subject),
    attachments: photos.attachments,
    language: 'en',
  };
}

/** Said above the links and below them. */
function wordsOf({ to, city, request, service, photos, zone, token, publicUrl, until, passedOn }: ReportMail) {
  const day = dayInYear(until, zone);
  const { length } = photos.attachments;
  const photo = photos.left === 1 ? 'One photo is' : `${photos.left} photos are`;
  return {
    lead: `For ${oneLine(to.name)}, from a resident of ${oneLine(city)}`,
    passedOn: passedOn && `${oneLine(passedOn.by)} passed this on to you.`,
    isPrivate: service?.private
      ? 'This report is private: the public sees only how far it is. Show it to nobody who does not work on it.'
      : undefined,
    until: `These links work until ${day}. They are for ${oneLine(to.name)} alone: whoever has them can answer for you, so do not pass this mail on.`,
    number: `Number ${request.serviceRequestId}`,
    along: length > 0 ? `${length === 1 ? 'One photo comes' : `${length} photos come`} with this mail.` : undefined,
    left: photos.left === 0 ? undefined : `${photo} too large for a mail. See all photos here:`,
    page: doAddress(publicUrl, token),
  };
}

function textOf(about: ReportMail): string {
  const { request, service, zone, deeds, publicUrl, token, passedOn } = about;
  const words = wordsOf(about);
  const said = [
    [oneLine(request.serviceName), words.number, words.lead],
    words.passedOn && [words.passedOn, ...quoted(passedOn?.why ?? '')],
    [words.isPrivate],
    ...factsOf(request, service, zone).map(textFact),
    [words.along],
    words.left && [words.left, words.page],
    ...deeds.map((deed) => [`${deedNames[deed]}:`, doAddress(publicUrl, token, deed)]),
    [words.until],
  ];
  const paragraphs = said.map((lines) => (lines || []).filter((line) => line !== undefined).join('\n'));
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

function textFact({ label, value, href, is }: Fact): readonly string[] {
  if (is === 'map') return [`Map: ${href}`];
  return [`${oneLine(label, 500)}:`, ...quoted(value)];
}

/** So that no line of a resident looks like one of ours. */
const quoted = (text: string): readonly string[] =>
  text.trim() === '' ? [] : linesOf(text).map((line) => `> ${line}`.trimEnd());

const font = "font:17px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#14191d";
const button =
  'display:inline-block;padding:10px 24px;margin:0 8px 12px 0;border:2px solid #14574a;border-radius:3px;font-weight:bold;text-decoration:none';
const bar = 'border-left:6px solid #14574a;background:#f1f4f3;padding:12px 16px;margin:0 0 16px';

type Html = ReturnType<typeof html>;

function htmlOf(about: ReportMail, subject: string): string {
  const { request, service, zone, deeds, publicUrl, token, photos, passedOn } = about;
  const words = wordsOf(about);
  const links = deeds.map((deed, at) => {
    const colours = at === 0 ? 'background:#14574a;color:#fff' : 'background:#fff;color:#14574a';
    return html`<a href="${doAddress(publicUrl, token, deed)}" style="${button};${colours}">${deedNames[deed]}</a> `;
  });
  return written(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${subject}</title>
        </head>
        <body style="margin:0;background:#fff;${font}">
          <div role="main" style="max-width:38em;margin:0 auto;padding:16px;overflow-wrap:anywhere">
            <h1 style="font-size:26px;line-height:1.22;margin:0 0 4px">${request.serviceName}</h1>
            <p style="margin:0 0 20px">${words.number}<br />${words.lead}</p>
            ${words.passedOn && html`<div style="${bar}"><b>${words.passedOn}</b>${passedOn?.why && html`<br />${broken(passedOn.why)}`}</div>`}
            ${words.isPrivate && html`<p style="${bar}">${words.isPrivate}</p>`}
            ${factsOf(request, service, zone).map(htmlFact)}
            ${words.left && html`<p style="margin:0 0 16px"><a href="${words.page}">${words.left.replace(/:$/, '')}</a></p>`}
            <p style="margin:24px 0 4px">${links}</p>
            <p style="margin:0 0 24px;font-size:15px">${words.until}</p>
            ${photos.attachments.map(
              ({ shownAs = '' }, at) =>
                html`<p style="margin:0 0 16px">
                  <img src="cid:${shownAs}" alt="Photo ${at + 1} of the report" style="display:block;max-width:100%;height:auto" />
                </p>`,
            )}
          </div>
        </body>
      </html>`,
  );
}

function htmlFact({ label, value, href, is }: Fact): Html {
  const shown = is === 'map' ? label : broken(value);
  return html`<p style="margin:0 0 12px">
    ${is !== 'map' && html`<b>${label}</b><br />`}${href ? html`<a href="${href}" rel="noreferrer">${shown}</a>` : shown}
  </p>`;
}

/** Lines as they were written; `pre-line` is not known everywhere that mail is read. Letters that run to the left stay among themselves. */
const broken = (text: string): Html =>
  html`<bdi dir="auto">${linesOf(text).map((line, at) => html`${at > 0 && html`<br />`}${line}`)}</bdi>`;

/** `Wed, Jan 20, 2027` */
function dayInYear(date: Date, timeZone: string): string {
  const parts = { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-US', { timeZone, ...parts }).format(date);
}

/** @throws Error where a part of it is not there yet: none of ours ever waits */
function written(page: Html): string {
  if (page instanceof Promise) throw new Error('A mail is written at once.');
  return page.toString();
}
