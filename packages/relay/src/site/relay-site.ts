/** The relay's own pages, as its configuration wants them: what `site` of `createRelay` takes. */
import type { Context, Hono } from 'hono';
import { limit } from '../limits.ts';
import { mediaFor } from '../media.ts';
import type { Shelf } from '../photos.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { SiteAround } from '../relay.ts';
import { Refusal } from '../spec-answer.ts';
import type { BuiltFiles } from './built-routes.ts';
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
    return siteRoutes({
      ...own,
      city: city.client,
      async submit(sent, context) {
        if (!file) throw new Refusal(501, 'This relay only reads.');
        return (await file(sent, whoOf(context))).submitted;
      },
      ...{ cityName: config.city, phone: config.phone, emergency: config.emergency, contact: config.contactRule },
      zone: config.zone,
      endpoint: config.base,
      cityFile: config.cityFile,
      photos: most > 0 ? { most, limits: { bytes: limits.photo }, shelf, mayKeep } : undefined,
      uploads: limits.uploads,
      isPrivate: (code) => config.privateServices.includes(code),
      trackerUrl: config.tracker,
      frameAncestors: config.frameAncestors ?? config.origins,
      securityContact: config.securityContact,
    });
  };
}

const whoOf = ({ env }: Context): string => (env as RelayEnv['Bindings']).who;
