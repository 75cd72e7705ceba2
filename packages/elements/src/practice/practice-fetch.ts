/**
 * A `fetch` for who practises: what is asked is asked, and what would be sent stays here. Whoever sends through it is answered as by a city that takes
 * everything, so that no screen has to know. Reports of practice numbers are answered from here as well, on any page.
 */
import en from '../messages/practice.en.json';
import { isPracticeNumber, madeAt, newPracticeNumber } from './practice-number.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What was "sent" from this page, by its number. Another page knows no more of one than its number tells. */
const made = new Map<string, Fields>();

export const practiceFetch: typeof globalThis.fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const method = (init.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
  if (method !== 'GET' && method !== 'HEAD') return sent(url, init.body);
  const asked = askedFor(url);
  const mine = asked.filter(isPracticeNumber);
  if (!mine.length) return withoutRelay(await fetch(input, init));
  const others = asked.filter((number) => !isPracticeNumber(number));
  const theirs = others.length ? await rest(url, others, init) : [];
  return json([...mine.map(report), ...theirs]);
};

/** Nothing leaves the page. A report gets a number; anything else, a feedback or a challenge, an answer without words. */
function sent(url: URL, body: unknown): Response {
  if (!/\/requests\.\w+$/.test(url.pathname)) return new Response('');
  const number = newPracticeNumber(Date.now());
  const fields = body instanceof FormData || body instanceof URLSearchParams ? body : new URLSearchParams();
  const said = (name: string) => fields.get(name) || undefined;
  made.set(number, {
    service_code: said('service_code'),
    description: said('description'),
    address: said('address_string'),
    lat: said('lat'),
    long: said('long'),
  });
  return json([{ service_request_id: number, service_notice: en['practice.notice'] }]);
}

/** The numbers that a question names, in its path or in its query. */
function askedFor({ pathname, searchParams }: URL): readonly string[] {
  const [, inPath] = /\/requests\/([^/]+)\.\w+$/.exec(pathname) ?? [];
  if (inPath !== undefined) return [decodeURIComponent(inPath)];
  return searchParams.get('service_request_id')?.split(',') ?? [];
}

function report(number: string): Fields {
  const at = madeAt(number.toUpperCase()).toISOString();
  return {
    service_request_id: number,
    status: 'open',
    service_name: en['practice.service'],
    status_notes: en['practice.notice'],
    requested_datetime: at,
    updated_datetime: at,
    ...made.get(number.toUpperCase()),
  };
}

/** Those of several that are real. A city that answers in another way than in JSON has none among practice reports. */
async function rest(url: URL, numbers: readonly string[], init: RequestInit): Promise<readonly unknown[]> {
  const asked = new URL(url);
  asked.searchParams.set('service_request_id', numbers.join(','));
  const told: unknown = await (await fetch(asked, init)).json().catch(() => []);
  return Array.isArray(told) ? (told as unknown[]) : [];
}

/** A relay wants to see work done for a report, and keeps its id: neither happens here, so nobody is told that one answers. */
function withoutRelay(answer: Response): Response {
  if (!answer.headers.has('Citydesk-Relay')) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('Citydesk-Relay');
  const { status, statusText } = answer;
  return new Response(answer.body, { status, statusText, headers });
}

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });
