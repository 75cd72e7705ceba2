/**
 * A report ↔ the form fields of POST requests. The client encodes, a server decodes.
 */
import type { Report } from '../types.ts';
import { snake } from './names.ts';
import { quietly } from './reading.ts';
import { reportRow } from './report-table.ts';

/** What goes along with a report, in the body and never in the address. */
export interface Credentials {
  readonly apiKey?: string | undefined;
  /** Only for endpoints that serve several jurisdictions. */
  readonly jurisdictionId?: string | undefined;
}

/** A report as a server receives it: nothing is certain yet, not even the service code. */
export interface SentReport extends Omit<Report, 'serviceCode'>, Credentials {
  readonly serviceCode?: string;
}

/** The form fields of a report. What is blank is left out, as the spec reads it the same; half a place is left out too. */
export function encodeReport(report: Report, credentials: Credentials = {}): URLSearchParams {
  const fields = new URLSearchParams();
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined && String(value).trim() !== '') fields.append(name, String(value));
  };
  const { attributes = {}, lat, long, media: _sentApart, ...rest } = report;
  const place = lat !== undefined && long !== undefined && { lat, long };
  for (const [name, value] of Object.entries({ ...credentials, ...rest, ...place })) {
    if (Object.hasOwn(reportRow.kinds, snake(name))) add(snake(name), value);
  }
  for (const [code, answer] of Object.entries(attributes)) {
    if (typeof answer === 'string') add(`attribute[${code}]`, answer);
    else for (const one of answer) add(`attribute[${code}][]`, one);
  }
  return fields;
}

/**
 * The report in form fields. `lat` and `long` are NaN where the words are no number, so that a server can say so.
 * An answer is a list if it came as `attribute[code][]`, or more than once.
 */
export function decodeReport(fields: URLSearchParams): SentReport {
  const sent = [...fields].filter(([, value]) => value.trim() !== '');
  const single = Object.fromEntries(sent);
  const attributes = new Map<string, string | string[]>();
  for (const [name, value] of sent) {
    const [, code, list] = /^attribute\[(.*?)\](\[\])?$/s.exec(name) ?? [];
    if (code === undefined) continue;
    const before = attributes.get(code);
    attributes.set(code, list || before !== undefined ? [before ?? [], value].flat() : value);
  }
  return {
    ...reportRow.read(single, quietly),
    ...(single['lat'] && { lat: Number(single['lat']) }),
    ...(single['long'] && { long: Number(single['long']) }),
    ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
  };
}
