/**
 * Photos: from whatever a city puts where one address belongs, to a list of addresses that are safe to show, each photo once.
 */
import { bare, isRow, word, type Kind } from './kinds.ts';
import type { Reading } from './reading.ts';

/** Words by which cities tell the sizes of one photo apart, smallest first. */
const sizes = /(^|[_\-./=])(thumb|thumbnail|small|klein|normal|medium|large|gross|original)(?=[_\-./&?]|$)/gi;
const bySize = ['thumb', 'thumbnail', 'small', 'klein', 'normal', 'medium', 'large', 'gross', 'original'];

/** The field `media_url`: one address, several joined by commas, or a list of them or of objects that hold one. */
export const mediaUrls: Kind<readonly string[]> = (value, at, where) => photosIn([value], at, where);

/** The http(s) addresses in `sources`, which are fields as they came. */
export function photosIn(sources: readonly unknown[], at: Reading, where: string): readonly string[] {
  const found = sources.flatMap((source) => {
    if (!at.xml && (isRow(source) || (Array.isArray(source) && where === 'media_url'))) at.mended(22, where);
    return (Array.isArray(source) ? source : [source]).flatMap((each: unknown) => addressesIn(each, at, where));
  });
  return found.length < 2 ? found : largest(found, at, where);
}

function addressesIn(value: unknown, at: Reading, where: string): string[] {
  const said = word(isRow(value) ? addressOf(value, at, where) : bare(value, at, where))?.trim();
  // A comma may be part of an address: split only where the next one begins. Blanks are trimmed apart: tried in front of every
  // comma, a long run of them would take time by its square.
  const parts = said?.split(/,(?=\s*https?:)/i).map((each) => each.trim()) ?? [];
  if (parts.length > 1) at.mended(23, where);
  return parts.filter((each) => /^https?:\/\//i.test(each));
}

function addressOf(photo: Readonly<Record<string, unknown>>, at: Reading, where: string): unknown {
  const names = Object.keys(photo);
  const name = names.find((each) => ['url', 'media_url', 'href'].includes(each.trim()));
  // One server writes " url".
  if (name !== undefined && name !== name.trim()) at.mended(15, `${where}.${name.trim()}`);
  return name === undefined ? undefined : photo[name];
}

/** Of addresses that differ in a word for a size alone, the largest; in the order of their first. */
function largest(addresses: readonly string[], at: Reading, where: string): readonly string[] {
  const photos = new Map<string, string>();
  for (const address of addresses) {
    const photo = address.replace(sizes, '$1');
    const known = photos.get(photo);
    if (known !== undefined && known !== address) at.mended(24, where);
    if (known === undefined || sizeOf(address) > sizeOf(known)) photos.set(photo, address);
  }
  return [...photos.values()];
}

function sizeOf(address: string): number {
  let largest = -1;
  for (const [, , size = ''] of address.matchAll(sizes))
    largest = Math.max(largest, bySize.indexOf(size.toLowerCase()));
  return largest;
}
