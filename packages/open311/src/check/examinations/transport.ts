/** Whether a browser gets through to the endpoint at all: address, encryption, redirects, time. */
import { serviceRows, type City } from '../city.ts';
import { broken, deviates, good, notTried, some, type Examination } from '../examination.ts';
import { addressOf } from '../visit.ts';

const first = (city: City) => city.hear('services.json', {}, serviceRows);

export const transport: readonly Examination[] = [
  {
    id: 'reachable',
    title: 'Does the server answer?',
    async look(city) {
      const { visit } = await first(city);
      if (visit.hidden) return good({ visit }, 'A browser can reach it; what it may read is another check.');
      if (visit.failure === undefined) return good({ visit }, 'The address leads to a server that answers.');
      return broken(
        { visit },
        'The page has no services to show. Residents see that the city cannot be reached, and the phone number.',
        'Tries three times, then says so.',
        'Is this the address of the endpoint, and is it open to the public internet, with a certificate browsers trust?',
      );
    },
  },
  {
    id: 'https',
    title: 'Is the address encrypted (HTTPS)?',
    async look({ base, ...city }) {
      const { visit } = await city.hear('services.json', {}, serviceRows);
      const found = base.origin;
      if (base.protocol === 'http:' && !isLoopback(base)) {
        return broken(
          { visit, found },
          'A page on https may not talk to an address on http: the browser stops it before anything is sent.',
          'Cannot get through from a secure page.',
          'Serve the endpoint on https, with a certificate browsers trust.',
        );
      }
      if (visit.failure !== undefined && !visit.hidden) return notTried('the server did not answer.', { visit });
      if (base.protocol === 'http:') {
        const means = 'It is on this computer, which browsers excuse from encryption. For residents it needs https.';
        return good({ visit, found }, means);
      }
      return good({ visit, found }, 'What residents send is encrypted, and a secure page may talk to it.');
    },
  },
  {
    id: 'mixed-content',
    title: 'Are the links in its answers secure too?',
    async look(city) {
      const { rows: requests = [], visit } = await city.requests();
      const discovery = await city.discovery();
      const text = [
        discovery.rows ? discovery.body.text : '',
        ...requests.map((row) => JSON.stringify(row['media_url'] ?? '')),
      ];
      const links = text
        .flatMap((each) => each.match(/https?:\\?\/\\?\/[^\s"'<,]+/g) ?? [])
        .map((link) => link.replaceAll('\\', ''));
      // The name of the specification is an address that no one visits.
      const own = links.filter((link) => addressOf(link) !== undefined && !/open311\.org/.test(link));
      if (own.length === 0) return notTried('no answer had a link in it.', { visit });
      const insecure = own.filter((link) => link.startsWith('http:') && !isLoopback(new URL(link)));
      const seen = {
        visit,
        found: insecure.length > 0 ? some(insecure, own.length) : `${own.length} links, all secure.`,
      };
      if (insecure.length === 0) return good(seen, 'A secure page can load all that the answers point to.');
      return deviates(
        seen,
        'On a secure page the browser blocks them or loads them over https: photos may be missing.',
        'Shows the links it was given; an endpoint address on http it cannot use.',
        'Give every link in answers as https.',
      );
    },
  },
  {
    id: 'redirects',
    title: 'Does it answer at its address, without a redirect?',
    async look(city) {
      const reports = (await city.requests()).visit;
      const services = (await first(city)).visit;
      const needed = [reports, services, (await city.services()).visit];
      for (const { visit } of await city.definitions()) needed.push(visit);
      const redirected = needed.find(({ hops }) => hops.length > 0);
      if (!redirected) {
        if (services.failure !== undefined) return notTried('the server did not answer.', { visit: services });
        return good({ visit: reports }, 'Reports arrive where they are sent.');
      }
      const to = redirected.hops.at(-1)?.to;
      const seen = { visit: redirected, found: to === undefined ? undefined : `It leads to ${to}` };
      if (redirected === reports) {
        return broken(
          seen,
          'A report sent to a redirected address loses its content on the way: it is not filed.',
          'Follows redirects when it reads, refuses them when it sends: better no report than an empty one.',
          'Answer at the address itself, with and without a slash at its end. Or tell us the final address, to use as endpoint.',
        );
      }
      return broken(
        seen,
        'The form needs this address. A browser follows only where every step gives leave for other sites (CORS), and a report, sent beside it, may lose its content the same way.',
        'Follows redirects when it reads, refuses them when it sends.',
        'Answer at the address itself. Or tell us the final address, to use as endpoint.',
      );
    },
  },
  {
    id: 'speed',
    title: 'Does the list of services come quickly?',
    async look(city) {
      const { visit } = await city.services();
      if (visit.status === undefined) return notTried('the server did not answer.', { visit });
      const seen = { visit, found: `${Math.round(visit.ms)} ms from here.` };
      if (visit.ms <= city.timeout / 5) return good(seen, 'Residents do not wait for it.');
      return deviates(
        seen,
        'Residents on a phone wait this long, and longer, before they can choose what to report.',
        'Shows the first field meanwhile, and gives up after 15 seconds.',
        'Make the list of services quick, or let it be cached.',
      );
    },
  },
  {
    id: 'size',
    title: 'Are the answers small enough for a phone?',
    async look(city) {
      const lists = [(await city.services()).visit, (await city.requests()).visit].filter(({ status }) => status);
      const [largest] = lists.sort((a, b) => b.bytes.length - a.bytes.length);
      if (!largest) return notTried('the server did not answer.');
      const seen = { visit: largest, found: `The largest has ${Math.ceil(largest.bytes.length / 1000)} kB.` };
      if (largest.tooLong) {
        return broken(
          seen,
          'The page stops reading.',
          'Reads 8 MB and no further.',
          'Keep lists below 1,000 rows, in pages.',
        );
      }
      if (largest.bytes.length <= 1_000_000) return good(seen, 'It loads on a slow connection.');
      return deviates(
        seen,
        'On a slow connection residents wait long for it.',
        'Reads it, up to 8 MB.',
        'Send lists in pages, without what nobody reads, and compressed.',
      );
    },
  },
  {
    id: 'rate-limits',
    title: 'Does it say when it is asked too often?',
    look(city) {
      const busy = city.visits.find(({ status }) => status === 429 || status === 503);
      const told = city.visits.find(({ headers }) => [...headers.keys()].some((name) => /^x?-?ratelimit/.test(name)));
      if (!busy && told) return good({ visit: told }, 'It says in its headers how much may be asked.');
      if (!busy) return notTried('nothing was refused, and this check does not ask so often that it would be.');
      const after = busy.headers.get('Retry-After');
      return deviates(
        { visit: busy, found: after === null ? 'No Retry-After.' : `Retry-After: ${after}` },
        `It refuses when it is busy${after === null ? ', and does not say until when' : ''}. On a busy day residents meet this too.`,
        after === null
          ? 'Asks again after a moment, three times in all.'
          : 'Waits as long as it says, up to ten seconds.',
        'Allow a page some 20 questions a minute for each resident, and send Retry-After with a refusal.',
      );
    },
  },
];

/** Browsers treat this computer as secure. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
