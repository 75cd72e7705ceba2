/** The staff desk over HTTP: plain pages that work without a script, behind a password where one is set. */

import { Hono, type MiddlewareHandler } from 'hono';
import { changeIn, noteIn, type TakePhoto } from './change.ts';
import type { DeskForm } from './change-form.ts';
import { deskStyle } from './desk-style.ts';
import { askPassword, hasPassword } from './has-password.ts';
import { messagePage, type Frame } from './layout.ts';
import { withReply } from './replies.ts';
import { choiceFrom, requestList } from './request-list.ts';
import { requestPage } from './request-page.ts';
import { isSameOrigin } from './same-origin.ts';
import { photoAnswer } from '../photos.ts';
import { readForm } from '../report-form.ts';
import { SpecError } from '../spec-error.ts';
import type { Store } from '../store.ts';
import type { StoredRequest } from '../stored-request.ts';

export interface DeskOptions {
  readonly store: Store;
  readonly now: () => Date;
  /** See Frame. */
  readonly base: string;
  /** Asked for (HTTP Basic, any user name) when set. */
  readonly password?: string | undefined;
  /** See Frame. */
  readonly links?: Frame['links'];
  /** See Frame. */
  readonly photoKinds?: Frame['photoKinds'];
  /** Makes a file into a photo to be kept. Default: it is kept as it came. */
  readonly takePhoto?: TakePhoto | undefined;
}

/** Of every page of the desk. */
export const deskHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer: with it a browser would send `Origin: null` with our own form.
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export function staffDesk({ store, now, base, password, takePhoto, ...look }: DeskOptions): Hono {
  const app = new Hono();
  const frame: Frame = { city: store.city, base, ...look };
  const ask = (request: StoredRequest, form: DeskForm): ReturnType<typeof requestPage> =>
    requestPage(frame, request, store.service(request.serviceCode), form, now(), store.timeZone);
  const pageOf = (id: string): string => `${base}/staff/requests/${encodeURIComponent(id)}`;
  const missing = messagePage(frame, 'No such request', 'There is no request with this number.');

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(deskHeaders)) c.res.headers.set(name, value);
  });
  if (password !== undefined) app.use(passwordGate(password, frame));

  app.get('/', (c) => {
    if (!new URL(c.req.url).pathname.endsWith('/')) return c.redirect(`${base}/staff/`, 301);
    const choice = choiceFrom(new URL(c.req.url).searchParams);
    return c.html(requestList(frame, store.all(), choice, now(), store.timeZone));
  });
  app.get('/desk.css', (c) => c.body(deskStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  app.get('/requests/:id', (c) => {
    const request = store.request(c.req.param('id'));
    if (!request) return c.html(missing, 404);
    const [saved, looked] = [c.req.query('saved') !== undefined, c.req.query('looked') !== undefined];
    return c.html(ask(request, { status: request.deskStatus, note: '', saved, looked }));
  });

  // Here and not from where the public looks: that has no photos of private services.
  app.get('/photos/:name', (c) => {
    const photo = store.photo(c.req.param('name'));
    return photo ? photoAnswer(photo) : c.html(missing, 404);
  });

  app.post('*', async (c, next) => {
    if (isSameOrigin(c.req.raw)) return next();
    return c.html(messagePage(frame, 'Not from here', 'Open the request on the staff desk and save it there.'), 403);
  });

  app.post('/requests/:id/answers/:answer', (c) => {
    const { id, answer } = c.req.param();
    if (!store.lookAt(id, Number(answer), now())) return c.html(missing, 404);
    return c.redirect(`${pageOf(id)}?looked=1`, 303);
  });

  app.post('/requests/:id', async (c) => {
    const request = store.request(c.req.param('id'));
    if (!request) return c.html(missing, 404);
    const form = await readForm(c.req.raw);
    const status = form.fields.get('status') ?? '';
    const note = noteIn(form);
    const reply = form.fields.get('reply');
    // The button of a reply sends the name of a photo, not the photo; no page can put it back into its field.
    const photoLost = form.fields.has('media') || form.files.some(({ size }) => size > 0);
    // A reply only fills the note in; nothing is kept before Save.
    if (reply !== null) return c.html(ask(request, { status, note: withReply(note, reply), photoLost }));

    const change = await changeIn(request, form, takePhoto);
    if ('message' in change) return c.html(ask(request, { status, note, photoLost, error: change }), 400);
    store.change(request.serviceRequestId, change.status, change.note, now(), change.photo);
    return c.redirect(`${pageOf(request.serviceRequestId)}?saved=1`, 303);
  });

  app.all('*', (c) => c.html(messagePage(frame, 'Nothing here', 'The staff desk has no such page.'), 404));
  app.onError((error, c) => {
    if (!(error instanceof SpecError)) throw error;
    const sentence = error.errors[0]?.description ?? '';
    return c.html(messagePage(frame, 'This was not saved', sentence), error.status === 413 ? 413 : 400);
  });
  return app;
}

function passwordGate(password: string, frame: Frame): MiddlewareHandler {
  return async (c, next) => {
    if (hasPassword(c.req.header('authorization'), password)) return next();
    c.header('WWW-Authenticate', askPassword);
    return c.html(messagePage(frame, 'Password needed', 'Reload this page and type the staff password.'), 401);
  };
}
