/** Keys, jurisdictions, and the headers that keep residents safe. */
import { broken, deviates, good, notTried, type Examination } from '../examination.ts';
import { wordIn } from '../body.ts';
import { silence } from '../visit.ts';

export const manners: readonly Examination[] = [
  {
    id: 'read-key',
    title: 'Can everyone read, without a key?',
    async look(city) {
      const { visit, rows } = await city.services();
      const [about] = (await city.discovery()).rows ?? [];
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (visit.status === 401 || visit.status === 403) {
        return broken(
          { visit, found: `Status ${visit.status}.` },
          'A page would have to carry a key, and whoever reads the page reads the key.',
          'Sends no key when it reads. A relay of your own can add one.',
          'Let everyone read services and requests; the standard asks for no key there.',
        );
      }
      if (!rows) return notTried('the services could not be read.', { visit });
      const words = about ? wordIn(about, 'key_service') : '';
      return good(
        { visit, found: words ? `About keys it says: ${words}` : undefined },
        'A page needs no secret to show services and requests.',
      );
    },
  },
  {
    id: 'jurisdiction',
    title: 'Is it clear which city is meant (jurisdiction_id)?',
    async look(city) {
      const { visit, rows, body } = await city.services();
      const { jurisdictionId } = city.options;
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (rows) {
        return good(
          { visit, found: jurisdictionId ? `Asked with ${jurisdictionId}.` : 'Asked without.' },
          jurisdictionId
            ? 'The endpoint knows this jurisdiction.'
            : 'The endpoint serves one city; a page need not name it.',
        );
      }
      if (!/jurisdiction/i.test(body.text))
        return notTried('the services could not be read, and the answer says nothing about it.', { visit });
      return broken(
        { visit },
        jurisdictionId
          ? 'The endpoint does not know this city.'
          : 'The endpoint serves several cities and has to be told which.',
        'Sends the attribute jurisdiction-id with every question.',
        'Which jurisdiction_id is ours?',
      );
    },
  },
  {
    id: 'cookies',
    title: 'Does it leave residents untracked (no cookies)?',
    async look(city) {
      const { visit } = await city.services();
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (city.inPage) return notTried('a browser page cannot see cookies of another site.', { visit });
      const setting = city.visits.find(({ headers, hops }) =>
        [headers, ...hops.map((hop) => hop.headers)].some((each) => each.has('Set-Cookie')),
      );
      if (!setting)
        return good(
          { visit, found: `${city.visits.length} answers, no cookie.` },
          'Your privacy notice need not name it for cookies.',
        );
      return deviates(
        { visit: setting },
        'Your privacy notice may have to name this cookie. Browsers refuse it on other sites anyway.',
        'Neither sends nor keeps cookies.',
        'Set no cookies on the API.',
      );
    },
  },
  {
    id: 'nosniff',
    title: 'Is the browser told not to guess what an answer is?',
    async look(city) {
      const { visit } = await city.services();
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (city.inPage) return notTried('a browser page cannot see this header of another site.', { visit });
      if (/^nosniff$/i.test(visit.headers.get('X-Content-Type-Options') ?? '')) {
        return good({ visit }, 'What residents wrote is never run as a page.');
      }
      return deviates(
        { visit, found: 'X-Content-Type-Options is missing.' },
        'Someone could write a report that a browser, opening the API’s own address, takes for a page.',
        'Shows what residents wrote as plain text alone.',
        'Send `X-Content-Type-Options: nosniff`.',
      );
    },
  },
];
