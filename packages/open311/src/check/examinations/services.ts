/** The list of services: what a resident can report. */
import { countsOf, wordIn, type Row } from '../body.ts';
import type { City, Heard } from '../city.ts';
import { broken, deviates, good, notTried, said, some, type Examination, type Finding } from '../examination.ts';
import { silence } from '../visit.ts';

/** Looks at the rows, where there are any. */
async function withRows(city: City, look: (rows: readonly Row[], heard: Heard) => Finding | Promise<Finding>) {
  const heard = await city.services();
  return heard.rows?.length ? look(heard.rows, heard) : notTried('there is no list of services.', heard);
}

const code = (row: Row) => wordIn(row, 'service_code');

export const services: readonly Examination[] = [
  {
    id: 'services',
    title: 'Is there something to report?',
    async look(city) {
      const { visit, rows } = await city.services();
      const usable = rows?.filter((row) => code(row) !== '') ?? [];
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (usable.length > 0)
        return good({ visit, found: `${usable.length} services.` }, 'Residents can choose what to report.');
      return broken(
        {
          visit,
          found: rows ? 'The list is empty.' : `Status ${visit.status}, and no list of services with codes.`,
        },
        'The form has nothing to offer: no one can report.',
        'Says that the city takes no reports here, and shows the phone number.',
        'Which services can residents report on here? Is a jurisdiction_id or a key needed to list them?',
      );
    },
  },
  {
    id: 'service-codes',
    title: 'Is each service code there once?',
    look: (city) =>
      withRows(city, (rows, { visit }) => {
        const twice = [...countsOf(rows.map(code))].filter(([, count]) => count > 1).map(([each]) => each);
        if (twice.length === 0) return good({ visit }, 'Each service is one of its own.');
        return deviates(
          { visit, found: `More than once: ${some(twice.map((each) => each || '(none)'))}` },
          'Some services cannot be told apart, and a report may go to the wrong desk.',
          'Keeps the first of them alone.',
          'Give each service a code of its own.',
        );
      }),
  },
  {
    id: 'codes-in-addresses',
    title: 'Are the codes safe in addresses?',
    look: (city) =>
      withRows(city, (rows, { visit }) => {
        const odd = said(rows, (row) => encodeURIComponent(code(row)) !== code(row) && code(row));
        if (odd.length === 0) return good({ visit }, 'No code needs special care.');
        return deviates(
          { visit, found: some(odd, rows.length) },
          'A code with a blank or a slash must be written with percent codes; some servers then do not find it.',
          'Writes it so.',
          'Take percent codes in addresses (%20, %2F), or use codes of letters and digits.',
        );
      }),
  },
  {
    id: 'service-names',
    title: 'Has every service a name?',
    look: (city) =>
      withRows(city, (rows, { visit }) => {
        const odd = said(rows, (row) => wordIn(row, 'service_name') === '' && code(row));
        if (odd.length === 0) return good({ visit }, 'Residents read what they choose.');
        return deviates(
          { visit, found: `Without a name: ${some(odd, rows.length)}` },
          'Residents see a code in place of a name.',
          'Shows the code.',
          'Give every service a name residents understand.',
        );
      }),
  },
  {
    id: 'service-types',
    title: 'Is it clear how each service answers (type)?',
    look: (city) =>
      withRows(city, (rows, { visit }) => {
        const odd = said(
          rows,
          (row) => !/^(realtime|batch|blackbox)$/.test(wordIn(row, 'type')) && (wordIn(row, 'type') || '(none)'),
        );
        if (odd.length === 0) return good({ visit }, 'It is known whether a number comes at once, later, or never.');
        return deviates(
          { visit, found: some(odd, rows.length) },
          'It is not known whether residents get a number at once.',
          'Expects one at once.',
          'Set type to realtime, batch or blackbox.',
        );
      }),
  },
  {
    id: 'service-metadata',
    title: 'Is it clear which services ask questions (metadata)?',
    look: (city) =>
      withRows(city, (rows, { visit, body }) => {
        const odd = said(rows, ({ metadata }) => {
          const fine =
            body.kind === 'xml' ? /^(true|false)$/.test(String(metadata).trim()) : typeof metadata === 'boolean';
          return !fine && JSON.stringify(metadata ?? '(none)');
        });
        if (odd.length === 0) return good({ visit }, 'Only services with questions are asked for them.');
        return deviates(
          { visit, found: some(odd, rows.length) },
          'Programs that take the word "false" for yes ask for questions that are not there.',
          'Takes true, "true", "1" and "yes" for yes.',
          'Send metadata as true or false, without quotes.',
        );
      }),
  },
  {
    id: 'service-groups',
    title: 'Are the services in groups?',
    look: (city) =>
      withRows(city, (rows, { visit }) => {
        const odd = said(rows, (row) => wordIn(row, 'group') === '' && code(row));
        // One for “something else” needs none, nor does a list that fits a screen.
        if (odd.length <= rows.length / 4 || rows.length < 8)
          return good({ visit }, 'Residents find their way through the list.');
        return deviates(
          { visit, found: `Without a group: ${some(odd, rows.length)}` },
          'Residents have to look through one long list.',
          'Offers a search, and lists these by name.',
          'Put every service in a group.',
        );
      }),
  },
  {
    id: 'service-keywords',
    title: 'Are services found by residents’ own words (keywords)?',
    look: (city) =>
      withRows(city, (rows, { visit }) => {
        const lists = rows.filter(({ keywords }) => keywords !== null && typeof keywords === 'object');
        const bare = rows.filter((row) => wordIn(row, 'keywords') === '');
        if (lists.length === 0 && bare.length < rows.length / 2)
          return good({ visit }, 'A search finds “hole” where the city says “pavement defect”.');
        return deviates(
          {
            visit,
            found:
              lists.length > 0
                ? `A list in ${lists.length} of ${rows.length}.`
                : `None in ${bare.length} of ${rows.length}.`,
          },
          lists.length > 0
            ? 'Programs that expect one text may not read it.'
            : 'A search finds only the words of name and description.',
          lists.length > 0 ? 'Reads it.' : 'Searches names and descriptions, and forgives misspelling.',
          'Send keywords as one text with commas: words that residents use.',
        );
      }),
  },
];
