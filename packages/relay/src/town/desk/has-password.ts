/** The staff password as browsers send it (HTTP Basic, any user name). */

import { timingSafeText } from '../../timing-safe-text.ts';

/** As `WWW-Authenticate`, for who has not sent it. */
export const askPassword = 'Basic realm="Staff desk", charset="UTF-8"';

/** @param authorization the header, if there is one */
export function hasPassword(authorization: string | undefined, password: string): boolean {
  const [, coded = ''] = /^Basic\s+(.+)$/i.exec(authorization ?? '') ?? [];
  const given = Buffer.from(coded, 'base64').toString('utf8');
  return timingSafeText(given.slice(given.indexOf(':') + 1), password);
}
