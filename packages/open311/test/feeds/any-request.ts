/**
 * Requests as no city would send them: any words in any field, dates that are none, places that are no numbers.
 */
import fc from 'fast-check';
import type { ServiceRequest } from '../../src/types.ts';

/** Every UTF-16 unit, halves of characters too. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' =',
  '\u00A0@',
  '\u200B=',
  '\uFEFF+',
  '＝',
  '＋',
  '－',
  '＠',
  '',
  "'",
];
const odd = [
  ']]>',
  '<![CDATA[',
  '<!--',
  '&',
  '&amp;',
  '</entry>',
  '"',
  '""',
  ',',
  ';',
  '\r\n',
  '\0',
  '\uFFFE',
  '\uD800',
  '\u2028',
  '😀',
];

export const anyWords: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...starts), fc.array(fc.oneof(fc.constantFrom(...odd), unit, fc.string()), { maxLength: 6 }))
  .map(([start, rest]) => start + rest.join(''));

const anyDate = fc.oneof(
  fc.date({ noInvalidDate: false }),
  fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
);
const anyNumber = fc.oneof(fc.double(), fc.double({ min: -180, max: 180, noNaN: true }));

export const anyRequest: fc.Arbitrary<ServiceRequest> = fc.record(
  {
    serviceRequestId: anyWords,
    status: fc.constantFrom('open' as const, 'closed' as const),
    statusLabel: anyWords,
    mediaUrls: fc.array(fc.oneof(anyWords, fc.webUrl(), fc.constant('javascript:alert(1)')), { maxLength: 3 }),
    statusNotes: anyWords,
    serviceCode: anyWords,
    serviceName: anyWords,
    description: anyWords,
    agencyResponsible: anyWords,
    serviceNotice: anyWords,
    requestedDatetime: anyDate,
    updatedDatetime: anyDate,
    expectedDatetime: anyDate,
    address: anyWords,
    addressId: anyWords,
    zipcode: anyWords,
    lat: anyNumber,
    long: anyNumber,
    title: anyWords,
  },
  { requiredKeys: ['serviceRequestId', 'status', 'statusLabel', 'mediaUrls'], noNullPrototype: true },
);

/** Every text of a request is these words. */
export function requestOf(words: string): ServiceRequest {
  return {
    serviceRequestId: words,
    status: 'open',
    statusLabel: words,
    mediaUrls: [words],
    statusNotes: words,
    serviceCode: words,
    serviceName: words,
    description: words,
    agencyResponsible: words,
    serviceNotice: words,
    address: words,
    addressId: words,
    zipcode: words,
    title: words,
    requestedDatetime: new Date(words),
    updatedDatetime: new Date('2026-05-12T08:00:00Z'),
    lat: 41.94,
    long: -85.63,
  };
}

/** What any format can carry of these words. */
export function carried(words: string): string {
  const kept = [...words.replace(/\r\n?/g, '\n')].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32) return code === 9 || code === 10;
    return code !== 127 && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
  });
  return kept.join('');
}
