/** What real servers answered. It lies beside the repository and is not part of it: several sources state no licence. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/open311/', import.meta.url));

/** Why tests skip where the recorded answers are not at hand; in CI they fail instead. */
export const noRecordings = existsSync(folder) || process.env['CI'] ? false : 'they are not on this machine';

export function recorded(file: string): string {
  return readFileSync(folder + file, 'utf8');
}
