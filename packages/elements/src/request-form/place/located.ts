/** What became of the location, and what was set last: never a point and an address of two places, and never one gone without a word. */
import { distancesIn } from '../../messages/distances.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { restored } from '@citydesk/core/place';
import type { Place } from '@citydesk/core/request';
import type { MessageKey, Messages } from '../../messages/messages.ts';
import type { View } from '../view.ts';

/** Metres. Above this the device only knows the neighbourhood. */
export const coarse = 50;

/** Whether a text may be coordinates, or a link to a map. */
export const isNumbers = /\d[.,°]\s?\d.*\d[.,°]\s?\d|\bgeo:|:\/\//i;

/** What only the screen knows. */
export interface OnScreen {
  /** Why the address search found nothing. */
  readonly vain: 'none' | 'failed' | undefined;
  /** The address of a point that was typed as numbers. */
  readonly near: string | undefined;
  /** The map says where its cross is. */
  readonly isMapOpen: boolean;
}

export function located(
  { state, city, send, words: step }: View,
  words: Messages,
  on: OnScreen,
): TemplateResult | typeof nothing {
  const { locating } = state;
  const { place } = state.draft;
  if (locating === 'asking') return html`<p class="bar">${step.text('locate.asking')}</p>`;
  if (locating !== 'idle') {
    const how = locating === 'denied' ? html`<p>${words.text('locate.denied.how')}</p>` : nothing;
    const why = locating === 'unavailable' ? step.text('locate.unavailable') : words.text(`locate.${locating}`);
    return html`<div class="bar caution"><p>${why}</p>${how}</div>`;
  }
  const said = saidOf(place, on, !!city.mapStyle);
  if (!said)
    return on.vain && !place.point
      ? html`<p class="quiet">${words.text(on.vain === 'none' ? 'place.none' : 'place.failed')}</p>`
      : nothing;
  const { key, remove, back, caution } = said;
  const { accuracy } = place.point ?? {};
  const holes = {
    address: html`<bdi>${on.near ?? place.address}</bdi>`,
    distance: accuracy === undefined ? '' : distancesIn(words.lang)(accuracy),
  };
  const button = (label: MessageKey, next: Place) =>
    html`<button class="link" type="button" @click=${() => send({ type: 'place-set', place: next })}>${words.text(label)}</button>`;
  return html`<div class="bar ${caution ? 'caution' : ''}">
    <p>${words.parts(key, holes)}</p>
    <div class="links">
      ${back ? button('place.back', restored(place)) : nothing} ${remove ? button(remove, withoutPoint(place)) : nothing}
    </div>
  </div>`;
}

interface Said {
  readonly key: MessageKey;
  /** What the button is called that takes the point out. */
  readonly remove?: MessageKey;
  /** Whether there is something to put back. */
  readonly back?: boolean;
  readonly caution?: boolean;
}

/** What there is to say of a place; nothing where the field says it all. */
function saidOf(place: Place, { near, isMapOpen }: OnScreen, hasMap: boolean): Said | undefined {
  const { point, address, by, before } = place;
  // An address that gave way to another was the resident's own doing; a point from elsewhere is not seen in the field.
  const lost = before?.point && (before.by !== 'address' || by !== 'address');
  if (!point) return lost && before.by !== 'address' ? { key: 'place.words.clear', back: true } : undefined;
  const back = !!lost;
  const remove = 'place.point.remove';
  switch (by) {
    case 'device':
      if (point.accuracy! > coarse) {
        const key = hasMap ? 'locate.coarse' : 'locate.coarse.mapless';
        return { key, remove: 'locate.remove', back, caution: true };
      }
      return { key: address ? 'locate.near' : 'locate.found', remove: 'locate.remove', back };
    case 'map':
      if (back && address && address === before.address) return { key: 'place.map.stays', back };
      if (back) return { key: address ? 'place.map.leads' : before.address ? 'place.map.clears' : 'place.point', back };
      return isMapOpen ? undefined : { key: address ? 'place.point.at' : 'place.point', remove };
    case 'address':
      if (isNumbers.test(address ?? '')) return { key: near ? 'place.numbers.at' : 'place.numbers', back };
      return back ? { key: 'place.address.leads', back } : undefined;
    case 'asset':
    case 'photo':
      return { key: address ? (back ? 'place.now' : 'place.point.at') : 'place.point', remove, back };
    default:
      return { key: 'place.point', remove: 'locate.remove' };
  }
}

/** Takes the point out. Words that came with it go with it; those that were typed stay. */
function withoutPoint({ words, address, before }: Place): Place {
  return { words: words === address ? (before?.words ?? '') : words };
}
