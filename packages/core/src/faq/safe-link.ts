/** The addresses that may stand in a link. */

/**
 * The address if it is of the web, for mail or phone, or relative; else `undefined`. It comes back without the blanks around it, and the tabs and
 * line breaks in it, which browsers leave out before they read it: nothing hides from the check in these.
 */
export function safeLink(address: string): string | undefined {
  const read = address.replace(/^[\0- ]+|[\t\n\r]/g, '').trim();
  // Whatever a scheme is made of, it stands before the first of these and ends with a colon.
  const isSafe = /^(https?|mailto|tel):/i.test(read) || !/^[^/?#]*:/.test(read);
  return read && isSafe ? read : undefined;
}
