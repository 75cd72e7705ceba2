/**
 * The pages behind a department's links. Whoever has a link can act for the department. Only a POST from the page changes anything: what looks into
 * mails for viruses opens links, too.
 */

import { Hono, type Context } from 'hono';
import { deskHeaders } from '../town/desk/staff-desk.ts';
import { isSameOrigin } from '../town/desk/same-origin.ts';
import { photoAnswer } from '../town/photos.ts';
import { readForm, type SentForm } from '../town/report-form.ts';
import { SpecError } from '../town/spec-error.ts';
import { carryOut } from './carry-out.ts';
import { elsewherePage, expiredPage, forgedPage, messagePage } from './do-messages.ts';
import { deeds } from './do-links.ts';
import { doPage, type DoPage } from './do-page.ts';
import { doStyle, doStyleName } from './do-layout.ts';
import { linkOpener, type DoAround, type Here, type NotHere } from './open-link.ts';
import { deedIn, typedIn, wantedIn } from './wanted.ts';
import type { RelayEnv } from '../relay-env.ts';

export function doRoutes(around: DoAround): Hono<RelayEnv> {
  const { store, departments, now, config } = around;
  const { city, timeZone: zone } = store;
  const open = linkOpener(around);
  const app = new Hono<RelayEnv>();

  const show = (token: string, { request, had, deeds: possible }: Here, more: Partial<DoPage> = {}) => {
    const about = { city, zone, now: now(), token, departments, request, had, deeds: possible };
    const chosen = possible.find((deed) => deed === more.chosen);
    return doPage({ ...about, service: store.service(request.serviceCode), ...more, chosen });
  };

  /** In place of the page where there is none to show. */
  function instead(c: Context, opened: NotHere): Response | Promise<Response> {
    const up = c.req.path === '/do' ? 'do/' : '../'.repeat(c.req.path.split('/').length - 3);
    switch (opened.is) {
      case 'forged':
        return c.html(forgedPage(city, up), 404);
      case 'expired':
        return c.html(expiredPage(city, config.linkDays, up), 410);
      case 'elsewhere':
        return c.html(elsewherePage(city, opened, departments, up), c.req.method === 'POST' ? 409 : 200);
    }
  }

  app.use('/do/*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(deskHeaders)) c.res.headers.set(name, value);
  });
  app.get(`/do/${doStyleName}`, (c) => c.body(doStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  app.get('/do/:token', (c) => {
    const token = c.req.param('token');
    const opened = open(token);
    if (opened.is !== 'here') return instead(c, opened);
    const chosen = deeds.find((deed) => deed === c.req.query('do'));
    return c.html(show(token, opened, { chosen, told: c.req.query('saved') === undefined ? undefined : 'saved' }));
  });

  // Here and not from where the public looks: that has no photos of private services.
  app.get('/do/:token/photos/:name', (c) => {
    const opened = open(c.req.param('token'));
    if (opened.is !== 'here') return instead(c, opened);
    const photo = store.photo(c.req.param('name'));
    const isOfIt = photo?.requestId === opened.request.serviceRequestId;
    return isOfIt ? photoAnswer(photo) : instead(c, { is: 'forged' });
  });

  app.post('/do/:token', async (c) => {
    const token = c.req.param('token');
    const opened = open(token);
    if (opened.is !== 'here') return instead(c, opened);
    if (!isSameOrigin(c.req.raw)) {
      return c.html(messagePage(city, 'Not from here', 'Open the link in the mail, and press the button there.'), 403);
    }
    const form = await readForm(c.req.raw);
    const wanted = await wantedIn(form, opened, [...departments.keys()]);
    const outcome = carryOut(around, () => open(token), form, wanted);
    switch (outcome.is) {
      case 'done':
        return c.redirect(outcome.passedOn ? token : `${token}?saved=1`, 303);
      case 'done before':
        return c.html(show(token, outcome.here, { told: 'saved before' }));
      case 'changed meanwhile':
        return c.html(show(token, outcome.here, { ...kept(form), told: 'changed meanwhile' }), 409);
      case 'wrong': {
        const mistake = wanted && 'message' in wanted ? wanted : undefined;
        return c.html(show(token, outcome.here, { ...kept(form), mistake }), 400);
      }
      default:
        return instead(c, outcome);
    }
  });

  app.all('/do/*', (c) => instead(c, { is: 'forged' }));
  app.onError((error, c) => {
    if (!(error instanceof SpecError)) throw error;
    const status = error.status === 413 ? 413 : 400;
    return c.html(messagePage(city, 'This was not saved', error.errors[0]?.description ?? ''), status);
  });
  return app;
}

/** What was typed, for the form that comes back. A photo cannot be put back into its field. */
function kept(form: SentForm): Pick<DoPage, 'chosen' | 'typed'> {
  const chosen = deedIn(form);
  const text = typedIn(form, chosen === 'not-ours' ? 'why' : 'note');
  const photoLost = form.files.some(({ size }) => size > 0);
  return { chosen, typed: { text, to: typedIn(form, 'to'), photoLost } };
}
