/** Whether the browser lets a page on another site read what the city answers (CORS). */
import type { City } from '../city.ts';
import { broken, deviates, good, notTried, type Examination, type Finding } from '../examination.ts';
import { silence, type Visit } from '../visit.ts';

const ask = (city: City) =>
  `Send \`Access-Control-Allow-Origin: *\` (or \`${city.origin}\`) with every answer, errors and redirects included.`;

/** Whether a page may read this answer. */
export function isReadable({ origin, inPage }: City, { headers, hops, status }: Visit): boolean {
  if (status === undefined) return false;
  const allows = (each: Headers) => ['*', origin].includes(each.get('Access-Control-Allow-Origin') ?? '');
  return inPage || [headers, ...hops.map((hop) => hop.headers)].every(allows);
}

/** A finding where it makes no sense to look; else `undefined`. */
function beside(city: City, visit: Visit): Finding | undefined {
  if (city.sameOrigin)
    return notTried('the page has the origin of the endpoint, and needs no leave to read it.', { visit });
  if (visit.status === undefined && !visit.hidden) return notTried(silence(visit), { visit });
  return undefined;
}

function allowed(visit: Visit): string {
  if (visit.hidden) return 'The browser kept the answer from the page.';
  const header = visit.headers.get('Access-Control-Allow-Origin');
  if (header === null) return 'There is no Access-Control-Allow-Origin.';
  return header.includes(',')
    ? `Access-Control-Allow-Origin is sent more than once: ${header}`
    : `It allows ${header}.`;
}

function reading(city: City, visit: Visit, means: string): Finding {
  if (isReadable(city, visit)) return good({ visit }, `A page on ${city.origin} may read it.`);
  const citydesk =
    'Sees no answer at all, and says that the city cannot be reached. Some servers that send no such header document JSONP: Citydesk does not use it. A relay of your own solves this.';
  return broken({ visit, found: allowed(visit) }, means, citydesk, ask(city));
}

export const cors: readonly Examination[] = [
  {
    id: 'cors-services',
    title: 'May a page on another site read the services?',
    async look(city) {
      const { visit } = await city.services();
      return (
        beside(city, visit) ?? reading(city, visit, 'The form on your page has nothing to offer: no one can report.')
      );
    },
  },
  {
    id: 'cors-requests',
    title: 'May a page on another site read the requests?',
    async look(city) {
      const { visit } = await city.requests();
      const means = 'Residents cannot see on your page what became of their report.';
      return beside(city, visit) ?? reading(city, visit, means);
    },
  },
  {
    id: 'cors-errors',
    title: 'May a page on another site read errors?',
    async look(city) {
      const asked = Object.values(await city.unknown()).map(({ visit }) => visit);
      const visit = asked.find(({ status, hidden }) => hidden || (status ?? 0) >= 400);
      if (!visit) return notTried('no question brought an error.', { visit: asked[0] });
      const aside = beside(city, visit);
      if (aside) return aside;
      if (isReadable(city, visit)) return good({ visit }, 'Residents can be told what was wrong with their report.');
      return deviates(
        { visit, found: allowed(visit) },
        'If the city refuses a report, the page cannot learn why, nor that it was refused.',
        'Treats it as a lost connection: it says that it does not know whether the report arrived.',
        ask(city),
      );
    },
  },
  {
    id: 'cors-cache',
    title: 'Is the leave to read safe in caches?',
    async look(city) {
      const { visit } = await city.services();
      const origin = visit.headers.get('Access-Control-Allow-Origin');
      if (city.inPage) return notTried('a browser page cannot see this header.', { visit });
      if (origin === null) return notTried('there is no Access-Control-Allow-Origin.', { visit });
      if (origin === '*') return good({ visit }, 'It is the same for every page, so caches cannot mix it up.');
      if (/\borigin\b|\*/i.test(visit.headers.get('Vary') ?? '')) {
        return good({ visit }, 'It differs from page to page, and says so to caches.');
      }
      return deviates(
        { visit, found: `It allows ${origin} alone, without Vary: Origin.` },
        'A cache may give one site the answer that was meant for another: then it works now and then.',
        'Cannot tell; it sees no answer.',
        'Send `Vary: Origin`, or allow `*`.',
      );
    },
  },
  {
    id: 'cors-headers',
    title: 'May a page read how long to wait (Retry-After)?',
    async look(city) {
      const { visit } = await city.services();
      if (city.inPage) return notTried('a browser page cannot see which headers it may read.', { visit });
      if (!isReadable(city, visit)) return notTried('pages cannot read its answers at all.', { visit });
      const exposed = visit.headers.get('Access-Control-Expose-Headers') ?? '';
      if (/retry-after|\*/i.test(exposed))
        return good({ visit }, 'When the city is busy, the page waits as long as it says.');
      return deviates(
        { visit, found: exposed === '' ? 'Access-Control-Expose-Headers is missing.' : `It exposes ${exposed}.` },
        'When the city is busy, the page has to guess when to ask again.',
        'Guesses: it asks again after a moment, three times in all.',
        'Send `Access-Control-Expose-Headers: Retry-After`.',
      );
    },
  },
  {
    id: 'preflight',
    title: 'Does it answer the question browsers ask before special requests?',
    async look(city) {
      if (city.inPage) return notTried('a browser page cannot see this question (OPTIONS).');
      const headers = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'idempotency-key' };
      const url = new URL(`requests.${(await city.suffix()) ?? 'json'}`, city.base).href;
      const visit = await city.go(url, { method: 'OPTIONS', headers });
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (visit.status < 300 && isReadable(city, visit)) {
        return good({ visit }, 'The city can allow more headers later, such as Idempotency-Key.');
      }
      return deviates(
        { visit, found: `OPTIONS brings status ${visit.status}. ${allowed(visit)}` },
        'Nothing today: a report needs no such question.',
        'Sends reports so that browsers do not ask.',
        'Answer OPTIONS with 204 and the headers of the profile, if you want exactly-once reports later.',
      );
    },
  },
  {
    id: 'takes-reports',
    title: 'Does it take reports (POST)?',
    look(city) {
      const visit = city.visits.find(({ method }) => method === 'OPTIONS');
      const methods = visit?.headers.get('Allow') ?? visit?.headers.get('Access-Control-Allow-Methods') ?? null;
      if (methods === null) return notTried('only a report would show it; the server lists no methods.', { visit });
      if (/\bpost\b|\*/i.test(methods)) return good({ visit, found: methods }, 'It says that it takes reports here.');
      return broken(
        { visit, found: methods },
        'This endpoint is for reading only: no one can report.',
        'Can show and follow requests, and offers no form.',
        'At which address does the city take reports?',
      );
    },
  },
];
