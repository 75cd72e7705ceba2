/** What a path is to the relay, and what it is called in the log, where no id may stand. */

export interface Place {
  /** `api`: only for pages of listed origins. `open`: for whoever has the address. `page`: for people, with headers of its own. */
  readonly is: 'api' | 'open' | 'page';
  /** Without ids: `requests/{id}`. */
  readonly route: string;
  /** By which limit it is counted; reports have a slow lane of their own. */
  readonly limit?: 'reading' | 'updates' | undefined;
}

const things: Readonly<Record<string, string>> = {
  services: 'services/{code}',
  requests: 'requests/{id}',
  tokens: 'tokens/{token}',
  photos: 'photos/{name}',
  media: 'media/{name}',
};
const lists = new Set([
  'services',
  'requests',
  'discovery',
  'challenge',
  'servicerequestupdates',
  'photos',
  'alerts',
  'counts',
  'report',
]);

export function routeOf(method: string, path: string, base: string): Place {
  const reads = method === 'GET' || method === 'HEAD';
  if (path.startsWith(base) && !(base === '/' && isOurs(path))) {
    const [first = '', ...rest] = path
      .slice(base.length)
      .replace(/\.(?:json|xml|csv)$/, '')
      .split('/');
    const known = rest.length > 0 ? things[first] : lists.has(first) ? first : undefined;
    const route = known ?? 'elsewhere';
    if (first === 'photos')
      return { is: reads && rest.length > 0 ? 'open' : 'api', route, limit: reads ? undefined : 'updates' };
    if (first === 'media') return { is: 'open', route, limit: undefined };
    if (first === 'alerts' || first === 'counts') return { is: 'api', route, limit: reads ? 'reading' : 'updates' };
    // Reports and updates count for themselves, after a look at what they are.
    return { is: 'api', route, limit: reads ? 'reading' : undefined };
  }
  if (/^\/feed\.(?:atom|json|csv)$/.test(path)) return { is: 'api', route: path.slice(1), limit: 'reading' };
  if (/\/discovery\.(?:json|xml)$/.test(path)) return { is: 'api', route: 'discovery', limit: 'reading' };
  if (path === '/health') return { is: 'open', route: 'health', limit: 'reading' };
  return { is: 'page', route: isOurs(path) ? (/^\/\.?[\w-]+/.exec(path)?.[0].slice(1) ?? 'elsewhere') : 'elsewhere' };
}

function isOurs(path: string): boolean {
  return /^\/(?:citydesk|\.well-known|health|feed\.|(?:staff|do)(?:\/|$)|alerts\/)/.test(path);
}
