/** The rows of the list of requests: what residents and the public see of each. */
import { countsOf, isRow, wordIn, type Row } from '../body.ts';
import type { City, Heard } from '../city.ts';
import { broken, deviates, good, notTried, some, type Examination, type Finding } from '../examination.ts';
import { silence } from '../visit.ts';

const id = (row: Row) => wordIn(row, 'service_request_id') || '(no id)';

/** Looks at all rows; `odd` says what is wrong with one. */
async function each(
  city: City,
  odd: (row: Row, heard: Heard) => string | undefined | false,
  means: readonly [good: string, else_: string, citydesk: string, ask: string],
  only: (row: Row) => boolean = () => true,
): Promise<Finding> {
  const heard = await city.requests();
  const { visit, rows = [] } = heard;
  const looked = rows.filter(only);
  if (looked.length === 0)
    return notTried(rows.length > 0 ? 'no request has this.' : 'there are no requests to look at.', { visit });
  const found = looked.flatMap((row) => {
    const what = odd(row, heard);
    return what ? [`${id(row)} ${what}`] : [];
  });
  if (found.length === 0) return good({ visit, found: `${looked.length} looked at.` }, means[0]);
  return deviates({ visit, found: some(found, looked.length) }, means[1], means[2], means[3]);
}

const dated = ['requested_datetime', 'updated_datetime', 'expected_datetime'];
const withZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
export const misspelt = /^(zip_code|adress|adress_id|lng|lon|latitude|longitude|status_note)$|^\s|\s$|[A-Z]/;

