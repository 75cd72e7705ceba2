/** Photos of a report: before and after side by side where both exist. Come where there are some. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { photosOf } from '@citydesk/core/tracking';
import type { ServiceRequest } from '@citydesk/open311';
import { laterWords } from '../later-words.ts';
import type { TrackerScreen } from '../view.ts';
import { photoLink } from './timeline.ts';

export const photosStyles = css`
  figure {
    margin: 0;
  }
  .pair {
    display: grid;
    gap: 0.75em;
  }
  .photo {
    display: block;
    min-block-size: 44px;
  }
  .photo img:not([hidden]) {
    display: block;
    inline-size: 100%;
    max-block-size: 24em;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--radius);
  }
  @container (min-width: 420px) {
    .both {
      grid-template-columns: 1fr 1fr;
    }
  }
`;

/** @param mine whether this device knows the report: its own photos are no stranger's */
export function photos(view: TrackerScreen, request: ServiceRequest, mine: boolean): TemplateResult {
  const { city } = view;
  const words = laterWords(view.words);
  const { before, after } = photosOf(request);
  const shown = mine || city.publicPhotos ? before : [];
  const figure = (label: 'before' | 'after', urls: readonly string[]) =>
    urls.length
      ? html`<figure>
        <figcaption><strong>${words.text(`photo.${label}`)}</strong></figcaption>
        ${urls.map((url, at) => photo(view, url, at + 1, words.text(`photo.${label}`)))}
      </figure>`
      : nothing;
  return html`${
    shown.length || after.length
      ? html`<div class="pair ${shown.length && after.length ? 'both' : ''}">
        ${figure('before', shown)}${figure('after', after)}
      </div>`
      : nothing
  }
  ${before.length > shown.length ? html`<p class="hint">${words.text('photo.hidden')}</p>` : nothing}`;
}

/**
 * A picture from the page's own site or the city's endpoint; one from anywhere else is a link, so that looking at a report tells no third
 * party. A picture that does not come leaves the link behind.
 */
function photo(view: TrackerScreen, url: string, index: number, alt: string): TemplateResult {
  const endpoint = new URL(view.city.endpoint ?? '', document.baseURI);
  const near = [location.origin, endpoint.origin].includes(new URL(url).origin);
  const failed = (event: Event) => ((event.target as HTMLElement).hidden = true);
  const picture = html`<img src=${url} alt=${alt} loading="lazy" referrerpolicy="no-referrer" @error=${failed} />`;
  return photoLink(view, url, index, near ? picture : nothing);
}
