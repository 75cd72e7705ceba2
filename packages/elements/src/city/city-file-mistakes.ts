/** Tells the web editor what is wrong in the city file, key by key, or that there is none. Fetched only where something is. */
import type { ReaderName } from './city-config.ts';

const one = (...words: readonly string[]) => words.map((word) => `"${word}"`).join(' or ');

/** Completes "Write …". */
const expected: Readonly<Record<ReaderName, string>> = {
  text: 'a text',
  link: 'an address that begins with https:, http:, mailto:, tel: or /',
  texts: 'a list of texts',
  hours: 'a list of lines like { "days": ["mon", "tue"], "opens": "08:00", "closes": "16:30" }, each within one day',
  yes: 'true or false',
  count: 'a whole number from 0 to 10',
  contact: one('optional', 'required', 'none'),
  storage: one('device', 'none'),
  geocoderKind: one('photon', 'arcgis', 'addresses'),
  media: one('none', 'multipart:media', 'multipart:media[]', 'base64:media'),
  raw: 'a value',
  office: 'an object like { "name": "Public Works", "url": "mailto:works@example.gov" }',
  zone: 'an IANA name, like "America/Detroit"',
};

export function tellMistake(url: string, key: string, reader: ReaderName): void {
  console.error(`citydesk: ${url}: "${key}" is left out. Write ${expected[reader]}.`);
}

export function tellUnread(url: string, error: unknown): void {
  console.error(`citydesk: the city file ${url} could not be read (${String(error)}). Check the config attribute.`);
}