export const requests: readonly Examination[] = [
  {
    id: 'requests',
    title: 'Can the city’s requests be listed?',
    async look(city) {
      const { visit, rows } = await city.requests();
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (rows?.length)
        return good({ visit, found: `${rows.length} requests.` }, 'Residents can follow what was reported.');
      if (rows) return good({ visit, found: 'The list is empty.' }, 'It can be read; nothing was reported of late.');
      return broken(
        { visit, found: `Status ${visit.status}, and no list.` },
        'Residents cannot see what was reported, nor what became of it.',
        'Says that requests cannot be shown. Reporting may still work.',
        'Where can requests be read? Is a jurisdiction_id or a key needed?',
      );
    },
  },
  {
    id: 'request-ids',
    title: 'Has every request an id, as text?',
    async look(city) {
      const { rows = [] } = await city.requests();
      const counts = countsOf(rows.map(id));
      return each(
        city,
        (row, { body }) => {
          if (id(row) === '(no id)') return wordIn(row, 'token') === '' ? 'is there' : 'has a token alone';
          if ((counts.get(id(row)) ?? 0) > 1) return 'is there more than once';
          return body.kind === 'json' && typeof row['service_request_id'] !== 'string' && 'is a number';
        },
        [
          'Residents get a number they can look up.',
          'Numbers may lose leading zeros or digits in other programs; rows without one cannot be looked up.',
          'Keeps every id as it is written; leaves out rows that have none yet.',
          'Send ids as text, one for each request.',
        ],
      );
    },
  },
  {
    id: 'dates',
    title: 'Do dates say their time zone?',
    look: (city) =>
      each(
        city,
        (row) => {
          const odd = dated.find((name) => wordIn(row, name) !== '' && !withZone.test(wordIn(row, name)));
          if (odd) return `has ${odd} ${wordIn(row, odd)}`;
          return Date.parse(wordIn(row, 'requested_datetime')) > Date.now() + 86_400_000 && 'is from the future';
        },
        [
          'Residents see the right hour, wherever they are.',
          'Times may be wrong by hours for a resident in another zone.',
          'Reads a date without a zone in the city’s zone, if the page names it, else in that of the device.',
          'Send dates like 2026-11-20T14:05:00Z or 2026-11-20T09:05:00-05:00.',
        ],
        (row) => dated.some((name) => wordIn(row, name) !== ''),
      ),
  },
  {
    id: 'statuses',
    title: 'Is the status open or closed?',
    look: (city) =>
      each(city, (row) => !/^(open|closed)$/.test(wordIn(row, 'status')) && `is ${wordIn(row, 'status') || '(none)'}`, [
        'Residents see whether something is still to do.',
        'Programs cannot tell whether a request is done.',
        'Shows the city’s word; takes closed, fixed, resolved and the like for closed, all else for open.',
        'Send status as open or closed, and finer words in status_notes.',
      ]),
  },
  {
    id: 'places',
    title: 'Are places clear?',
    look: (city) =>
      each(
        city,
        (row, { body }) => {
          const [lat, long] = [wordIn(row, 'lat'), wordIn(row, 'long')];
          if ((lat === '') !== (long === '')) return 'has half a place';
          if (Number(lat) === 0 && Number(long) === 0) return 'lies at 0/0, in the ocean';
          if (!(Math.abs(Number(lat)) <= 90 && Math.abs(Number(long)) <= 180)) return `lies at ${lat}/${long}`;
          return body.kind === 'json' && typeof row['lat'] !== 'number' && 'has its place as text';
        },
        [
          'Requests stand on the map where they are.',
          'Requests may stand in the ocean, or not at all, on other maps.',
          'Reads text as numbers; takes 0/0 and half a place for no place.',
          'Send lat and long as numbers, and leave both out where there is no place.',
        ],
        (row) => wordIn(row, 'lat') !== '' || wordIn(row, 'long') !== '',
      ),
  },
  {
    id: 'empty-fields',
    title: 'Is what is not known simply missing?',
    look: (city) =>
      each(
        city,
        (row) => {
          const odd = Object.entries(row).find(
            ([, value]) => typeof value === 'string' && /^(|null|nil|undefined|n\/a)$/i.test(value.trim()),
          );
          return odd && `has ${odd[0]} ${JSON.stringify(odd[1])}`;
        },
        [
          'Nothing shows where nothing is known.',
          'Pages that are not careful show empty lines, or the word “null”.',
          'Takes "", null, and the word “null” for not known.',
          'Leave out what is not known, or send null.',
        ],
      ),
  },
  {
    id: 'field-names',
    title: 'Are the fields spelt as in the standard?',
    look: (city) =>
      each(
        city,
        (row) => {
          const odd = Object.keys(row).find((name) => misspelt.test(name));
          return odd !== undefined && `has ${JSON.stringify(odd)}`;
        },
        [
          'Every program finds them.',
          'Programs miss what these fields say.',
          'Knows the misspellings seen so far.',
          'Spell fields as in the standard: zipcode, address, address_id, lat, long.',
        ],
      ),
  },
  {
    id: 'photos',
    title: 'Are photos given as one address?',
    look: (city) =>
      each(
        city,
        ({ media_url: media }) => {
          if (typeof media !== 'string') return 'has a list';
          if (!/^https?:\/\//i.test(media.trim())) return 'has no web address';
          return /,\s*https?:/i.test(media) && 'has several in one text';
        },
        [
          'Photos show.',
          'Programs that expect one address show no photo.',
          'Shows all it finds, each once.',
          'Send one address in media_url; further ones in extended_attributes.',
        ],
        ({ media_url: media }) => media !== undefined && media !== null && media !== '',
      ),
  },
  {
    id: 'private-data',
    title: 'Does it keep to itself who reported?',
    async look(city) {
      const { visit, rows = [] } = await city.requests();
      if (rows.length === 0) return notTried('there are no requests to look at.', { visit });
      const fields = [...new Set(rows.flatMap((row) => privateIn(row)))];
      if (fields.length > 0) {
        return broken(
          { visit, found: `Everyone can read ${fields.join(', ')}.` },
          'Anyone on the internet can read who reported, and how to reach them.',
          'Does not read or show it. It is public all the same.',
          'Take contact details out of all public answers, today.',
        );
      }
      // Without what stands before the @: on a long text that would take the square of its length.
      const mailed = rows.filter((row) => /\w@[a-z\d-]{1,63}\.[a-z\d]/i.test(wordIn(row, 'description')));
      if (mailed.length === 0)
        return good({ visit, found: `${rows.length} looked at.` }, 'Nobody learns from it who reported what.');
      return deviates(
        { visit, found: `An e-mail address stands in ${mailed.length} of ${rows.length} descriptions.` },
        'Residents wrote it there, and everyone can read it.',
        'Shows descriptions as they come. Its form warns residents not to write it there.',
        'Look for e-mail addresses and phone numbers in descriptions before they are shown.',
      );
    },
  },
];

/** The names of fields that tell who reported, where they say something. */
function privateIn(row: Row): readonly string[] {
  return Object.entries(row).flatMap(([name, value]) => {
    if (isRow(value)) return privateIn(value);
    const tells =
      /^(e_?mail|(tele)?phone(_number)?|mobile|first_?name|last_?name|device_id|account_id|ip(_address)?)$/i.test(name);
    return tells && wordIn(row, name) !== '' ? [name] : [];
  });
}
