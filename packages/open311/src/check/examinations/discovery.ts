/** Service discovery: where the city says where its API is. */
import { wordIn } from '../body.ts';
import { deviates, good, notTried, some, type Examination } from '../examination.ts';
import { endpointsIn } from '../city.ts';

export const discovery: readonly Examination[] = [
  {
    id: 'discovery',
    title: 'Does the city say where its API is (discovery)?',
    async look(city) {
      const { visit, rows } = await city.discovery();
      if ((await city.services()).visit.failure) return notTried('the server did not answer.', { visit });
      const [row] = rows ?? [];
      if (!row) {
        return deviates(
          { visit, found: 'There is none beside the endpoint, in it, or at the root of the site.' },
          'Apps cannot find the city by themselves. A page that knows the address needs none.',
          'Uses the address it was given.',
          'Serve discovery.json and discovery.xml, and tell us where.',
        );
      }
      const missing = ['changeset', 'contact', 'key_service'].filter((name) => wordIn(row, name) === '');
      const lacking = endpointsIn(row).flatMap((endpoint) =>
        ['specification', 'url', 'changeset', 'type', 'formats'].filter((name) => !(name in endpoint)),
      );
      const all = [...new Set([...missing, ...lacking])];
      if (all.length === 0)
        return good({ visit }, 'Apps find the city, and whom to ask for a key.', 'Shows what it says.');
      return deviates(
        { visit, found: `Missing: ${all.join(', ')}` },
        'Nothing for a page. Other apps may not find the way.',
        'Reads what is there.',
        'Fill in all fields of discovery; the standard requires them.',
      );
    },
  },
  {
    id: 'discovery-endpoint',
    title: 'Does discovery name this endpoint?',
    async look(city) {
      const { visit, rows } = await city.discovery();
      const [row] = rows ?? [];
      if (!row) return notTried('there is no discovery.', { visit });
      const endpoints = endpointsIn(row).filter((each) => /georeport_v2/i.test(wordIn(each, 'specification')));
      const bare = (address: string) => address.replace(/^https?:/, '').replace(/\/*$/, '');
      const own = endpoints.find((each) => bare(wordIn(each, 'url')) === bare(city.base.href));
      if (own) {
        return good(
          { visit, found: `It is of type ${wordIn(own, 'type') || 'unknown'}.` },
          'What it says is about this address.',
        );
      }
      const urls = endpoints.map((each) => wordIn(each, 'url'));
      return deviates(
        { visit, found: `It names ${urls.length === 0 ? 'no GeoReport v2 endpoint' : some(urls)}` },
        'The address used here may be an old one that will go away.',
        'Uses the address it was given.',
        'Which address is the one to use, and which is for tests?',
      );
    },
  },
];
