/**
 * Whether a POST comes from our own pages. Every browser we serve says where a POST starts (Sec-Fetch-Site or Origin);
 * what says neither is no browser, so there is no signed-in person whose rights it could borrow.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);
}
