/** The door of all pages for staff, `/staff/…`, whichever part of the office has them: a password, or the sign-in of the town's own proxy. */

import { Hono } from 'hono';
import { limit } from '../limits.ts';
import { askPassword, hasPassword } from '../town/desk/has-password.ts';
import { deskStyle } from '../town/desk/desk-style.ts';
import { messagePage } from '../town/desk/layout.ts';
import { deskHeaders } from '../town/desk/staff-desk.ts';
import type { RelayConfig } from '../config.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { OfficeAround, OfficePart } from './office.ts';

/** Wrong passwords from one address, after which it has to wait. */
const mistyped = { burst: 10, perMinute: 5 };

/** To be the first of the parts: what others have under `/staff/` is behind it. */
export function staffDoor({ config, staffPassword }: Pick<OfficeAround, 'config' | 'staffPassword'>): OfficePart {
  const pages = new Hono<RelayEnv>();
  const frame = { city: config.city, base: '', links: () => [] };
  const wrong = limit(mistyped, () => performance.now());

  pages.use('/staff/*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(deskHeaders)) c.res.headers.set(name, value);
  });
  pages.get('/staff/desk.css', (c) => c.body(deskStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  pages.use('/staff/*', async (c, next) => {
    if (isSignedIn(c.req.raw.headers, config)) return next();
    if (staffPassword === undefined) {
      return c.html(messagePage(frame, 'The staff desk is closed', howToOpen(config)), 403);
    }
    const sent = c.req.header('Authorization');
    if (hasPassword(sent, staffPassword)) return next();
    const wait = sent === undefined ? 0 : wrong.take(c.env.who);
    if (wait > 0) {
      c.header('Retry-After', String(Math.ceil(wait / 1000)));
      return c.html(messagePage(frame, 'Too many tries', 'Wait a minute, then try again.'), 429);
    }
    c.header('WWW-Authenticate', askPassword);
    return c.html(messagePage(frame, 'Password needed', 'Reload this page and type the staff password.'), 401);
  });
  return { pages };
}

/**
 * Whether the town's own proxy has let this person in. Its word counts only where the settings say that a proxy stands in front: without one,
 * whoever reaches the relay could write the header himself.
 */
function isSignedIn(headers: Headers, { staffHeader, trustProxy }: RelayConfig): boolean {
  return staffHeader !== undefined && trustProxy > 0 && Boolean(headers.get(staffHeader)?.trim());
}

function howToOpen({ staffHeader }: RelayConfig): string {
  return staffHeader === undefined
    ? 'It shows names and phone numbers, so it opens with a password only. Whoever runs it has to start it with the environment variable CITYDESK_STAFF_PASSWORD, or to name in "staffHeader" the header that your sign-in sets.'
    : `Your sign-in has not let you in: the header ${staffHeader} is missing. Open this page at its public address.`;
}
