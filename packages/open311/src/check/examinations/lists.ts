/** What can be asked of the list of requests: one, several, a stretch of time, a page. */
import { wordIn, type Row } from '../body.ts';
import type { City, Heard } from '../city.ts';
import { deviates, good, notTried, type Examination, type Finding } from '../examination.ts';

export const id = (row: Row) => wordIn(row, 'service_request_id');
const filed = (row: Row) => Date.parse(wordIn(row, 'requested_datetime'));
const day = 86_400_000;

const asked = async (city: City, query: Record<string, string>) =>
  city.hear(`requests.${(await city.suffix()) ?? 'json'}`, query);

/** The city's requests that have an id, or why nothing can be tried. */
export async function withIds(
  city: City,
  least: number,
  look: (rows: readonly [Row, ...Row[]], list: Heard) => Promise<Finding>,
): Promise<Finding> {
  const list = await city.requests();
  const rows = (list.rows ?? []).filter((row) => id(row) !== '');
  const [first, ...rest] = rows;
  if (first && rows.length >= least) return look([first, ...rest], list);
  return notTried(`it needs ${least === 1 ? 'a request' : `${least} requests`} to try with.`, list);
}

export const lists: readonly Examination[] = [
  {
    id: 'one-request',
    title: 'Can one request be looked up by its number?',
    look: (city) =>
      withIds(city, 1, async ([row]) => {
        const {
          visit,
          rows = [],
          body,
        } = await city.hear(`requests/${encodeURIComponent(id(row))}.${(await city.suffix()) ?? 'json'}`);
        const found = rows.filter((each) => id(each) === id(row));
        if (found.length === 0) {
          return deviates(
            { visit, found: `It is not there (status ${visit.status ?? 'none'}).` },
            'Residents cannot look up their number directly.',
            'Asks the list for it instead.',
            'Answer requests/{id} with the request.',
          );
        }
        if (rows.length === 1 && (body.kind === 'xml' || Array.isArray(body.value))) {
          return good({ visit }, 'Residents can look up what became of their report.');
        }
        return deviates(
          {
            visit,
            found: rows.length > 1 ? `${rows.length} requests come, where one is due.` : 'It is not in a list.',
          },
          'Nothing here; other programs may not find it.',
          'Finds the one it asked for.',
          'Answer requests/{id} with a list of this one request.',
        );
      }),
  },
  {
    id: 'several-requests',
    title: 'Can several requests be looked up at once?',
    look: (city) =>
      withIds(city, 2, async ([one, other]) => {
        const wanted = [id(one), id(other!)];
        const { visit, rows = [] } = await asked(city, { service_request_id: wanted.join(',') });
        const got = rows.map(id);
        if (wanted.every((each) => got.includes(each)) && got.length === 2) {
          return good({ visit }, 'A resident’s list of reports takes one question.');
        }
        return deviates(
          { visit, found: `Asked for 2, got ${rows.length}.` },
          'A resident’s list of reports takes a question for each.',
          'Asks for them one by one.',
          'Take several ids in service_request_id, with commas between them.',
        );
      }),
  },
  {
    id: 'window',
    title: 'Can requests of certain days be asked for?',
    look: (city) =>
      withIds(city, 2, async (all) => {
        const dates = all.map(filed).filter((each) => !Number.isNaN(each));
        const [newest, oldest] = [Math.max(...dates), Math.min(...dates)];
        if (!(newest - oldest > 2000)) return notTried('it needs two requests of different times to try with.');
        const middle = (newest + oldest) / 2;
        const text = (time: number) => new Date(time).toISOString().replace(/\.\d+/, '');
        const query = { start_date: text(middle), end_date: text(newest + 60_000) };
        const { visit, rows } = await asked(city, query);
        if (!rows) {
          return deviates(
            { visit, found: `Status ${visit.status ?? 'none'}.` },
            'The city refuses dates written as the standard has it.',
            'Can send them in the city’s own time, if the page is told to.',
            'Take start_date and end_date with Z or an offset.',
          );
        }
        const inside = rows.filter((row) => !(filed(row) < middle - 1000));
        if (rows.length > 0 && inside.length === rows.length)
          return good({ visit, found: `${rows.length} in the window.` }, 'Long lists can be read in steps.');
        return deviates(
          { visit, found: `${rows.length - inside.length} of ${rows.length} lie outside of the dates.` },
          'Only what the city lists by itself can be shown; older requests are out of reach.',
          'Shows what comes, also what it did not ask for.',
          'Honour start_date and end_date.',
        );
      }),
  },
  {
    id: 'default-window',
    title: 'Does the list keep to 90 days and 1,000 requests?',
    look: (city) =>
      withIds(city, 1, async (all, { visit }) => {
        const old = all.filter((row) => filed(row) < Date.now() - 91 * day);
        if (old.length === 0 && all.length <= 1000)
          return good({ visit, found: `${all.length} requests.` }, 'The list stays short.');
        return deviates(
          { visit, found: `${all.length} requests, ${old.length} of them older than 90 days.` },
          'The list grows and becomes slow.',
          'Reads up to 8 MB of it.',
          'Without dates, list the last 90 days, and 1,000 requests at most.',
        );
      }),
  },
  {
    id: 'status-filter',
    title: 'Can open and closed requests be asked for?',
    look: (city) =>
      withIds(city, 2, async (all) => {
        const is = (row: Row, status: string) => wordIn(row, 'status').toLowerCase() === status;
        const [first] = all;
        const status = wordIn(first, 'status').toLowerCase();
        if (!/^(open|closed)$/.test(status)) return notTried('the first request is neither open nor closed.');
        if (!all.some((row) => !is(row, status))) return notTried('the list has one status only.');
        const { visit, rows = [] } = await asked(city, { status });
        const others = rows.filter((row) => !is(row, status)).length;
        if (rows.length > 0 && others === 0)
          return good({ visit, found: `${rows.length} are ${status}.` }, 'A page can list what is still open.');
        return deviates(
          { visit, found: `Asked for ${status}: ${rows.length} came, ${others} of them not so.` },
          'A page has to read all to list some.',
          'Shows each with the status it has.',
          'Honour status=open and status=closed.',
        );
      }),
  },
  {
    id: 'default-status',
    title: 'Does the list show closed requests too?',
    look: (city) =>
      withIds(city, 1, async (all, list) => {
        if (all.some((row) => !/^open$/i.test(wordIn(row, 'status')))) {
          return good(list, 'Residents see what was done, not only what is open.');
        }
        const { visit, rows = [] } = await asked(city, { status: 'open,closed' });
        if (!rows.some((row) => /^closed$/i.test(wordIn(row, 'status'))))
          return notTried('no closed request was found to try with.', { visit });
        return deviates(
          { visit, found: 'Without status only open requests are listed.' },
          'What was done goes unseen, unless it is asked for.',
          'Asks for both where it matters.',
          'Without status, list open and closed requests.',
        );
      }),
  },
  {
    id: 'service-filter',
    title: 'Can requests of one service be asked for?',
    look: (city) =>
      withIds(city, 2, async (all) => {
        const code = wordIn(all[0], 'service_code');
        if (code === '' || all.every((row) => wordIn(row, 'service_code') === code))
          return notTried('the list has one service only.');
        const { visit, rows = [] } = await asked(city, { service_code: code });
        const others = rows.filter((row) => wordIn(row, 'service_code') !== code).length;
        if (rows.length > 0 && others === 0)
          return good(
            { visit, found: `${rows.length} of service ${code}.` },
            'A page about one service can list its requests.',
          );
        return deviates(
          { visit, found: `${rows.length} came, ${others} of them of other services.` },
          'The same problem, reported before, is harder to find.',
          'Shows what comes, also what it did not ask for.',
          'Honour service_code.',
        );
      }),
  },
  {
    id: 'pages',
    title: 'Can long lists be read in pages?',
    look: (city) =>
      withIds(city, 3, async () => {
        for (const size of ['page_size', 'per_page']) {
          const first = await asked(city, { [size]: '1', page: '1' });
          const second = await asked(city, { [size]: '1', page: '2' });
          const ids = [first, second].map(({ rows = [] }) => rows.map(id).join());
          if (first.rows?.length === 1 && second.rows?.length === 1 && ids[0] !== ids[1]) {
            return good({ visit: second.visit, found: `By page and ${size}.` }, 'A phone loads a little at a time.');
          }
        }
        const { visit, rows = [] } = await asked(city, { page_size: '1', page: '2' });
        return deviates(
          { visit, found: `Asked for one request on page 2: ${rows.length} came.` },
          'A phone loads the whole list. The standard knows no pages, so this is no mistake.',
          'Reads the list by stretches of time instead.',
          'Take page and page_size, as many cities do.',
        );
      }),
  },
];
