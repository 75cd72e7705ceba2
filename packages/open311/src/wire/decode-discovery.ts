/** Where a city's API answers: GET discovery → our type. */
import type { Discovery } from '../types.ts';
import { isRow, text, word } from './kinds.ts';
import { readingOf, type Reading, type ReadingOptions } from './reading.ts';
import { discoveryRow, endpointRow } from './discovery-tables.ts';
import { each, rowsIn } from './unwrap.ts';

/** GET discovery. */
export function decodeDiscovery(answer: unknown, options?: ReadingOptions): Discovery | undefined {
  const at = readingOf(answer, options);
  const wrapped = isRow(answer) && 'discovery' in answer ? (answer['discovery'] ?? {}) : answer;
  if (wrapped !== answer && !at.xml) at.mended(1, 'discovery');
  if (!isRow(wrapped) || (wrapped === answer && !('endpoints' in wrapped))) return undefined;
  const { endpoints, ...about } = discoveryRow.read(wrapped, at) ?? {};
  const rows = rowsIn(endpoints, ['endpoints', 'endpoint'], at, 5) ?? [];
  return { ...about, endpoints: each(rows, (row) => decodeEndpoint(row, at)) };
}

function decodeEndpoint(row: unknown, at: Reading): Discovery['endpoints'][number] | undefined {
  const endpoint = endpointRow.read(row, at);
  if (!endpoint) return undefined;
  const formats = rowsIn(endpoint.formats, ['formats', 'format'], at) ?? [endpoint.formats];
  return {
    ...endpoint,
    specification: endpoint.specification ?? '',
    formats: each(formats, (format) => text(word(format), at, 'formats')),
  };
}
