/** One report that waits: the sentence that is true of it now, and what can be done about it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Item, Standing } from '@citydesk/core/outbox';
import type { Receipt } from '@citydesk/open311';
import type { MessageKey, Messages } from '../messages/messages.ts';
import { phoneLink } from '../parts/phone.ts';
import { isSure } from '../request-form/is-sure.ts';

export interface CardView {
  readonly words: Messages;
  readonly phone: string | undefined;
  /** Whether it outlives the page. */
  readonly isKept: boolean;
  /** The resident has said to delete it, and is asked once more. */
  readonly isAsked: boolean;
  readonly link: (receipt: Receipt) => string | undefined;
  readonly resend: () => void;
  readonly ask: (isAsked: boolean) => void;
  readonly remove: () => void;
  readonly change: (() => void) | undefined;
}

export function card(item: Item, view: CardView): TemplateResult {
  const { standing } = item;
  return html`<li class="bar soft ${standing.is === 'confirmed' ? '' : 'caution'} stack-half">
    <p><strong>${newsIn(item, view.words)}</strong></p>
    ${bodyFor(item, view).map((sentence) => html`<p>${sentence}</p>`)}
    <div class="actions">${view.isAsked ? sure(view) : actionsFor(item, view)}</div>
  </li>`;
}

/** How it stands, in one sentence. */
export function newsIn(item: Item, words: Messages): string {
  const { frozenAt, serviceName, place } = item;
  const service = words.phraseText(serviceName);
  const at = new Date(frozenAt);
  const isToday = at.toDateString() === new Date().toDateString();
  const time = isToday ? words.clock(at) : `${words.day(at)}, ${words.clock(at)}`;
  const about = place ? words.text('card.about', { service, place }) : service;
  return words.text(newsKey(item), { time, about });
}

function newsKey(item: Item): MessageKey {
  const { standing } = item;
  switch (standing.is) {
    case 'confirmed':
      return 'card.confirmed';
    case 'rejected':
      return standing.alreadyFiled ? 'card.already' : 'card.rejected';
    case 'held':
      return standing.why === 'untold' ? 'card.ask' : 'card.old';
    default:
      return isHere(item) ? 'card.waiting' : 'card.unknown';
  }
}

function bodyFor(item: Item, { words, phone, isKept }: CardView): readonly unknown[] {
  const { standing, reference } = item;
  const word = html`<bdi class="keep">${reference}</bdi>`;
  switch (standing.is) {
    case 'confirmed': {
      const { serviceRequestId: number, token } = standing.receipt;
      if (number !== undefined) return [words.parts('card.confirmed.number', { number: html`<bdi>${number}</bdi>` })];
      return token === undefined ? [] : [words.text('card.confirmed.later')];
    }
    case 'rejected': {
      const reason = standing.reasons.join(' ');
      return reason ? [words.text('card.rejected.reason', { reason })] : [];
    }
    case 'held':
      if (standing.why === 'old') return [];
      return [
        phone
          ? words.parts('card.ask.call', { phone: phoneLink(phone), reference: word })
          : words.parts('card.ask.word', { reference: word }),
        words.text('card.ask.body'),
      ];
    default: {
      const stays = words.text(isKept ? 'card.waiting.kept' : 'card.waiting.page');
      return [
        isHere(item) ? stays : words.text('card.unknown.body'),
        ...(isKept || isHere(item) ? [] : [stays]),
        words.parts('card.ask.word', { reference: word }),
      ];
    }
  }
}

function actionsFor(item: Item, view: CardView): readonly unknown[] {
  const { standing } = item;
  const { words, link, resend, ask, remove, change } = view;
  const button = (key: MessageKey, does: () => void) =>
    html`<button class="button" type="button" @click=${does}>${words.text(key)}</button>`;
  const cancel = html`<button class="link" type="button" @click=${() => ask(true)}>${words.text('card.cancel')}</button>`;
  switch (standing.is) {
    case 'confirmed': {
      const href = followable(standing) && link(standing.receipt);
      return [
        href ? html`<a class="button" href=${href}>${words.text('card.follow')}</a>` : nothing,
        button('card.seen', remove),
      ];
    }
    case 'rejected':
      return standing.alreadyFiled
        ? [button('card.seen', remove)]
        : [change ? button('card.change', change) : nothing, cancel];
    case 'held':
      return [button(standing.why === 'untold' ? 'card.again' : 'card.send', resend), cancel];
    case 'waiting':
      return isSure(item) ? [cancel] : [];
    default:
      return [];
  }
}

/** What another page was sending when it went may have arrived. */
const isHere = (item: Item): boolean => item.standing.is !== 'sending' && isSure(item);

const followable = ({ receipt }: Extract<Standing, { is: 'confirmed' }>): boolean =>
  !!(receipt.serviceRequestId ?? receipt.token);

/** Deleting takes two steps: nothing gets lost by a slip of the finger. */
function sure({ words, remove, ask }: CardView): TemplateResult {
  return html`<span>${words.text('card.sure')}</span>
    <button class="button" type="button" @click=${remove}>${words.text('card.delete')}</button>
    <button class="button" type="button" @click=${() => ask(false)}>${words.text('card.keep')}</button>`;
}
