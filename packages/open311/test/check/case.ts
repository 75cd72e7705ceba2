/** What a change to a good city makes a check say; and the changes. */
import type { CheckOptions, Outcome } from '../../src/check/types.ts';
import type { Change, Row } from '../good-city.ts';

export const origin = 'https://www.example.gov';
export const submit = { serviceCode: '006', testEndpoint: true } as const;
const page = '<!doctype html><title>Maintenance</title><h1>Back soon</h1>';

/** Changes the answers to one address, of GETs unless told. */
export function on(path: string | RegExp, change: Change, method = 'GET'): Change {
  const fits = (asked: string) => (typeof path === 'string' ? asked === path : path.test(asked));
  return (answer, asked) => (asked.method === method && fits(asked.path) ? change(answer, asked) : undefined);
}

/** Changes the first row of the services, the requests, or the questions. */
export const row = (path: string, change: (row: Row) => void): Change =>
  on(path, (answer) => {
    const [first] = Array.isArray(answer.body)
      ? (answer.body as Row[])
      : ((answer.body as Row)['attributes'] as Row[]).slice(1);
    if (first) change(first);
  });
export const service = (change: (row: Row) => void) => row('services.json', change);
export const request = (change: (row: Row) => void) => row('requests.json', change);
export const question = (change: (row: Row) => void) => row('services/006.json', change);

export const unallowed = (path: string | RegExp, method?: string) =>
  on(path, ({ headers }) => delete headers['Access-Control-Allow-Origin'] as unknown as void, method);
export const html: Change = (answer) => {
  answer.headers['Content-Type'] = 'text/html';
  answer.body = page;
};
/** An argument is not honoured: the whole list comes. */
export function deaf(argument: string): Change {
  let whole: unknown;
  return on('requests.json', (answer, { query }) => {
    if (String(query) === '') whole = answer.body;
    else if (query.has(argument)) answer.body = whole;
  });
}

/** Each report gets a number of its own. */
export function numbered(): Change {
  let number = 100;
  return on('requests.json', (answer) => void (answer.body = [{ service_request_id: String(number++) }]), 'POST');
}

export function refusedTwice(): Change {
  let count = 0;
  return on(
    'requests.json',
    (answer) => {
      if (count++ > 0)
        Object.assign(answer, { status: 400, body: [{ code: '400', description: 'base is a duplicate' }] });
    },
    'POST',
  );
}

export interface Case {
  readonly id: string;
  readonly is: Outcome;
  readonly when: string;
  readonly change: Change;
  readonly options?: Partial<CheckOptions>;
}
