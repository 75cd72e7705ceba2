/** Links that open the form at one service. The code stands in the fragment, which is sent to no one. */

/** @param page address of the page with the form, absolute */
export function serviceLink(page: string, serviceCode: string): string {
  const url = new URL(page);
  url.hash = '';
  return `${url.href}#citydesk:service=${encodeURIComponent(serviceCode)}`;
}

/** The same for a printed code: whoever comes by it is counted as such, where the city counts. */
export const printedLink = (page: string, serviceCode: string): string =>
  `${serviceLink(page, serviceCode)}&channel=qr`;

/** The page's address as people say and type it: without what every browser adds. */
export function spokenAddress(page: string): string {
  const { host, pathname, search } = new URL(page);
  return `${host}${pathname.replace(/\/$/, '')}${search}`;
}
