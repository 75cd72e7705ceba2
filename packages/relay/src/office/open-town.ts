/** A town without a backend of its own: the GeoReport server that the relay then stands before, in the same process. */

import { Hono } from 'hono';
import type { DatabaseSync } from 'node:sqlite';
import { geoReport, mostPhotos, openStore, photoLimit, type Store, type StoreOptions } from '../town.ts';
import { townServices } from './town-services.ts';
import type { RelayConfig } from '../config.ts';

export interface TownOptions extends Pick<StoreOptions, 'added' | 'changed'> {
  readonly db: DatabaseSync;
  readonly config: RelayConfig;
  readonly now: () => Date;
  /** Whether it offers from now on what the settings say. Default true; false for whoever only reads beside the relay. */
  readonly followsConfig?: boolean | undefined;
}

export interface Town {
  readonly store: Store;
  /** In place of the net, for the relay's client. */
  readonly fetch: typeof globalThis.fetch;
  /** The settings of a relay before it. */
  readonly config: RelayConfig;
}

/** Nobody can reach it: what is asked of this address is answered in the process. */
const address = 'http://town.invalid';
/** By it the town knows a report that the relay sends again, because it was killed before it could write down the answer. */
const idAttribute = 'citydesk_report_id';

export function openTown({ db, config, now, followsConfig = true, added, changed }: TownOptions): Town {
  const { city, zone = 'UTC', limits } = config;
  const services = townServices(config);
  const store = openStore(db, { city, timeZone: zone, services }, { added, changed, followsSeed: followsConfig });
  const app = new Hono({ strict: false });
  app.route(
    '/open311',
    geoReport({
      store,
      now,
      base: '',
      takeAnything: false,
      dialect: { like: 'the spec' },
      idAttribute,
      discovery: { contact: config.contact ?? city, keyService: 'No api_key is needed.', type: 'production' },
    }),
  );
  return {
    store,
    fetch: async (input, init) => app.fetch(new Request(input, init)),
    config: {
      ...config,
      upstream: `${address}/open311/v2/`,
      zone,
      format: 'json',
      media: 'multipart:media[]',
      preset: undefined,
      idAttribute,
      privateServices: [...new Set([...config.privateServices, ...store.privateCodes()])],
      mediaAddresses: [{ from: `${address}/open311/media/`, to: `${config.base}media/` }, ...config.mediaAddresses],
      // What the relay takes in, the town must take too.
      limits: {
        ...limits,
        photos: Math.min(limits.photos, mostPhotos),
        photo: Math.min(limits.photo, photoLimit),
      },
    },
  };
}
