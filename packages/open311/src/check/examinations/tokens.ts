/** Cities that give a token first: whether they say so, and whether it leads to a number. */
import { wait } from '../../http/wait.ts';
import { rowsOf, wordIn } from '../body.ts';
import { requestRows, type City, type Heard } from '../city.ts';
import { deviates, good, notTried, type Examination, type Finding } from '../examination.ts';
import { silence } from '../visit.ts';
import { errorRowsOf, shapeOf } from './errors.ts';
import { sent } from './submit.ts';

/** Milliseconds before each look at a new token. By the standard it may take days; no one waits that long for a check. */
const pauses = [0, 500, 2500];

const ask = 'Answer tokens/{token} with the number, and 404 with an error of its own for an unknown token.';
const citydesk = 'Asks for the number now and then, and tells residents that the report was sent.';

/** The token of the report that was sent, if there is nothing but a token. */
async function ownToken(city: City): Promise<string | undefined> {
  if (!city.options.submit) return undefined;
  const { receipt } = await sent(city);
  return receipt?.serviceRequestId === undefined ? receipt?.token : undefined;
}

async function isBatch(city: City): Promise<readonly boolean[]> {
  return ((await city.services()).rows ?? []).map((row) => wordIn(row, 'type') === 'batch');
}

/** Looks until there is a number, or long enough. */
async function followed(city: City, token: string): Promise<Finding> {
  const url = new URL(`tokens/${encodeURIComponent(token)}.${(await city.suffix()) ?? 'json'}`, city.base);
  if (city.options.jurisdictionId) url.searchParams.set('jurisdiction_id', city.options.jurisdictionId);
  let last: Finding = notTried('the token was not looked at.');
  for (const pause of pauses) {
    if (pause > 0) await wait(pause, city.options.signal);
    const visit = await city.go(url.href, {});
    const { value } = await city.bodyOf(visit);
    const worked = visit.status !== undefined && visit.status < 300;
    const rows = worked ? rowsOf(value, requestRows.names) : undefined;
    if (rows?.some((row) => wordIn(row, 'service_request_id') !== '')) {
      return good({ visit, found: 'The token of the report led to a number.' }, 'Residents get their number later.');
    }
    const isThere = rows?.every((row) => Object.keys(row).length === 0 || 'token' in row);
    last = isThere
      ? notTried('the report’s token has no number yet; staff may have to look at the report first.', { visit })
      : deviates(
          { visit, found: `The token that the city gave brings status ${visit.status ?? 'none'}, and no number.` },
          'Residents may never learn their number.',
          citydesk,
          ask,
        );
  }
  return last;
}

/** What an error says, but for the words of its address. */
function wordsOf(heard: Heard): string {
  const words = errorRowsOf(heard).map((row) => `${wordIn(row, 'code')} ${wordIn(row, 'description')}`);
  return words.join().replace(/(tokens|citydesk-no-such-list)\/|\d{4,}/g, '');
}

export const tokens: readonly Examination[] = [
  {
    id: 'numbers',
    title: 'Do residents get a number at once?',
    async look(city) {
      const batch = await isBatch(city);
      const services = await city.services();
      const some = batch.filter(Boolean).length;
      if (await ownToken(city)) {
        return waiting({ visit: (await sent(city)).visit, found: 'The report brought a token.' });
      }
      if (batch.length === 0) return notTried('there is no list of services.', services);
      const seen = { visit: services.visit, found: `${some} of ${batch.length} services give a token first.` };
      if (some > batch.length / 2) return waiting(seen);
      return good(seen, 'Residents can write it down, and look it up.');
    },
  },
  {
    id: 'tokens',
    title: 'Is there a way from a token to a number?',
    async look(city) {
      const own = await ownToken(city);
      if (own !== undefined) return followed(city, own);
      const { token } = await city.unknown();
      const { visit } = token;
      if (visit.status === undefined) return notTried(silence(visit), { visit });
      if (visit.status === 404) {
        const path = `citydesk-no-such-list/citydesk-no-such-token.${(await city.suffix()) ?? 'json'}`;
        if (shapeOf(token) === undefined && wordsOf(token) !== wordsOf(await city.hear(path))) {
          return good(
            { visit, found: 'An unknown token has an error of its own.' },
            'Residents get their number later, where it does not come at once.',
          );
        }
        return notTried('an unknown token brings what any unknown address brings; only a report would show it.', token);
      }
      const none = [405, 501].includes(visit.status);
      return deviates(
        { visit, found: none ? 'There is no such address.' : `An unknown token brings status ${visit.status}.` },
        (await isBatch(city)).includes(true)
          ? 'Some services give a token first: residents may never learn their number.'
          : 'No service gives a token, so residents do not notice.',
        citydesk,
        ask,
      );
    },
  },
];

function waiting(seen: Parameters<typeof deviates>[0]): Finding {
  return deviates(
    seen,
    'Residents have no number to write down when they have reported. The standard allows it, so this is no mistake.',
    'Keeps the token, asks for the number now and then, and shows it once it is there.',
    'Give the number with the answer to a report, where you can.',
  );
}
