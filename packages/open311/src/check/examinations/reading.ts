/** What Citydesk's own client makes of it all: the same answers once more, through the client. */
import { createClient, type Client } from '../../client.ts';
import { Open311Error } from '../../errors.ts';
import type { Quirk } from '../../types.ts';
import { wordIn } from '../body.ts';
import type { City } from '../city.ts';
import { broken, deviates, good, notTried, some, type Examination } from '../examination.ts';
import { responseFrom, silence } from '../visit.ts';

/** The client of a page, reading what was already answered. What it mends goes to `onQuirk`. */
function clientOf(city: City, onQuirk: (quirk: Quirk) => void) {
  const { jurisdictionId } = city.options;
  return createClient({
    endpoint: city.base.href,
    jurisdictionId,
    onQuirk,
    timeout: city.timeout,
    fetch: async (url) => responseFrom(await city.at(String(url))),
  });
}

/** Reads what the list holds already: a check is no reason to ask a city for all its pages. */
async function readList(city: City, client: Client): Promise<number> {
  const { rows = [] } = await city.requests();
  const ids = new Set(rows.map((row) => wordIn(row, 'service_request_id')).filter((id) => id !== ''));
  let read = 0;
  if (ids.size > 0) for await (const _ of client.requests()) if (++read >= ids.size) break;
  return read;
}

export const reading: readonly Examination[] = [
  {
    id: 'citydesk-reads',
    title: 'Does Citydesk’s own client read the answers?',
    async look(city) {
      const { visit } = await city.services();
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      const client = clientOf(city, () => undefined);
      try {
        const services = await client.services();
        const codes = (await city.definitions()).map(({ serviceCode }) => serviceCode);
        for (const code of codes) await client.serviceDefinition(code);
        const requests = await readList(city, client);
        const found = `${services.length} services, ${codes.length} definitions, ${requests} requests.`;
        return good({ visit, found }, 'The widgets can show what the city says.', 'Read it all.');
      } catch (error) {
        if (!(error instanceof Open311Error)) throw error;
        return broken(
          {
            visit:
              city.visits.find(({ status, url }) => status === error.status && error.message.includes(url)) ?? visit,
            found: `${error.name}: ${error.message}`,
          },
          'Something here cannot be shown; see the other checks for what.',
          'Says that the city cannot be reached, and shows the phone number.',
          'See the other checks.',
        );
      }
    },
  },
  {
    id: 'mends',
    title: 'Can the answers be used without mending?',
    async look(city) {
      const { visit, rows } = await city.services();
      if (!rows) return notTried('there is no list of services.', { visit });
      const quirks = new Map<string, Quirk>();
      const client = clientOf(city, (quirk) => void quirks.set(`${quirk.row} ${quirk.where}`, quirk));
      const codes = (await city.definitions()).map(({ serviceCode }) => serviceCode);
      const list = () => readList(city, client);
      for (const read of [
        () => client.services(),
        list,
        ...codes.map((code) => () => client.serviceDefinition(code)),
      ]) {
        // What cannot be read at all is the business of the check before.
        await read().catch(() => undefined);
      }
      if (quirks.size === 0)
        return good({ visit }, 'What the city means and what the page shows are the same.', 'Mended nothing.');
      const said = [...quirks.values()].map(({ row, where }) => `row ${row} (${where})`);
      return deviates(
        { visit, found: some(said) },
        'What the page shows is what was most likely meant.',
        'Mended it. The rows stand in the table of dialects in the README of @citydesk/open311.',
        'See the other checks; each of these costs every program some work.',
      );
    },
  },
];
