/** What not everyone who follows a report needs, each fetched when it is. */
import type { LitElement } from 'lit';
import type { Seen, Tracked } from '@citydesk/core/tracking';
import type { ServiceRequest } from '@citydesk/open311';
import type { CityController } from '../city/city-controller.ts';
import { LateParts } from '../parts/late-parts.ts';

/** Whom the parts serve. */
export interface Host {
  readonly element: LitElement;
  readonly city: CityController;
  /** Told how a kept report stood at the last visit. */
  readonly remember: (reference: string, seen: Seen) => void;
}

const seldom = () => import('./seldom.ts');

/** Each part, by what brings it. */
export const laterParts = ({ element, city, remember }: Host) =>
  new LateParts(element, {
    /** What is offered beside a report that is open: nothing where the city sends no messages. */
    open: async () => (city.settings.alerts ? (await import('../alerts/alerts.ts')).bringAlerts(element, city) : null),
    /** What is asked beside one that is closed, and how it ended. */
    closed: async () => new (await import('./after-closing.ts')).AfterClosing(element, city),
    lookAround: async () => new (await import('./look-around.ts')).LookAround(element, { client: () => city.client() }),
    photos: async () => {
      const { photos, photosStyles } = await import('./views/photos.ts');
      (element.renderRoot as ShadowRoot).adoptedStyleSheets.push(photosStyles.styleSheet!);
      return photos;
    },
    unseen: async () => (await seldom()).unseen,
    several: async () => (await seldom()).several,
    kept: async () => new (await import('./kept-reports.ts')).KeptReports(await city.base(), remember),
    cards: async () => new (await import('../outbox/cards.ts')).WaitingCards({ host: element, city }),
    calendar: async () => (await seldom()).addToCalendar,
  });

/** What has to be here before these reports can be shown: several at once, what cannot be shown, what is offered beside each, and photos are shown by parts of their own. */
export function neededFor(
  tracked: readonly Tracked[],
): readonly ('open' | 'closed' | 'photos' | 'several' | 'unseen')[] {
  const requests = tracked.flatMap(({ look }) => (look.is === 'found' ? [look.request] : []));
  const hasPhotos = ({ mediaUrls, notes = [] }: ServiceRequest) =>
    mediaUrls.length > 0 || notes.some((note) => note.mediaUrls.length);
  return [
    ...(tracked.length > 1 ? (['several'] as const) : []),
    ...(tracked.some(({ look }) => !/found|looking/.test(look.is)) ? (['unseen'] as const) : []),
    ...requests.map(({ status }) => status),
    ...(requests.some(hasPhotos) ? (['photos'] as const) : []),
  ];
}
