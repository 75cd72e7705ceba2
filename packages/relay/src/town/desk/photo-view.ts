/** Photos on the desk: the city's own are shown small, those from elsewhere are links, so that no one else learns who looks. */

import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** A photo that the city keeps; it opens in full. */
export function ownPhoto(base: string, name: string, alt: string): Html {
  const address = `${base}/staff/photos/${name}`;
  return html`<a class="photo" href="${address}"><img src="${address}" alt="${alt}" /></a>`;
}

/** A photo that lies somewhere in the web, or null when there is none. */
export function photoLink(address: string | null): Html | string | null {
  if (address === null) return null;
  if (!/^https?:\/\//i.test(address)) return address;
  return html`<a href="${address}" rel="noreferrer">Open the photo</a>`;
}
