/** What makes a report findable in the city's list: its reference in the description, its id in an attribute. */
import { referenceOf, withReference } from '@citydesk/core/outbox';
import type { Report } from '@citydesk/open311';
import { nameOfKey } from './key-name.ts';

export interface Marked {
  /** As it is sent, at every attempt the same. */
  readonly report: Report;
  /** What stands in the attribute for ids. */
  readonly reportId: string;
  readonly reference: string;
  /** Whether it can be found by its marks. */
  readonly isFindable: boolean;
}

/** Characters of a description, by the spec. */
const longestDescription = 4_000;

/**
 * @param key any text; of one that is no UUID a reference is made all the same, by its hash
 * @param isOnce whether the city knows it by its id alone: then its words stay as they are
 */
export async function marked(
  report: Report,
  key: string,
  idAttribute: string | undefined,
  isOnce = false,
): Promise<Marked> {
  // A key such as "yes" could be anybody's answer to a question.
  const reportId = isUuid(key) ? key : await nameOfKey(key);
  const reference = referenceOf(reportId);
  const description = withReference(report.description, reference);
  // Of a resident's words nothing is cut off to make room for ours.
  const fits = !isOnce && (description.length <= longestDescription || description === report.description?.trim());
  const attributes = idAttribute === undefined ? report.attributes : { ...report.attributes, [idAttribute]: reportId };
  return {
    report: { ...report, ...(fits && { description }), ...(attributes && { attributes }) },
    reportId,
    reference,
    isFindable: fits || idAttribute !== undefined,
  };
}

export const isUuid = (key: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key);
