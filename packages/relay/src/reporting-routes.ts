/** GeoReport v2 for writing: POST requests and POST servicerequestupdates, and the work a browser does before. */

import { Hono } from 'hono';
import type { Bots } from './bots/judge.ts';
import type { CityBehind } from './city.ts';
import type { RelayConfig } from './config.ts';
import type { FileReport } from './file-report.ts';
import { limit } from './limits.ts';
import { formReader, reportIn } from './read-report.ts';
import { refusalOf } from './reading/told.ts';
import type { RelayEnv } from './relay-env.ts';
import type { SecretWords } from './secret-words.ts';
import { formatOfPath, Refusal, type SpecWriter } from './spec-answer.ts';
import { updateIn } from './updates.ts';

export interface ReportingOptions {
  readonly config: Pick<RelayConfig, 'limits' | 'jurisdictionId' | 'privateServices'>;
  readonly city: CityBehind;
  /** Without it the relay only reads: there is no place to keep what was sent. */
  readonly file: FileReport | undefined;
  readonly bots: Bots;
  readonly words: SecretWords;
  readonly write: SpecWriter;
  /** Milliseconds, from a clock that never goes back. */
  readonly now: () => number;
}

/** Below the base of the endpoint. */
export function reportingRoutes({ config, city, file, bots, words, write, now }: ReportingOptions): Hono<RelayEnv> {
  const app = new Hono<RelayEnv>();
  const readForm = formReader(config.limits);
  const updates = limit(config.limits.updates, now);

  const checkJurisdiction = (given: string | null | undefined): void => {
    if (config.jurisdictionId !== undefined && given && given !== config.jurisdictionId) {
      throw new Refusal(404, 'jurisdiction_id was not found. (jurisdiction_id)');
    }
  };

  app.on('GET', ['/challenge.json', '/challenge.xml'], async (c) => {
    const id = c.req.query('report_id') ?? '';
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id))
      throw new Refusal(400, 'report_id has to be a UUID. (report_id)');
    return write.answer(await bots.challenge(id), 'challenge', { format: formatOfPath(c.req.path) });
  });

  app.on('POST', ['/requests.json', '/requests.xml'], async (c) => {
    if (!file) throw new Refusal(501, 'This relay only reads.');
    const form = await readForm(c.req.raw);
    checkJurisdiction(form.fields.get('jurisdiction_id') ?? c.req.query('jurisdiction_id'));
    const sent = reportIn(form, c.req.raw.headers);
    const { noted, who } = c.env;
    if (sent.key !== undefined) noted.key = await words.hash(sent.key);
    const { submitted, suspicion } = await file(sent, who);
    noted.suspicion = suspicion;
    const isPrivate = config.privateServices.includes(sent.report.serviceCode);
    const hold = 'receipt' in submitted ? (submitted.receipt.serviceRequestId ?? submitted.receipt.token) : undefined;
    const code = isPrivate && hold !== undefined ? { lookup_code: await words.lookUpCode(hold) } : {};
    return write.submitted(submitted, formatOfPath(c.req.path), code);
  });

  app.on('POST', ['/servicerequestupdates.json', '/servicerequestupdates.xml'], async (c) => {
    const wait = updates.take(c.env.who);
    if (wait > 0)
      throw new Refusal(
        429,
        [{ code: 'slow', description: 'This is too much at once. Please try again later.' }],
        wait,
      );
    const form = await readForm(c.req.raw);
    checkJurisdiction(form.fields.get('jurisdiction_id') ?? c.req.query('jurisdiction_id'));
    const update = updateIn(form);
    try {
      // It goes on although whoever asked has hung up: it is sent once, and is better there than not.
      await city.client.submitUpdate(update);
    } catch (error) {
      throw refusalOf(error, 'The city takes no updates.');
    }
    return write.answer([], 'updates', { format: formatOfPath(c.req.path) });
  });

  return app;
}
