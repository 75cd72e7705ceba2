/** The codes of the city's own services, so that no other text is kept in the place of one. */

import type { Service } from '@citydesk/open311';

/** Milliseconds for which a list is good, and until a city that did not answer is asked again. */
const goodFor = { list: 600_000, silence: 60_000 };

/**
 * Gives the codes as the city last said them; none where it never did.
 * @param services asks the city
 */
export function serviceCodes(
  services: () => Promise<readonly Service[]>,
  now: () => Date,
): () => Promise<ReadonlySet<string>> {
  let codes: ReadonlySet<string> = new Set();
  let nextAt = -Infinity;
  let asking: Promise<void> | undefined;
  const ask = async (): Promise<void> => {
    try {
      codes = new Set((await services()).map(({ serviceCode }) => serviceCode));
      nextAt = +now() + goodFor.list;
    } catch {
      // The health of the city is told elsewhere. What is counted meanwhile counts for no service that is not known yet.
      nextAt = +now() + goodFor.silence;
    } finally {
      asking = undefined;
    }
  };
  return async () => {
    if (+now() >= nextAt) await (asking ??= ask());
    return codes;
  };
}
