/** Is it one of these? Open reports nearby: follow one, or go on. Asking must not feel like being sent away. */
import { html, nothing, type TemplateResult } from 'lit';
import { stageOf } from '@citydesk/core/stage';
import type { Nearby, Stop } from '@citydesk/core/triage';
import type { ServiceRequest } from '@citydesk/open311';
import { distancesIn } from '../../messages/distances.ts';
import type { Messages } from '../../messages/messages.ts';
import type { BesideForm } from '../beside.ts';
import { trackerLink } from '../tracker-link.ts';
import { screen, type View } from '../view.ts';
import { RequestFollowedEvent } from './request-followed-event.ts';

type Known = Extract<Stop, { is: 'known' }>;

/** What is followed on a stop, in place of a report of one's own. */
const followed = new WeakMap<Known, string>();

export function knownStop(view: View, stop: Known, words: Messages, form: BesideForm): TemplateResult {
  const number = followed.get(stop);
  const different = (style: string) => html`<button
    class=${style}
    type="button"
    @click=${() => view.send({ type: 'passed' })}
  >
    ${words.text('duplicates.different')}
  </button>`;
  if (number !== undefined) {
    return screen(view, {
      title: words.text('duplicates.followed', { number }),
      body: html`<p>${words.text('duplicates.followed.body')}</p>
        <div class="ways">
          <a class="link" href=${trackerLink(view.city, { serviceRequestId: number })!}>
            ${words.text('duplicates.track', { number })}
          </a>
          ${different('link')}
        </div>`,
    });
  }
  const { nearby } = stop;
  const count = nearby.length;
  return screen(view, {
    title: words.text(count === 1 ? 'duplicates.heading.one' : 'duplicates.heading'),
    body: html`<p>${words.text('duplicates.body', { count })}</p>
      <ul class="known-ones stack-half">
        ${nearby.map((one) => item(view, one, words, () => void follow(view, stop, one.request, form)))}
      </ul>
      <div class="actions">${different('button primary')}</div>`,
  });
}

function item(view: View, { request, distance }: Nearby, words: Messages, chosen: () => void): TemplateResult {
  const { requestedDatetime: date, serviceRequestId: number, serviceName, serviceCode } = request;
  const away = distancesIn(words.lang)(Math.max(1, distance));
  return html`<li class="known-one">
    ${photo(view, request, words)}
    <div class="about">
      <p><strong dir="auto">${words.phrase(serviceName || serviceCode || '')}</strong></p>
      <p class="small">
        ${date ? words.text('duplicates.item', { distance: away, date: words.day(date) }) : words.text('duplicates.item.undated', { distance: away })}
      </p>
      <p class="small"><bdi>${status(request, words)}</bdi></p>
    </div>
    <button class="button" type="button" @click=${chosen}>
      <span>${words.text('duplicates.follow')}<span class="hidden">: <bdi dir="ltr">${number}</bdi></span></span>
    </button>
  </li>`;
}

/** In our words where the city's is known to us; else in its own. The last note says more than "open" does. */
function status({ statusLabel: spec, notes = [], detailedStatus = [] }: ServiceRequest, words: Messages): unknown {
  const statusLabel = notes.findLast((note) => note.statusLabel)?.statusLabel ?? detailedStatus.at(-1) ?? spec;
  const stage = stageOf(statusLabel);
  if (stage === 'progress') return words.text('duplicates.progress');
  return stage === 'received' || !statusLabel ? words.text('duplicates.received') : words.phrase(statusLabel);
}

/** A picture from the page's own site or the city's endpoint: looking at it tells no third party. It is not described, so it is decoration. */
function photo({ city }: View, { mediaUrls }: ServiceRequest, words: Messages): TemplateResult {
  const origins = [location.origin, new URL(city.endpoint ?? '', document.baseURI).origin];
  const url = city.publicPhotos ? mediaUrls.find((one) => origins.includes(originOf(one))) : undefined;
  const failed = (event: Event) => ((event.target as HTMLElement).hidden = true);
  return html`<span class="thumb"
    ><span class="small quiet">${words.text('duplicates.photo.none')}</span>${
      url
        ? html`<img src=${url} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${failed} />`
        : nothing
    }</span>`;
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return '';
  }
}

/** Tells the page, and the city where it takes that. Whether the city heard it changes nothing for the resident. */
async function follow(
  { city }: View,
  stop: Known,
  { serviceRequestId }: ServiceRequest,
  form: BesideForm,
): Promise<void> {
  const { host } = form;
  followed.set(stop, serviceRequestId);
  host.dispatchEvent(new RequestFollowedEvent(serviceRequestId));
  host.requestUpdate();
  await host.updateComplete;
  (host.renderRoot as ShadowRoot).getElementById('title')?.focus({ preventScroll: true });
  if (!city.takesUpdates) return;
  try {
    const client = await form.city.client();
    await client.submitUpdate({ serviceRequestId, question: 'same', answer: 'yes' });
  } catch (error) {
    console.warn('citydesk: the city was not told that a report is followed.', error);
  }
}
