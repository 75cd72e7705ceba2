/** Who is asking: the address that limits count by. It is never written down. */

/**
 * @param socket the address at the other end of the connection, where it is known
 * @param forwarded the header X-Forwarded-For
 * @param proxies how many proxies of our own stand in front. Each adds the address it sees at the end of the header; what stands before
 *   those is what anybody may write
 */
export function addressOf(socket: string | undefined, forwarded: string | null, proxies: number): string {
  const told = proxies > 0 ? (forwarded?.split(',') ?? []).map((each) => each.trim()) : [];
  const seen = [...told, socket ?? 'unknown'].filter(Boolean);
  const address = seen.at(-1 - Math.min(proxies, seen.length - 1)) ?? 'unknown';
  return network(address.slice(0, 64).toLowerCase());
}

/** Who has one IPv6 address has the 64 bits behind it. Of IPv4 the address itself, also as IPv6 writes it. */
function network(address: string): string {
  const v4 = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const bare = address.replace(/^\[|\](:\d+)?$/g, '').replace(/%.*$/, '');
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return `${[...front, ...zeros, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
