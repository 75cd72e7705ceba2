/** The names of all dialects the city speaks; see `dialects.ts`. No imports, so that browser code may use it. */
export const dialectNames = [
  'wrapped',
  'tokens',
  'xml-only',
  'string-types',
  'numeric-ids',
  'single-object',
  'zoneless-dates',
  'html-errors',
  'duplicates',
  'spot',
  'chicago',
  'bloomington',
  'mark-a-spot',
  'helsinki',
  'accela',
] as const;

export type DialectName = (typeof dialectNames)[number];
