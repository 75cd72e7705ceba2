/** A link that opens the form at one service. The code stands in the fragment, which is sent to no one. */

/** @param page address of the page with the form, absolute */
export function serviceLink(page: string, serviceCode: string): string {
  const url = new URL(page);
  url.hash = '';
  return `${url.href}#citydesk:service=${encodeURIComponent(serviceCode)}`;
}

/** The page's address as people say and type it: without what every browser adds. */
export function spokenAddress(page: string): string {
  const { host, pathname, search } = new URL(page);
  return `${host}${pathname.replace(/\/$/, '')}${search}`;
}
