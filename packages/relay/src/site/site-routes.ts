/** Everything that the relay serves beside its API, in one place to mount. */
import { Hono } from 'hono';
import { builtRoutes } from './built-routes.ts';
import { embedRoutes } from './embed.ts';
import { securityTxt } from './security-txt.ts';
import type { SiteOptions } from './site-options.ts';

/** All under `/citydesk/`, and `/.well-known/security.txt`: to be mounted at the root. */
export function siteRoutes(options: SiteOptions): Hono {
  const { files, securityContact, lang, now = Date.now } = options;
  const app = new Hono();
  app.route('/', embedRoutes(options));
  if (files) app.route('/', builtRoutes(files));
  if (securityContact !== undefined) {
    app.get('/.well-known/security.txt', (c) => {
      const address = c.req.url.replace(/[?#].*/s, '');
      return c.text(securityTxt(securityContact, address, now(), lang), 200, {
        'Cache-Control': 'public, max-age=86400',
      });
    });
  }
  return app;
}
