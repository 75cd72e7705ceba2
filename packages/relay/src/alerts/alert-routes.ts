/** Where residents ask to be told: what is on offer, and the wish itself. The answer is the same whatever is known of an address. */

import { Hono } from 'hono';
import { mailAddress } from '../office-config.ts';
import { formReader } from '../read-report.ts';
import { told } from '../reading/told.ts';
import { secretWords } from '../secret-words.ts';
import { Refusal } from '../spec-answer.ts';
import { alertWords } from './alert-words.ts';
import { toldOf, toldText } from './told.ts';
import type { ServiceRequest } from '@citydesk/open311';
import type { OfficeAround } from '../office/office.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { Asked } from './subscriptions.ts';

export interface AlertRoutesOptions {
  readonly around: Pick<OfficeAround, 'city' | 'config' | 'secret'>;
  /** Whether nobody may come across this request without its code. */
  readonly isPrivate: (request: ServiceRequest) => boolean;
  /** Writes the wish down and asks the address; or does nothing where that was done often enough. */
  readonly ask: (asked: Asked, request: ServiceRequest | undefined) => void;
}

type Wish = Pick<Asked, 'by' | 'address'>;

/** Below the base of the endpoint. */
export function alertRoutes({ around, isPrivate, ask }: AlertRoutesOptions): Hono<RelayEnv> {
  const app = new Hono<RelayEnv>();
  const { city, config, secret } = around;
  const codes = secretWords(secret);
  const read = formReader(config.limits);
  const offers = { email: config.mail !== undefined, phone: config.sms !== undefined };

  app.get('/alerts.json', (c) => c.json(offers, 200, { 'Cache-Control': 'no-store' }));

  app.on('POST', ['/alerts', '/alerts.json'], async (c) => {
    const { fields } = await read(c.req.raw);
    const said = (name: string) => fields.get(name)?.trim() || undefined;
    const wish = wishIn(said, offers);
    const id = said('service_request_id');
    const token = said('token');
    if ((id === undefined) === (token === undefined)) {
      throw new Refusal(400, 'Name one report: service_request_id, or the token you got. (service_request_id)');
    }
    const missing = `${id === undefined ? 'token' : 'service_request_id'} was not found. (${id === undefined ? 'token' : 'service_request_id'})`;
    const looking = { timeout: config.timeout, gone: c.req.raw.signal, missing };
    const name = nameIn(id ?? token ?? '', missing);
    const found = await told(async (signal): Promise<{ readonly request?: ServiceRequest }> => {
      const number = id === undefined ? await city.reader().requestIdFor(name, { signal }) : name;
      if (number === undefined) return {};
      return { request: await city.reader().request(number, { signal, extensions: true }) };
    }, looking);
    const { request } = found;
    const code = said('code') ?? '';
    const opens = async (what: string | undefined) => what !== undefined && codes.opens(code, what);
    const opened = (await opens(request?.serviceRequestId)) || (await opens(token));
    if (request && isPrivate(request) && !opened) throw new Refusal(404, missing);
    ask(
      {
        ...wish,
        request_id: request?.serviceRequestId ?? null,
        token: request ? null : name,
        opened: opened ? 1 : 0,
        language: alertWords(said('locale')?.slice(0, 35)).tag,
        // What the resident has before them now is no news.
        told: request ? toldText(toldOf(request, undefined, config.zone)) : null,
      },
      request,
    );
    return c.json([{ status: 'confirm' }], 202, { 'Cache-Control': 'no-store' });
  });

  return app;
}

/** @throws {Refusal} 400, with what to write */
function wishIn(
  said: (name: string) => string | undefined,
  offers: { readonly email: boolean; readonly phone: boolean },
): Wish {
  const [email, phone] = [said('email'), said('phone')];
  if ((email === undefined) === (phone === undefined)) {
    throw new Refusal(400, 'Write an email address, like name@example.com. (email)');
  }
  if (email !== undefined) {
    if (!offers.email) throw new Refusal(400, 'Messages by email are not offered here. (email)');
    if (mailAddress.safeParse(email).success) return { by: 'mail', address: email };
    throw new Refusal(400, 'Write an email address, like name@example.com. (email)');
  }
  if (!offers.phone) throw new Refusal(400, 'Text messages are not offered here. (phone)');
  const number = phone!.replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{6,14}$/.test(number)) return { by: 'sms', address: number };
  throw new Refusal(400, 'Write a phone number with + and the code of its country, like +1 269 555 0100. (phone)');
}

/** The number goes into an address of the city's: it may lead nowhere else. @throws {Refusal} 404 */
function nameIn(text: string, missing: string): string {
  const leads = text.split(/[/\\]/).some((step) => step === '.' || step === '..');
  if (text.length > 200 || leads || /\p{Cc}/u.test(text)) throw new Refusal(404, missing);
  return text;
}
