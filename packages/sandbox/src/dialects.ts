/** Every dialect by its name. */

import type { Dialect } from '@citydesk/relay/town';
import { accela } from './dialects/accela.ts';
import { bloomington } from './dialects/bloomington.ts';
import { chicago } from './dialects/chicago.ts';
import { duplicates } from './dialects/duplicates.ts';
import { helsinki } from './dialects/helsinki.ts';
import { htmlErrors } from './dialects/html-errors.ts';
import { markASpot } from './dialects/mark-a-spot.ts';
import { numericIds } from './dialects/numeric-ids.ts';
import { singleObject } from './dialects/single-object.ts';
import { spot } from './dialects/spot.ts';
import { stringTypes } from './dialects/string-types.ts';
import { tokens } from './dialects/tokens.ts';
import { wrapped } from './dialects/wrapped.ts';
import { xmlOnly } from './dialects/xml-only.ts';
import { zonelessDates } from './dialects/zoneless-dates.ts';
import { dialectNames, type DialectName } from './dialect-names.ts';

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  wrapped,
  tokens,
  'xml-only': xmlOnly,
  'string-types': stringTypes,
  'numeric-ids': numericIds,
  'single-object': singleObject,
  'zoneless-dates': zonelessDates,
  'html-errors': htmlErrors,
  duplicates,
  spot,
  chicago,
  bloomington,
  'mark-a-spot': markASpot,
  helsinki,
  accela,
};

export function isDialectName(name: string): name is DialectName {
  return (dialectNames as readonly string[]).includes(name);
}
