/** GeoReport v2 for reading: what the city says, read by the client and written again, whatever the city speaks. */

import { encodeReceipt, encodeRequests, encodeServiceDefinition, encodeServices } from '@citydesk/open311/wire';
import { Hono, type Context } from 'hono';
import { formatOfPath, Refusal, type Kind, type SpecWriter } from '../spec-answer.ts';
import { idsLookedAt } from './ids-looked-at.ts';
import { publicRequest } from './public-request.ts';
import { askedList } from './requests-query.ts';
import { told } from './told.ts';
import type { ServiceRequest } from '@citydesk/open311';
import type { CityBehind } from '../city.ts';
import type { RelayConfig } from '../config.ts';
import type { RelayEnv } from '../relay-env.ts';
import type { SecretWords } from '../secret-words.ts';

export interface ReadingOptions {
  readonly city: CityBehind;
  readonly config: Pick<RelayConfig, 'timeout' | 'jurisdictionId' | 'limits'>;
  readonly open: OpenSide;
  readonly words: SecretWords;
  readonly write: SpecWriter;
  readonly now: () => number;
}

/** Which requests anybody may come across, and what of them. */
export interface OpenSide {
  isPrivate(request: ServiceRequest): boolean;
  /** @param asked the address of the call */
  shown(request: ServiceRequest, extensions: boolean, asked: string): ServiceRequest;
}

const noRequest = 'service_request_id was not found. (service_request_id)';

/** Below the base of the endpoint. */
export function readingRoutes({ city, config, open, words, write, now }: ReadingOptions): Hono<RelayEnv> {
  const app = new Hono<RelayEnv>();
  const { timeout, jurisdictionId } = config;
  const ids = idsLookedAt(config.limits.idsPerHour, now);

  /** Lets `handle` answer at this path, in either format. */
  const on = (path: string, kind: Kind, handle: (c: Context<RelayEnv>) => Promise<unknown>): void => {
    app.on('GET', path.endsWith('*') ? [path] : [`${path}.json`, `${path}.xml`], async (c) => {
      const given = c.req.query('jurisdiction_id');
      if (jurisdictionId !== undefined && given && given !== jurisdictionId) {
        throw new Refusal(404, 'jurisdiction_id was not found. (jurisdiction_id)');
      }
      const format = formatOfPath(c.req.path);
      return write.answer(await handle(c), kind, { format, headers: { Vary: 'Accept-Language' } });
    });
  };
  const ask = <T>(c: Context<RelayEnv>, missing: string, asking: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    told(asking, { timeout, gone: c.req.raw.signal, missing });
  const look = (c: Context<RelayEnv>, id: string): void => {
    const wait = ids.take(c.env.who, id);
    if (wait > 0) throw new Refusal(429, 'You have looked at many requests. Please come back later.', wait);
  };

  on('/services', 'services', async (c) =>
    encodeServices(
      await ask(c, 'The city has no list of services.', (signal) => city.reader(languageOf(c)).services({ signal })),
    ),
  );

  on('/services/*', 'definition', async (c) => {
    const code = lastPart(c, '/services/');
    const missing = 'This service has no definition. (service_code)';
    return encodeServiceDefinition(
      await ask(c, missing, (signal) => city.reader(languageOf(c)).serviceDefinition(code, { signal })),
    );
  });

  on('/requests', 'requests', async (c) => {
    const { query, page, most } = askedList(new URL(c.req.url).searchParams);
    for (const id of query.serviceRequestIds ?? []) look(c, id);
    const found = await ask(c, noRequest, (signal) => city.page(query, page, most, languageOf(c), signal));
    const shown = found.filter((each) => !open.isPrivate(each));
    return encodeRequests(shown.map((each) => open.shown(each, query.extensions ?? false, c.req.url)));
  });

  on('/requests/*', 'requests', async (c) => {
    const id = lastPart(c, '/requests/');
    look(c, id);
    const extensions = c.req.query('extensions') === 'true';
    const request = await ask(c, noRequest, (signal) => city.reader(languageOf(c)).request(id, { signal, extensions }));
    if (open.isPrivate(request) && !(await words.opens(c.req.query('code') ?? '', request.serviceRequestId))) {
      throw new Refusal(404, noRequest);
    }
    return encodeRequests([open.shown(request, extensions, c.req.url)]);
  });

  on('/tokens/*', 'requests', async (c) => {
    const token = lastPart(c, '/tokens/');
    look(c, token);
    const missing = 'token was not found. (token)';
    const id = await ask(c, missing, (signal) => city.reader().requestIdFor(token, { signal }));
    const code = c.req.query('code');
    const opened = id !== undefined && code !== undefined && (await words.opens(code, token));
    const [row] = encodeReceipt({ ...(id !== undefined && { serviceRequestId: id }), token });
    return [{ ...row, ...(opened && { lookup_code: await words.lookUpCode(id) }) }];
  });

  return app;
}

/** The open side of a city: private services are nobody's business, and where a request does not say its service, no one can know. */
export function openSide(
  {
    privateServices,
    extendedFields,
    mediaAddresses,
    publicUrl,
  }: Pick<RelayConfig, 'privateServices' | 'extendedFields' | 'mediaAddresses' | 'publicUrl'>,
  knownFields: readonly string[],
): OpenSide {
  const closed = new Set(privateServices);
  const fields = new Set([...knownFields, ...extendedFields]);
  const mediaAddress = (url: string, asked: string): string => {
    const found = mediaAddresses.find(({ from }) => url.startsWith(from));
    return found ? new URL(`${found.to}${url.slice(found.from.length)}`, publicUrl ?? asked).href : url;
  };
  return {
    isPrivate: ({ serviceCode }) => closed.size > 0 && (serviceCode === undefined || closed.has(serviceCode)),
    shown: (request, extensions, asked) =>
      publicRequest(request, { extensions, fields, mediaAddress: (url) => mediaAddress(url, asked) }),
  };
}

/** The first language a browser asks for; the city is asked in it. */
function languageOf(c: Context): string | undefined {
  const [, first] =
    /^\s*([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,2})\s*(?:[,;]|$)/.exec(c.req.header('Accept-Language') ?? '') ?? [];
  return first;
}

/** What follows `after` in the path, decoded: a service code may hold blanks and slashes, but lead nowhere else. */
function lastPart(c: Context, after: string): string {
  const path = new URL(c.req.url).pathname;
  const raw = path.slice(path.indexOf(after) + after.length);
  const [, name = ''] = /^(.+)\.(?:json|xml)$/s.exec(raw) ?? [];
  let word: string;
  try {
    word = decodeURIComponent(name);
  } catch {
    throw new Refusal(400, 'The address has a broken percent code.');
  }
  const leads = word.split(/[/\\]/).some((step) => step === '.' || step === '..');
  if (word === '' || word.length > 200 || leads || /\p{Cc}/u.test(word)) {
    throw new Refusal(404, 'There is nothing at this address.');
  }
  return word;
}
