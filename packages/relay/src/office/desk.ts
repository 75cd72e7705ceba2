/** The town's staff desk and its photos, with the table of all requests and the mail that did not get through. */

import { Hono } from 'hono';
import { cleanPhoto } from '../photos/clean-photo.ts';
import { PhotoRefused } from '../photos.ts';
import { photoAnswer, publicSide, SpecError, staffDesk, type Photo } from '../town.ts';
import { isSameOrigin } from '../town/desk/same-origin.ts';
import { messagePage } from '../town/desk/layout.ts';
import { deskFrame } from './desk-frame.ts';
import { messagesPage } from './messages-page.ts';
import { requestsCsv } from './requests-csv.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { OfficeAround, OfficePart } from './office.ts';

/** Behind `staffDoor`, and after the parts that have pages of their own under `/staff/`. A city with a backend of its own has the report alone. */
export function desk(around: OfficeAround): OfficePart {
  const { store, outbox, now } = around;
  const pages = new Hono<RelayEnv>();
  if (!store) return { pages: pages.on('GET', ['/staff', '/staff/'], (c) => c.redirect('/staff/report', 302)) };
  const frame = deskFrame(around);
  const nameOf = (department: string): string => around.config.departments?.[department]?.name ?? department;
  const inner = new Hono({ strict: false });
  inner.route(
    '/staff',
    staffDesk({ store, now, base: '', links: frame.links, photoKinds: ['JPEG', 'PNG', 'WebP'], takePhoto }),
  );

  pages.get('/staff/requests.csv', (c) => {
    const name = `requests-${now().toISOString().slice(0, 10)}.csv`;
    return c.body(requestsCsv(store), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });
  pages.get('/staff/messages', (c) => {
    const again = c.req.query('again') !== undefined;
    return c.html(messagesPage(frame, outbox.troubled(), store.timeZone, nameOf, again ? 'again' : undefined));
  });
  pages.post('/staff/messages', async (c) => {
    if (!isSameOrigin(c.req.raw)) {
      return c.html(
        messagePage(frame, 'Not from here', 'Open the messages on the staff desk and send them there.'),
        403,
      );
    }
    const key = (await c.req.parseBody())['key'];
    if (typeof key === 'string' && outbox.again(key, now())) return c.redirect('/staff/messages?again=1', 303);
    return c.html(messagesPage(frame, outbox.troubled(), store.timeZone, nameOf, 'gone'), 404);
  });
  pages.all('/staff', (c) => inner.fetch(c.req.raw));
  pages.all('/staff/*', (c) => inner.fetch(c.req.raw));

  const open = publicSide(store, now);
  const api = new Hono<RelayEnv>();
  api.get('/media/:name', (c) => {
    const photo = open.photo(c.req.param('name'));
    return photo ? photoAnswer(photo) : c.text('There is no such photo.', 404);
  });
  return { api, pages };
}

async function takePhoto(file: Blob): Promise<Photo> {
  try {
    return await cleanPhoto(file);
  } catch (error) {
    if (error instanceof PhotoRefused) throw new SpecError(error.status, error.message);
    throw error;
  }
}
