/** What the city says when something is not there or not right. */
import { rowsOf, wordIn, type Row } from '../body.ts';
import type { City, Heard } from '../city.ts';
import { deviates, good, notTried, type Examination, type Finding } from '../examination.ts';
import { silence } from '../visit.ts';

/** Whether 404 comes for what is not there. */
function missing({ visit, rows }: Heard, what: string, citydesk: string): Finding {
  const { status } = visit;
  if (status === undefined) return notTried(silence(visit), { visit });
  if (status === 404 || status === 410) return good({ visit }, `A mistyped ${what} is told from a server that fails.`);
  const asked = { visit, found: `Status ${status}${rows?.length === 0 ? ', and an empty list' : ''}.` };
  const ask = `Answer 404, with an error that residents understand, for an unknown ${what}.`;
  if (status >= 500)
    return deviates(
      asked,
      `A mistyped ${what} looks like a server that fails.`,
      'Says that it does not work right now, and to try again.',
      ask,
    );
  return deviates(asked, `Other programs may not see that the ${what} is unknown.`, citydesk, ask);
}

const shapes = ['error', 'errors'];

/** The shape of an error, in words; `undefined` for that of the standard. */
export function shapeOf({ body }: Pick<Heard, 'body'>): string | undefined {
  const { kind, value } = body;
  if (kind === 'html') return 'a web page';
  if (kind === 'text') return 'plain text';
  if (kind === 'empty') return 'nothing';
  if (value === undefined) return 'what cannot be read';
  if (kind === 'json' && !Array.isArray(value))
    return `an object with ${Object.keys(value as object)
      .slice(0, 4)
      .join(', ')}`;
  const rows = errorRowsOf({ body });
  if (rows.length === 0) return 'an empty list';
  const fine = rows.every((row) => wordIn(row, 'code') !== '' && wordIn(row, 'description') !== '');
  return fine ? undefined : `a list with ${Object.keys(rows[0]!).slice(0, 4).join(', ')}`;
}

/** The errors in an answer, as the city wrote them. */
export function errorRowsOf({ body: { kind, value } }: Pick<Heard, 'body'>): readonly Row[] {
  return rowsOf(value, kind === 'xml' ? shapes : []) ?? [];
}

async function errorsOf(city: City): Promise<readonly Heard[]> {
  const asked: readonly Heard[] = Object.values(await city.unknown());
  return asked.filter(({ visit }) => (visit.status ?? 0) >= 400);
}

export const errors: readonly Examination[] = [
  {
    id: 'unknown-request',
    title: 'Is an unknown request number answered with 404?',
    async look(city) {
      const { request } = await city.unknown();
      if (request.rows?.length) {
        return deviates(
          { visit: request.visit, found: `${request.rows.length} requests come for a number that does not exist.` },
          'Residents who mistype their number may see the report of someone else.',
          'Takes only the request it asked for, where several come.',
          'Answer 404 for an unknown number.',
        );
      }
      return missing(request, 'number', 'Says that the city does not know this number.');
    },
  },
  {
    id: 'unknown-service',
    title: 'Is an unknown service answered with 404?',
    look: async (city) => missing((await city.unknown()).service, 'service', 'Lets the resident choose again.'),
  },
  {
    id: 'errors',
    title: 'Are errors as the standard has them?',
    async look(city) {
      const all = await errorsOf(city);
      if (!all[0]) return notTried('no question brought an error.');
      const odd = all.find((each) => shapeOf(each) !== undefined);
      if (!odd) return good({ visit: all[0].visit }, 'Residents can be told what was wrong, in the city’s words.');
      return deviates(
        { visit: odd.visit, found: `The error is ${shapeOf(odd)}.` },
        'Other programs cannot say what was wrong.',
        'Reads what words it finds; shows nothing of a web page, and says in general words what happened.',
        'Send a list of {code, description} with every error, in the format that was asked for.',
      );
    },
  },
  {
    id: 'error-words',
    title: 'Do errors keep the inside of the server to themselves?',
    async look(city) {
      const all = await errorsOf(city);
      if (!all[0]) return notTried('no question brought an error.');
      const odd = all.find(({ body }) => inside.test(body.text.slice(0, 20_000)));
      if (!odd) return good({ visit: all[0].visit }, 'They tell strangers nothing about how the server is built.');
      return deviates(
        { visit: odd.visit, found: `It says “${inside.exec(odd.body.text.slice(0, 20_000))?.[0].slice(0, 60)}”.` },
        'Strangers learn how the server is built, and residents read what they cannot understand.',
        'Shows residents nothing that comes with a failure of the server.',
        'Write such messages to a log, and send words for residents.',
      );
    },
  },
];

/** Traces, databases, modules, folders. */
const inside =
  /Traceback \(most recent|\bat [\w.$<>]+ ?\([^)]*:\d+|at \/?[\w./-]+ line \d+|\b(?:SQLSTATE|ORA-\d{5}|PG::|PDOException|NullPointerException|java\.lang\.|System\.\w+Exception)|\/(?:usr|var|srv|opt|home)\/\w|Can't (?:call|locate) \w+|DEBUG = True/;
