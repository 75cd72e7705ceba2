/**
 * Answers → our types. Liberal: it takes what cities send, not only what the spec asks for, and what it cannot use it leaves out.
 * Each function takes what `valueIn` gives, from JSON or XML, and gives `undefined` for an answer that is something else altogether;
 * `decodeErrors` may then tell what. Numbers in `mended` are rows of the quirk table in the README.
 */
import type { Service } from '../types.ts';
import { readingOf, type ReadingOptions } from './reading.ts';
import { serviceRow } from './tables.ts';
import { rowsIn, someOf } from './unwrap.ts';

/** GET services. A row without a code is left out: nothing could be reported to it. Of rows with the same code the first counts. */
export function decodeServices(answer: unknown, options?: ReadingOptions): readonly Service[] | undefined {
  const at = readingOf(answer, options);
  const codes = new Set<string>();
  return someOf(rowsIn(answer, ['services', 'service'], at, 5), (row) => {
    const service = serviceRow.read(row, at);
    return service && { ...service, serviceName: service.serviceName ?? service.serviceCode };
  })?.filter(({ serviceCode }) => {
    if (!codes.has(serviceCode)) return codes.add(serviceCode);
    at.mended(9, 'service_code');
    return false;
  });
}
