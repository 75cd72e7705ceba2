/** One report, really sent, and sent again, from a form like a page's. Only where it was asked for, and only to an endpoint for tests. */
import { createClient } from '../../client.ts';
import { Open311Error, RejectedError } from '../../errors.ts';
import type { Receipt, Report, ServiceDefinition } from '../../types.ts';
import { wordIn } from '../body.ts';
import { endpointsIn, type City } from '../city.ts';
import { broken, deviates, good, notTried, type Examination, type Finding } from '../examination.ts';
import { responseFrom, type Visit } from '../visit.ts';
import { isReadable } from './cors.ts';

export interface Sent {
  readonly visit: Visit | undefined;
  readonly receipt?: Receipt;
  readonly error?: Open311Error;
  /** Whether it went to a relay, with a key of its own. */
  readonly relayed?: boolean;
  /** Sends the same report once more. */
  readonly again?: () => Promise<Sent>;
  /** Why nothing was sent. */
  readonly held?: string;
}

const sentBy = new WeakMap<City, Promise<Sent>>();

/** Sends the report once, whichever check asks first; `held` if there is none to send. */
export function sent(city: City): Promise<Sent> {
  const sending = sentBy.get(city) ?? send(city);
  sentBy.set(city, sending);
  return sending;
}

async function send(city: City): Promise<Sent> {
  const { submit, jurisdictionId } = city.options;
  if (!submit)
    return { visit: undefined, held: 'nothing is sent unless you ask for it, and only to an endpoint for tests.' };
  const [about] = (await city.discovery()).rows ?? [];
  const own = about && endpointsIn(about).find((each) => city.base.href.startsWith(wordIn(each, 'url')));
  if (own && wordIn(own, 'type') === 'production') {
    return {
      visit: undefined,
      held: 'discovery calls this endpoint production, and its reports are real work for someone.',
    };
  }
  let visit: Visit | undefined;
  // Widgets tell a relay the report's id, so the check does as well.
  const relayed = (await city.services()).visit.headers.get('Citydesk-Relay') === '1';
  const reportId = relayed ? crypto.randomUUID() : undefined;
  const client = createClient({
    endpoint: city.base.href,
    jurisdictionId,
    apiKey: submit.apiKey,
    timeout: city.timeout,
    relay: relayed,
    fetch: async (url, init) => {
      if (init?.method !== 'POST') return responseFrom(await city.at(String(url)));
      const headers = Object.fromEntries(new Headers(init.headers));
      visit = await city.go(String(url), { method: 'POST', body: init.body ?? undefined, headers });
      return responseFrom(visit);
    },
  });
  const attempt = async (report: Report): Promise<Sent> => {
    try {
      return {
        receipt: await client.submitRequest(report, { reportId }),
        visit,
        relayed,
        again: () => attempt(report),
      };
    } catch (error) {
      if (!(error instanceof Open311Error)) throw error;
      return { visit, error };
    }
  };
  try {
    const report = await reportFor(city, () => client.serviceDefinition(submit.serviceCode));
    if (report) return await attempt(report);
    return { visit, held: 'it needs a place: no request of the city has one, and none was given (lat, long).' };
  } catch (error) {
    if (!(error instanceof Open311Error)) throw error;
    return { visit, error };
  }
}

async function reportFor(city: City, define: () => Promise<ServiceDefinition>): Promise<Report | undefined> {
  const { serviceCode, lat, long, email } = city.options.submit!;
  const { rows = [] } = await city.requests();
  const placed = rows.find((row) => Number(wordIn(row, 'lat')) !== 0 && Number(wordIn(row, 'long')) !== 0);
  const place =
    lat !== undefined && long !== undefined
      ? { lat, long }
      : placed && { lat: Number(placed['lat']), long: Number(placed['long']) };
  if (!place) return undefined;
  const asks = (await city.services()).rows?.find((row) => wordIn(row, 'service_code') === serviceCode)?.['metadata'];
  const attributes = /^(true|1|yes)$/i.test(String(asks)) ? (await define()).attributes : [];
  const answers = attributes
    .filter(({ variable, required }) => variable && required)
    .map(({ code, datatype, values: [first] }): [string, string | string[]] => {
      if (datatype === 'multivaluelist') return [code, [first?.key ?? 'test']];
      if (datatype === 'number') return [code, '1'];
      if (datatype === 'datetime') return [code, new Date().toISOString().replace(/\.\d+/, '')];
      return [code, first?.key ?? 'test'];
    });
  const description = 'Test of the connection between the city’s website and its report system. Please close.';
  return { serviceCode, ...place, description, email, attributes: Object.fromEntries(answers) };
}

