/** The way from what the city knows to what it says: the strict answer or its errors, then the dialect, then the text. */

import { htmlPage } from './html-page.ts';
import { SpecError } from './spec-error.ts';
import { writeAnswer } from './write-answer.ts';
import type { Answer, Around, Route } from './answer.ts';
import type { Dialect } from './dialect.ts';

/** @param handle gives what the spec's JSON would hold; a SpecError it throws is the answer too */
export async function utter(dialect: Dialect, route: Route, handle: () => unknown, around: Around): Promise<Response> {
  const { format } = around;
  if (dialect.formats && !dialect.formats.includes(format)) {
    return writeAnswer({ route, status: 404, failed: true, body: undefined, page: htmlPage(404) }, format);
  }
  const strict = await strictAnswer(route, handle);
  const spoken = dialect.answer?.(strict, around) ?? strict;
  const body = dialect.ids ? withIds(spoken.body, dialect.ids.out) : spoken.body;
  return writeAnswer({ ...spoken, body }, format, dialect.xml?.(spoken));
}

async function strictAnswer(route: Route, handle: () => unknown): Promise<Answer> {
  try {
    return { route, status: 200, failed: false, body: await handle() };
  } catch (error) {
    const known =
      error instanceof SpecError ? error : new SpecError(500, 'Something went wrong on our side. Try again later.');
    return { route, status: known.status, failed: true, body: known.errors };
  }
}

function withIds(value: unknown, out: (id: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withIds(each, out));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) =>
      name === 'service_request_id' && typeof each === 'string' ? [name, out(each)] : [name, withIds(each, out)],
    ),
  );
}
