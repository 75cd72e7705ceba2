/** The plain form at `/citydesk/embed`: files a report without a script, by the same way through the relay as any other report. */
import { fieldsFor, problemsIn, questionsIn, reportFrom } from '@citydesk/core/report';
import { referenceOf } from '@citydesk/core/outbox';
import { encodeReport } from '@citydesk/open311/wire';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { photoLimits } from '../photos/check-photo.ts';
import { Refusal, type Submitted } from '../spec-answer.ts';
import { choosePage } from './choose-page.ts';
import { knownCity } from './known-city.ts';
import { draftOf, emptyEntry, entryIn, isKey, type Entry } from './entry.ts';
import { messagePage } from './outcome-pages.ts';
import { outcomes, type Filled } from './outcomes.ts';
import { frameOf, pageAnswer } from './page-answer.ts';
import { photosIn } from './entry-photos.ts';
import { mistakeOf } from './problem-words.ts';
import { reportPage } from './report-page.ts';
import { signedTime, timeSigned } from './signed-time.ts';
import type { SiteOptions } from './site-options.ts';
import { embedStyle } from './style.ts';
import { widgetPage } from './widget-page.ts';
import { widgetNamed, widgetOf } from './widget.ts';

/** Bytes of a form's text. */
const textLimit = 262_144;

export function embedRoutes(options: SiteOptions): Hono {
  const app = new Hono();
  const { secret, submit, photos, zone, contact = 'optional', now = Date.now, isPrivate = () => false } = options;
  const frame = frameOf(options);
  const { words } = frame;
  const city = knownCity(options.city, now);
  const answer = pageAnswer(options);
  const outcome = outcomes(options, frame, answer);
  const bytes = photos?.limits?.bytes ?? photoLimits.bytes;
  const mostBytes = textLimit + (photos ? photos.most * bytes : 0);
  const { uploads = 256_000_000 } = options;
  let taken = 0;

  app.get('/citydesk/embed.css', () => {
    return new Response(embedStyle, {
      headers: {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=300',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });

  app.get('/citydesk/embed', async (c) => {
    const { service_code: code, key = '', begun = '', widget: asked } = c.req.query();
    const name = widgetNamed(asked);
    // Once a resident has begun without scripts, nothing takes the page away.
    const widget = code === undefined ? widgetOf(name, options) : undefined;
    const open = widget ? pageAnswer(options, true) : answer;
    if (name !== 'request-form') return open(c, widgetPage({ ...frame, widget }, name));
    const services = await city.services();
    if (!services) return answer(c, messagePage(frame, words.servicesFailed, words.servicesFailedBody), 503);
    if (code === '') return answer(c, choosePage(frame, services, true), 422);
    if (code === undefined) return open(c, choosePage({ ...frame, widget }, services));
    const service = services.find(({ serviceCode }) => serviceCode === code);
    if (!service) return answer(c, messagePage(frame, words.serviceGone, words.serviceGoneBody), 404);
    // The address holds the key, so that whoever comes back to this page, or loads it again, sends the same report.
    if (!isKey(key) || (await timeSigned(secret, key, begun, now())) === undefined) {
      const { key: own, begun: time } = await fresh();
      const query = new URLSearchParams({ service_code: code, key: own, begun: time });
      return new Response(null, {
        status: 303,
        headers: { Location: `embed?${query.toString()}`, 'Cache-Control': 'no-store' },
      });
    }
    const form = await formOf({ service, entry: emptyEntry(code, key, begun) });
    return answer(c, reportPage(frame, form));
  });

  app.post(
    '/citydesk/embed',
    bodyLimit({
      maxSize: mostBytes,
      onError: (c) => answer(c, messagePage(frame, words.large, words.largeBody), 413),
    }),
    async (c) => {
      const size = Number(c.req.header('Content-Length')) || mostBytes;
      if (taken > 0 && taken + size > uploads) {
        return answer(c, messagePage(frame, words.busy, words.crowded), 503, { 'Retry-After': '5' });
      }
      taken += size;
      try {
        return await take(c, entryIn(await formIn(c)));
      } finally {
        taken -= size;
      }
    },
  );

  async function take(c: Context, sent: Entry): Promise<Response> {
    const services = await city.services();
    const service = services
      ? services.find(({ serviceCode }) => serviceCode === sent.serviceCode)
      : city.unseen(sent.serviceCode);
    if (!service) return answer(c, messagePage(frame, words.serviceGone, words.serviceGoneBody), 404);
    const { kept, checked, files, mistakes: wrongPhotos } = await photosIn(sent, photos, words, c);
    // Kept from here on, so that no page after this one has to ask for them again.
    const entry = { ...sent, kept, dropped: [], files };
    const filled: Filled = { ...(await formOf({ service, entry })), service };

    const site = c.req.header('Sec-Fetch-Site') ?? 'same-origin';
    if (site !== 'same-origin' && site !== 'none') {
      return outcome.anew(c, filled, { heading: words.strange, lines: [words.strangeBody] }, 403);
    }
    if (!entry.key) return outcome.anew(c, filled, { heading: words.old, lines: [words.oldBody] }, 422);

    // Without the questions these answers mean nothing, and without them it would be another report than the one that may be there.
    if (!filled.definition && Object.keys(entry.answers).length > 0) {
      return outcome.tell(c, filled, unsure, referenceOf(entry.key));
    }
    const questions = questionsIn(filled.fields ?? []);
    const draft = draftOf(entry, questions);
    const asked = fieldsFor(filled.definition, draft.answers);
    const problems = [
      ...problemsIn('where', draft, asked, contact),
      ...problemsIn('questions', draft, asked, contact),
      ...problemsIn('check', draft, asked, contact),
    ].map((problem) => mistakeOf(problem, words));
    const mistakes = [...wrongPhotos, ...inPageOrder(problems)];
    if (mistakes.length > 0) return answer(c, reportPage(frame, { ...filled, mistakes }), 422);

    const report = reportFrom(draft, asked, { contact, zone });
    const begun = await timeSigned(secret, entry.key, entry.begun, now());
    const submitted = await submit(
      {
        report,
        files: checked,
        fields: encodeReport(report, {}),
        ...{ key: entry.key, work: undefined, insist: entry.insist, honeypot: entry.honeypot || undefined },
        filledFor: begun === undefined ? undefined : now() - begun,
      },
      c,
    ).catch(refusalIn);
    return outcome.tell(c, filled, submitted, referenceOf(entry.key));
  }

  /** All that a page with the form shows, apart from what is wrong with it. */
  async function formOf({ service, entry }: Pick<Filled, 'service' | 'entry'>) {
    const definition = await city.definition(service);
    const fields = definition && fieldsFor(definition);
    const conditional = definition?.attributes.filter(({ visibleWhen }) => visibleWhen).map(({ code }) => code) ?? [];
    return {
      ...{ service, entry, definition, fields, contact },
      sure: new Set(fields?.map(({ code }) => code).filter((code) => !conditional.includes(code))),
      isPrivate: isPrivate(service.serviceCode),
      photos: photos && { most: photos.most, limit: `${Math.floor(bytes / 1_000_000)} MB` },
    };
  }

  async function fresh() {
    const key = crypto.randomUUID();
    return { key, begun: await signedTime(secret, key, now()) };
  }

  app.onError((error, c) => {
    if (error instanceof Refusal && error.status < 500) {
      return answer(c, messagePage(frame, words.wrong, error.message), error.status);
    }
    return answer(c, messagePage(frame, words.wrong, words.wrongBody), 500);
  });

  return app;
}

const unsure: Submitted = { status: 503, errors: [{ code: 'unknown', description: '' }], replayed: false };

/** The description stands behind the questions. */
function inPageOrder<Mistake extends { readonly field: string }>(mistakes: readonly Mistake[]): readonly Mistake[] {
  const rank = ({ field }: Mistake) =>
    field === 'place' ? 0 : field.startsWith('answer:') ? 1 : field === 'description' ? 2 : 3;
  return mistakes.toSorted((one, other) => rank(one) - rank(other));
}

/** @throws {Refusal} for what is no form */
async function formIn(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new Refusal(400, 'The form did not arrive whole. Go back and send it again.');
  }
}

function refusalIn(error: unknown): Submitted {
  if (!(error instanceof Refusal)) throw error;
  return { status: error.status, errors: error.errors, retryAfter: error.retryAfter, replayed: false };
}
