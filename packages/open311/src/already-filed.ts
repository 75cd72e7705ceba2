/** Whether a refusal says that the city has the report already. */
import type { SpecError } from './types.ts';

export function alreadyFiled(errors: readonly SpecError[]): boolean {
  return errors.some(({ description }) => saysDuplicate(description));
}

/** "base is a duplicate" (Spot), "Duplicate", "request already submitted": about the report as a whole, not about a field of it. */
function saysDuplicate(description: string): boolean {
  return /^((this|it|base:?) )?((is|was|looks like|seems to be|may be) )?(an? )?(possible )?duplicate( of [^:]*(\d|request|report)\S*)?[.!]*$|^(base:? )?is (a |an )?(possible )?duplicate\b|\bduplicate (service )?(request|report)\b|\b(request|report) (was |has |has been |is )?already (been )?(filed|submitted|received|reported|exists)\b/i.test(
    description.trim(),
  );
}
