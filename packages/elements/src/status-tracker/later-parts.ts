/** What not everyone who follows a report needs, each fetched when it is. */
import type { LitElement } from 'lit';
import type { Seen, Tracked } from '@citydesk/core/tracking';
import type { ServiceRequest } from '@citydesk/open311';
import type { CityController } from '../city/city-controller.ts';

/** Whom the parts serve. */
export interface Host {
  readonly element: LitElement;
  readonly city: CityController;
  /** Told how a kept report stood at the last visit. */
  readonly remember: (reference: string, seen: Seen) => void;
}

/** Each part, by what brings it. */
const parts = {
  closing: async ({ element, city }: Host) => new (await import('./after-closing.ts')).AfterClosing(element, city),
  lookAround: async ({ element, city }: Host) =>
    new (await import('./look-around.ts')).LookAround(element, { client: () => city.client() }),
  photos: async () => (await import('./views/photos.ts')).photos,
  several: async () => (await import('./views/several.ts')).several,
  kept: async ({ city, remember }: Host) =>
    new (await import('./kept-reports.ts')).KeptReports(await city.base(), remember),
  calendar: async () => (await import('./calendar-file.ts')).addToCalendar,
};

type Name = keyof typeof parts;
type Part<Of extends Name> = Awaited<ReturnType<(typeof parts)[Of]>>;

export class LaterParts {
  readonly #host: Host;
  readonly #bringing = new Map<Name, Promise<unknown>>();
  /** The parts that are here; null for one that did not come, and whose room stays empty. */
  readonly here: { [Of in Name]?: Part<Of> | null } = {};

  constructor(host: Host) {
    this.#host = host;
  }

  /** The part, if it is here; `undefined` while it is on its way. The element renders again when it has come, or failed to. */
  want<Of extends Name>(name: Of): Part<Of> | null | undefined {
    void this.bring(name).catch(() => {});
    return this.here[name];
  }

  /** Fetches the part, once. @throws what kept it from coming, which is also said to the web editor */
  bring<Of extends Name>(name: Of): Promise<Part<Of>> {
    if (!this.#bringing.has(name)) this.#bringing.set(name, this.#bring(name));
    return this.#bringing.get(name) as Promise<Part<Of>>;
  }

  async #bring(name: Name): Promise<unknown> {
    const here = this.here as Record<Name, unknown>;
    try {
      return (here[name] = await parts[name](this.#host));
    } catch (error) {
      here[name] = null;
      console.error('citydesk: a part of the tracker did not come. Is every built file on the server?', error);
      throw error;
    } finally {
      this.#host.element.requestUpdate();
    }
  }
}

/** What has to be here before these reports can be shown: several at once, how a report ended, and photos are shown by parts of their own. */
export function neededFor(tracked: readonly Tracked[]): readonly ('closing' | 'photos' | 'several')[] {
  const requests = tracked.flatMap(({ look }) => (look.is === 'found' ? [look.request] : []));
  const hasPhotos = ({ mediaUrls, notes = [] }: ServiceRequest) =>
    mediaUrls.length > 0 || notes.some((note) => note.mediaUrls.length);
  return [
    ...(tracked.length > 1 ? (['several'] as const) : []),
    ...(requests.some(({ status }) => status === 'closed') ? (['closing'] as const) : []),
    ...(requests.some(hasPhotos) ? (['photos'] as const) : []),
  ];
}
