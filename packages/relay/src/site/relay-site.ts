/** The relay's own pages, as its configuration wants them: what `site` of `createRelay` takes. */
import { Hono, type Context } from 'hono';
import { limit } from '../limits.ts';
import { mediaFor } from '../media.ts';
import { isTown } from '../office-checks.ts';
import type { Shelf } from '../photos.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { SiteAround } from '../relay.ts';
import { Refusal } from '../spec-answer.ts';
import type { BuiltFiles } from './built-routes.ts';
import { cityFileOf, townCityFile } from './city-file.ts';
import { siteRoutes } from './site-routes.ts';
import type { SiteOptions } from './site-options.ts';

export interface RelaySiteOptions extends Pick<SiteOptions, 'lang' | 'words' | 'now'> {
  /** Of the relay. */
  readonly secret: string;
  readonly shelf?: Shelf | undefined;
  /** See `builtFolder` of `@citydesk/relay/node`. */
  readonly files?: BuiltFiles | undefined;
}

export function relaySite({ shelf, ...own }: RelaySiteOptions): (around: SiteAround) => Hono {
  return ({ city, file, config }) => {
    const { limits } = config;
    const { takesPhotos } = mediaFor(config, shelf);
    const keeping = limit(limits.updates, () => performance.now());
    const mayKeep = (context: Context) => keeping.take(whoOf(context)) === 0;
    const most = takesPhotos ? limits.photos : 0;
    const ownFile = isTown(config) ? townCityFile : undefined;
    const app = new Hono();
    if (ownFile !== undefined) {
      // Who types in the bare address of a town's relay wants to report something.
      app.get('/', (c) => c.redirect('citydesk/embed', 302));
      app.get(ownFile, (c) => {
        const root = config.publicUrl ?? c.req.url;
        return c.json(cityFileOf(config, root, new Date(own.now?.() ?? Date.now())), 200, cityFileHeaders);
      });
    }
    const pages = siteRoutes({
      ...own,
      city: city.client,
      async submit(sent, context) {
        if (!file) throw new Refusal(501, 'This relay only reads.');
        return (await file(sent, whoOf(context))).submitted;
      },
      ...{ cityName: config.city, phone: config.phone, emergency: config.emergency, contact: config.contactRule },
      zone: config.zone,
      endpoint: config.base,
      cityFile: config.cityFile ?? ownFile,
      photos: most > 0 ? { most, limits: { bytes: limits.photo }, shelf, mayKeep } : undefined,
      uploads: limits.uploads,
      isPrivate: (code) => config.privateServices.includes(code),
      trackerUrl: config.tracker,
      frameAncestors: config.frameAncestors ?? config.origins,
      securityContact: config.securityContact,
    });
    return app.route('/', pages);
  };
}

/** For pages of any site, which have it from their script tag. */
const cityFileHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=300',
};

const whoOf = ({ env }: Context): string => (env as RelayEnv['Bindings']).who;
