/**
 * The pages behind the links of messages, in the language of the one who asked. To open one changes nothing, for programs that look through
 * mail open every link; the button does it, and so does a mail program's own button to stop (RFC 8058).
 */

import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { page, type Frame, type Html } from '../site/page.ts';
import { pageAnswer } from '../site/page-answer.ts';
import { embedStyle } from '../site/style.ts';
import { englishWords } from '../site/words.ts';
import { alertWords, type AlertKey } from './alert-words.ts';
import type { OfficeAround } from '../office/office.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { AlertLink, AlertLinks } from './alert-links.ts';
import { shownNumber } from './shown-number.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

export interface AlertPagesOptions {
  readonly around: Pick<OfficeAround, 'config' | 'now'>;
  readonly list: Subscriptions;
  readonly links: AlertLinks;
  /** Removes one and all that waits for its address. */
  readonly forget: (ids: readonly string[]) => void;
  /** Somebody said yes: what changed since they asked is to be told. */
  readonly confirmed: (one: Subscription) => void;
}

type Page = (
  c: Context<RelayEnv>,
  given: { readonly found?: Subscription | undefined; readonly language: string },
) => Promise<Response>;

export function alertPages({ around, list, links, forget, confirmed: tell }: AlertPagesOptions): Hono<RelayEnv> {
  const app = new Hono<RelayEnv>();
  const { config } = around;

  const answer = async (c: Context, language: string, status: number, tell: (say: Say) => Told): Promise<Response> => {
    const words = alertWords(language);
    const said = { skip: words.say('skip'), help: words.say('help.heading'), call: words.say('help.phone') };
    const frame: Frame = {
      words: { ...englishWords, ...said },
      lang: words.tag,
      cityName: config.city,
      phone: config.phone,
    };
    const { title, content } = tell(words.say);
    const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
    const whole = page(
      frame,
      title,
      html`<h1>${unbroken(title)}</h1>
      ${content}`,
    );
    return pageAnswer({ lang: words.tag })(c, whole, status, headers);
  };

  const old: Page = (c, { language }) =>
    answer(c, language, 410, (say) => ({ title: say('old.heading'), content: html`<p>${say('old.body')}</p>` }));
  const stopped: Page = (c, { language }) =>
    answer(c, language, 200, (say) => ({
      title: say('stopped.heading'),
      content: html`<p>${say('stopped.body')}</p>`,
    }));
  const confirmed: Page = (c, { found, language }) =>
    answer(c, language, 200, (say) => ({
      title: say('confirmed.heading', numberOf(found)),
      content: html`<p>${say('confirmed.body')}</p>
        ${following(say, found)}`,
    }));
  const askConfirm: Page = (c, { found, language }) =>
    answer(c, language, 200, (say) => ({
      title: say('confirm.heading', numberOf(found)),
      content: html`<p>${say('confirm.promise')}</p>
        ${buttonFor('confirm', say('confirm.button'))}`,
    }));
  const askStop: Page = (c, { found, language }) =>
    answer(c, language, 200, (say) => ({
      title: say('stop.heading', numberOf(found)),
      content: html`${buttonFor('stop', say('stop.button'))} ${following(say, found)}`,
    }));
  const following = (say: Say, found: Subscription | undefined): Html | undefined =>
    found && html`<p><a class="row-link" href="${links.follow(found)}">${say('open', numberOf(found))}</a></p>`;

  /** What the link is about. */
  const open = (
    c: Context,
  ): { readonly link: AlertLink; readonly found: Subscription | undefined; readonly language: string } => {
    const link = links.read(c.req.param('word') ?? '', around.now());
    const found = 'id' in link ? list.get(link.id) : undefined;
    const language =
      link.is === 'confirm'
        ? link.language
        : (found?.language ?? c.req.header('Accept-Language')?.slice(0, 20).split(/[,;]/)[0]);
    return { link, found, language: language ?? 'en' };
  };

  app.get('/alerts/embed.css', () => {
    return new Response(embedStyle, {
      headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
    });
  });

  app.get('/alerts/:word', (c) => {
    const { link, ...given } = open(c);
    if (link.is === 'stop') return given.found ? askStop(c, given) : stopped(c, given);
    if (!given.found) return old(c, given);
    const isConfirmed = given.found.confirmed_at !== null;
    if (link.is === 'either') return isConfirmed ? askStop(c, given) : askConfirm(c, given);
    return isConfirmed ? confirmed(c, given) : askConfirm(c, given);
  });

  app.post('/alerts/:word', bodyLimit({ maxSize: 10_000 }), async (c) => {
    const { link, ...given } = open(c);
    const { found, language } = given;
    // A text's one link says in its button which of the two is meant.
    const wants = link.is === 'either' ? (await c.req.parseBody().catch(() => ({ do: '' })))['do'] : link.is;
    if (wants === 'stop') {
      if (found) forget([found.id]);
      return stopped(c, given);
    }
    if (!found || wants !== 'confirm') return old(c, given);
    list.confirm(found.id, language, around.now());
    tell(found);
    return confirmed(c, given);
  });

  return app;
}

type Say = (key: AlertKey, holes?: Readonly<Record<string, string>>) => string;

interface Told {
  readonly title: string;
  readonly content: Html;
}

/** Where there is room for it, a number such as 26-00001 stands in one line. */
const unbroken = (title: string): readonly (string | Html)[] =>
  title.split(/(\S*\d-\d\S*)/).map((part, at) => (at % 2 ? html`<span class="whole">${part}</span>` : part));

const numberOf = (found: Subscription | undefined) => ({ number: found ? shownNumber(found) : '' });

const buttonFor = (what: 'confirm' | 'stop', label: string): Html =>
  html`<form method="post">
    <input type="hidden" name="do" value="${what}" />
    <button class="button">${label}</button>
  </form>`;
