/** What a request tells beyond the standard, where it is asked to (`extensions=true`). */
import { isRow, type Row } from '../body.ts';
import type { City } from '../city.ts';
import { deviates, good, notTried, type Examination } from '../examination.ts';
import type { Visit } from '../visit.ts';
import { id, withIds } from './lists.ts';
import { misspelt } from './requests.ts';

/** Of the standard, and of the profile in the docs. */
const known = new Set(
  `service_request_id token status status_notes service_name service_code description agency_responsible service_notice
  requested_datetime updated_datetime expected_datetime address address_id zipcode lat long media_url
  extended_attributes title detailed_status notes updates media_urls`.split(/\s+/),
);

/** One request with all the city can tell, and the names of its fields, those in `extended_attributes` among them. */
async function inFull(city: City, row: Row): Promise<{ readonly visit: Visit; readonly told: readonly string[] }> {
  const path = `requests/${encodeURIComponent(id(row))}.${(await city.suffix()) ?? 'json'}`;
  const { visit, rows = [] } = await city.hear(path, { extensions: 'true' });
  return { visit, told: rows.flatMap((each) => [...Object.keys(each), ...keysOf(each['extended_attributes'])]) };
}

export const extensions: readonly Examination[] = [
  {
    id: 'updates',
    title: 'Can residents read what was done (notes, updates)?',
    look: (city) =>
      withIds(city, 1, async ([row]) => {
        const { visit, told } = await inFull(city, row);
        const more = told.filter((name) => /^(notes|updates|detailed_status|attributes|photos|media_urls)$/.test(name));
        if (more.some((name) => /^(notes|updates|detailed_status)$/.test(name))) {
          return good(
            { visit, found: `Beyond the standard: ${[...new Set(more)].join(', ')}.` },
            'Residents see each step, not only open and closed.',
          );
        }
        return deviates(
          {
            visit,
            found:
              more.length > 0
                ? `Beyond the standard: ${more.join(', ')} alone.`
                : 'It says nothing beyond the standard.',
          },
          'Residents see open or closed, and one note at most. The standard knows no more, so this is no mistake.',
          'Shows status and status_notes.',
          'With extensions=true, send notes in extended_attributes, as the profile in the docs of Citydesk has it.',
        );
      }),
  },
  {
    id: 'extensions',
    title: 'Does it tell only what every program knows?',
    look: (city) =>
      withIds(city, 1, async ([row]) => {
        const { visit, told } = await inFull(city, row);
        if (told.length === 0) return notTried('one request alone could not be read.', { visit });
        const own = [...new Set(told)].filter((name) => !known.has(name) && !misspelt.test(name));
        if (own.length === 0) return good({ visit }, 'Its fields are those of the standard and of the profile.');
        return deviates(
          { visit, found: `Fields of its own: ${own.slice(0, 8).join(', ')}${own.length > 8 ? ', …' : ''}` },
          'Programs made for other cities leave these out. The standard allows more fields, so this is no mistake.',
          'Reads answers, notes and photos where it knows them; keeps other words of extended_attributes.',
          'Name what these fields mean, or use those of the profile in the docs of Citydesk.',
        );
      }),
  },
];

function keysOf(value: unknown): readonly string[] {
  return isRow(value) ? Object.keys(value) : [];
}
