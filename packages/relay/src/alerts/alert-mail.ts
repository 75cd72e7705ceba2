/** The messages themselves. Whatever they hold of a city's words is escaped, held short, and says that it is the city's. */

import { html } from 'hono/html';
import type { Message } from '../mail/message.ts';
import type { AlertWords } from './alert-words.ts';
import { tidyLine, type News } from './news.ts';
import { shortText } from './short-text.ts';
import type { Subscription } from './subscriptions.ts';

export interface About {
  readonly words: AlertWords;
  readonly city: string;
  /** The report's number, on one line. */
  readonly number: string;
  /** The city's name of the service; `undefined` where it said none. */
  readonly service: string | undefined;
}

type Html = ReturnType<typeof html>;

/** Asks whether whoever reads mail there wants to hear of the report. Holds nothing that the one who asked has written. */
export function confirmMessage(to: Pick<Subscription, 'by' | 'address'>, about: About, link: string): Message {
  const { words, city, number } = about;
  const { say } = words;
  if (to.by === 'sms') return { by: 'sms', to: to.address, text: shortText('text.confirm', about, link) };
  const text = [
    `${city}\n${headOf(about)}`,
    say('confirm.asked'),
    `${say('confirm.press')}\n${link}`,
    say('confirm.until'),
    say('confirm.promise'),
  ];
  const content = html`<h1 style="${heading}">${say('confirm.heading', { number })}</h1>
    <p>${say('confirm.asked')}</p>
    <p>${say('confirm.press')}</p>
    <p><a href="${link}" style="${button}">${say('confirm.button')}</a></p>
    <p>${say('confirm.until')}</p>
    <p>${say('confirm.promise')}</p>`;
  return {
    by: 'mail',
    to: to.address,
    subject: tidyLine(say('confirm.subject', { number }), 150),
    text: `${text.join('\n\n')}\n`,
    html: whole(about, content),
    language: words.tag,
  };
}

export interface Links {
  readonly follow: string;
  readonly stop: string;
  /** For a text message: both behind one. */
  readonly either: string;
}

/** Tells what the report is now. */
export function newsMessage(to: Pick<Subscription, 'by' | 'address'>, about: About, news: News, links: Links): Message {
  const { words, city, number } = about;
  const { say } = words;
  if (to.by === 'sms') {
    return { by: 'sms', to: to.address, text: shortText('text.news', about, links.either, news) };
  }
  const now = news.now.join(' ');
  // Lines of the city's are set in, so that none of them looks like one of ours.
  const note = news.note && say('said', { words: news.note.replaceAll('\n', '\n  ') });
  const text = [
    `${city}\n${headOf(about)}`,
    now,
    ...(note ? [note] : []),
    ...(news.hasNewPhoto ? [say('photo')] : []),
    `${say('open', { number })}\n${links.follow}`,
    `--\n${say('stop.why')}\n${say('stop.link')}:\n${links.stop}`,
  ];
  const content = html`<h1 style="${heading}">${now}</h1>
    ${news.note && html`<blockquote dir="auto" style="${quote}">${say('said', { words: news.note })}</blockquote>`}
    ${news.hasNewPhoto && html`<p>${say('photo')}</p>`}
    <p><a href="${links.follow}" style="${button}">${say('open', { number })}</a></p>
    <p style="${small}">${say('stop.why')} <a href="${links.stop}" style="color:#0f4f78">${say('stop.link')}</a></p>`;
  return {
    by: 'mail',
    to: to.address,
    subject: tidyLine(say('subject', { number }), 150),
    text: `${text.join('\n\n')}\n`,
    html: whole(about, content),
    language: words.tag,
    stopAt: links.stop,
  };
}

/** The service has a line of its own: it is in the city's language. */
function headOf({ words, number, service }: About): string {
  return [...(service ? [service] : []), `${words.say('number')}: ${number}`].join('\n');
}

const heading = 'font-size:20px;line-height:1.3;margin:24px 0 16px';
const button =
  'display:inline-block;padding:12px 20px;background:#0f4f78;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:3px';
const quote = 'margin:0 0 16px;padding:12px 16px;background:#f1f4f3;border:0;white-space:pre-line';
const small = 'color:#434c54;font-size:14px;border-top:1px solid #c5ccd0;padding-top:16px;margin-top:32px';
const body =
  'margin:0;padding:16px;color:#14191d;background:#ffffff;font:16px/1.5 system-ui,Arial,sans-serif;max-width:38em';

/** No pictures, nothing from elsewhere, nothing that runs. */
function whole({ words, city, number, service }: About, content: Html | Promise<Html>): string {
  const { tag, dir, say } = words;
  return String(
    html`<!doctype html>
      <html lang="${tag}" dir="${dir}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${tidyLine(say('number'), 100)} ${number}</title>
        </head>
        <body dir="${dir}" style="${body}">
          <main>
          <p style="font-weight:bold;border-bottom:2px solid #57626b;padding-bottom:8px">${city}</p>
          <p>${service && html`<bdi>${service}</bdi><br />`}${say('number')}: <bdi dir="ltr">${number}</bdi></p>
          ${content}
          </main>
        </body>
      </html>`,
  );
}