/** Looks at what came of it. */
async function after(
  city: City,
  look: (sent: Sent & { readonly visit: Visit }) => Finding | Promise<Finding>,
): Promise<Finding> {
  const { visit, held, ...rest } = await sent(city);
  if (held !== undefined || !visit) return notTried(held ?? rest.error?.message ?? 'nothing was sent.', { visit });
  return look({ visit, ...rest });
}

export const submit: readonly Examination[] = [
  {
    id: 'report',
    title: 'Does a report from a page’s form get filed?',
    look: (city) =>
      after(city, ({ visit, receipt, relayed, error }) => {
        if (receipt) {
          const came =
            receipt.serviceRequestId === undefined
              ? receipt.token === undefined
                ? 'Filed, without a number.'
                : 'A token came.'
              : 'A number came.';
          const found = visit.status === 200 ? came : `${came} The status was ${visit.status}, where 200 is due.`;
          return good(
            { visit, found },
            relayed
              ? 'Residents can report. It was sent to a relay, with a key of its own.'
              : 'Residents can report. It was sent as a plain form, so browsers ask nothing first.',
          );
        }
        return broken(
          { visit, found: error?.reasons[0] ?? error?.message },
          'Residents cannot report.',
          'Shows residents the city’s reasons, keeps what they wrote, and shows the phone number.',
          'What does a report need beyond what services/{code} asks? Is a key needed?',
        );
      }),
  },
  {
    id: 'report-cors',
    title: 'May a page read the receipt?',
    look: (city) =>
      after(city, ({ visit }) => {
        if (city.sameOrigin)
          return notTried('the page has the origin of the endpoint, and needs no leave to read it.', { visit });
        if (isReadable(city, visit)) return good({ visit }, 'Residents get their number.');
        return broken(
          { visit },
          'The report is filed, and the page never learns it: residents may send it again.',
          'Says that it does not know whether the report arrived, and how to find out.',
          'Send Access-Control-Allow-Origin with the answer to POST requests, errors included.',
        );
      }),
  },
  {
    id: 'report-key',
    title: 'Can a page report without a secret (api_key)?',
    look: (city) =>
      after(city, ({ visit, receipt, error }) => {
        const citydesk = 'Sends a key only if the page has one. The relay keeps it on your server.';
        const ask = 'Can the website report without a key, from its own origin? Else set up a relay.';
        if (receipt && city.options.submit?.apiKey === undefined) return good({ visit }, 'A page needs no secret.');
        if (receipt)
          return deviates(
            { visit, found: 'It was sent with a key.' },
            'Whoever reads the page reads its key.',
            citydesk,
            ask,
          );
        if (error?.status === 401 || error?.status === 403)
          return broken({ visit }, 'Without a key no one can report from a page.', citydesk, ask);
        return notTried('the report was refused for another reason.', { visit });
      }),
  },
  {
    id: 'report-found',
    title: 'Is a new report there at once?',
    look: (city) =>
      after(city, async ({ visit, receipt }) => {
        const id = receipt?.serviceRequestId;
        if (id === undefined) return notTried('there is no number to look up.', { visit });
        const heard = await city.hear(`requests/${encodeURIComponent(id)}.${(await city.suffix()) ?? 'json'}`);
        if (heard.rows?.length) return good(heard, 'Residents can follow their report at once.');
        return deviates(
          heard,
          'Residents who look at once are told that there is no such report.',
          'Shows the receipt it kept, and looks again later.',
          'Answer requests/{id} as soon as the number is given out.',
        );
      }),
  },
  {
    id: 'report-twice',
    title: 'Is a report that is sent twice filed once?',
    look: (city) =>
      after(city, async ({ visit: before, receipt, relayed, again }) => {
        if (!receipt || !again) return notTried('the first one was not filed.', { visit: before });
        const second = await again();
        const visit = second.visit ?? before;
        const [one, other] = [receipt, second.receipt].map((each) => each?.serviceRequestId ?? each?.token);
        if (one !== undefined && one === other) {
          const found = relayed ? 'The relay takes it once: the second got the number of the first.' : undefined;
          return good({ visit, found }, 'When a connection breaks, residents can send again without doing harm.');
        }
        const ask =
          'Take Idempotency-Key, as the profile in the docs of Citydesk has it, or answer with the first number.';
        if (second.error instanceof RejectedError && second.error.alreadyFiled) {
          return deviates(
            { visit, found: 'The second is refused as a duplicate.' },
            'Nothing is filed twice; the answer is an error, and has no number.',
            'Reads it as already filed.',
            ask,
          );
        }
        return deviates(
          {
            visit,
            found: other === undefined ? 'The second brought no number.' : 'The second got a number of its own.',
          },
          'When a connection breaks and residents send again, the report may be there twice.',
          'Never sends by itself what may have arrived, and says so.',
          ask,
        );
      }),
  },
];
