/** One photo of the list: what it looks like, how it stands, what it shows, and perhaps where it was taken. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Photo } from '@citydesk/core/request';
import type { Messages } from '../../messages/messages.ts';
import { field, line, type FieldWords } from '../../parts/field.ts';
import { icons } from '../../parts/icons.ts';

export interface PhotoRow {
  /** From 1 on. */
  readonly index: number;
  readonly words: Messages;
  readonly thumbnail?: Element | undefined;
  readonly describe: (about: string) => void;
  readonly remove: () => void;
  /** Where it was taken is offered as the place. */
  readonly place?: PlaceOffer | undefined;
}

export interface PlaceOffer {
  readonly address?: string | undefined;
  readonly use: () => void;
  readonly no: () => void;
}

export function photoRow(photo: Photo, { index, words, thumbnail, describe, remove, place }: PhotoRow): TemplateResult {
  const { id, is, name, about } = photo;
  const isRefused = is !== 'ready' && is !== 'preparing';
  const shows: FieldWords = {
    id: `photo-about-${id}`,
    label: words.text('photo.describe'),
    hint: words.text('photo.describe.hint'),
  };
  return html`<li class="photo stack-half ${isRefused ? 'refused' : ''}" lang=${words.lang}>
    <div class="head">
      ${isRefused ? nothing : html`<div class="thumb">${thumbnail ?? nothing}</div>`}
      <div>
        <p><strong>${words.text('photo.item', { index })}</strong> <bdi class="small quiet">${name}</bdi></p>
        ${
          isRefused
            ? html`<p class="message">${icons.warning}<span>${words.text(`photo.fault.${is}`)}</span></p>`
            : html`<p class="small quiet">${words.text(is === 'ready' ? 'photo.ready' : 'photo.preparing', { index })}</p>`
        }
      </div>
      <button class="link" type="button" id="photo-remove-${id}" @click=${remove}>
        <span
          >${words.text('photo.remove')}<span class="hidden"> ${words.text('photo.remove.which', { index, name })}</span></span
        >
      </button>
    </div>
    ${place ? offer(place, words) : nothing}
    ${isRefused ? nothing : field(shows, line(shows, { value: about, input: describe }))}
  </li>`;
}

function offer({ address, use, no }: PlaceOffer, words: Messages): TemplateResult {
  const said = address
    ? words.parts('photo.place', { address: html`<bdi>${address}</bdi>` })
    : words.text('photo.place.unnamed');
  return html`<div class="bar stack-half">
    <p>${said}</p>
    <div class="actions">
      <button class="button" type="button" @click=${use}>${words.text('photo.place.use')}</button>
      <button class="link" type="button" @click=${no}>${words.text('photo.place.no')}</button>
    </div>
  </div>`;
}
