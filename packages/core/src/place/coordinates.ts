/** Coordinates that a resident pastes into the place: from a map, a phone, a link, a message. */
import type { Point } from '../request/draft.ts';

/** Longer texts hold no place alone. */
const longest = 2000;

/**
 * The point that a text is: "41.94, -85.63", "41,94; -85,63", "41°56'24\"N 85°37'48\"W", a `geo:` URI, or a link of one of the big map sites.
 * `undefined` where it is anything else: an address with two numbers is none, and neither is 0, 0, which lies in the sea. Latitude comes first
 * unless letters say otherwise; whether the point is in the city is for others to ask. Never throws.
 */
export function coordinatesIn(text: string): Point | undefined {
  if (text.length > longest) return undefined;
  return /\bgeo:|\bhttps?:\/\//i.test(text) ? linked(text) : written(text);
}

function pointAt(lat: number, long: number): Point | undefined {
  const is = Math.abs(lat) <= 90 && Math.abs(long) <= 180 && (lat !== 0 || long !== 0);
  return is ? { lat, long } : undefined;
}

/** With decimals: links are full of other numbers. */
const degrees = String.raw`(-?\d{1,3}\.\d{1,20})`;

/** Most exact first: what a pin says goes before where the map stood. */
const links = [
  // OpenStreetMap's marker
  `[?&]mlat=${degrees}&(?:amp;)?mlon=${degrees}`,
  // The place of a Google link
  `!3d${degrees}!4d${degrees}`,
  `[?&](?:q|query|ll|sll|daddr|destination|coordinate|cp|center|viewpoint|map_center)=(?:loc:)?${degrees}[,~ +]+${degrees}`,
  String.raw`\bgeo:(-?\d{1,3}(?:\.\d{1,20})?),(-?\d{1,3}(?:\.\d{1,20})?)`,
  `[/@]${degrees},[+ ]?${degrees}`,
  // Where the map stood, as OpenStreetMap and many others say it
  `#(?:map=)?[\\d.]{1,9}/${degrees}/${degrees}`,
].map((pattern) => new RegExp(pattern, 'i'));

function linked(text: string): Point | undefined {
  const plain = text.replace(/%2C/gi, ',').replace(/%20/g, ' ').replace(/%3A/gi, ':');
  for (const link of links) {
    const [, lat, long] = link.exec(plain) ?? [];
    // geo:0,0?q=… has its place in the question.
    const point = lat && long ? pointAt(Number(lat), Number(long)) : undefined;
    if (point) return point;
  }
  return undefined;
}

/** Degrees, minutes and seconds of one of the two, and its letter before or behind. */
const size = String.raw`(-?\d{1,3}(?:\.\d{1,20})?)\s?(°)?\s?(?:(\d{1,2}(?:\.\d{1,20})?)\s?')?\s?(?:(\d{1,2}(?:\.\d{1,20})?)\s?(?:"|''))?`;
const none = '()';
const letter = '([NSEW])';
const between = String.raw`\s?[,;/ ]\s?`;
const ways = [
  `${none}${size}${none}${between}${none}${size}${none}`,
  `${none}${size}\\s?${letter}(?:${between})?${none}${size}\\s?${letter}`,
  `${letter}\\s?${size}${none}(?:${between})?${letter}\\s?${size}${none}`,
].map((way) => new RegExp(`^${way}$`, 'i'));

function written(text: string): Point | undefined {
  const plain = tidied(text);
  const match = ways.map((way) => way.exec(plain)).find(Boolean);
  const first = axisIn(match?.slice(1, 7));
  const second = axisIn(match?.slice(7));
  if (!first || !second) return undefined;
  const [lat, long] = first.letter === 'E' || first.letter === 'W' ? [second, first] : [first, second];
  if (/[EW]/.test(lat.letter) || /[NS]/.test(long.letter)) return undefined;
  return pointAt(lat.degrees, long.degrees);
}

function axisIn(groups: readonly (string | undefined)[] = []) {
  const [before, number = '', sign, minutes = '0', seconds = '0', behind] = groups;
  // Whole numbers without a sign are of a street: 85 N 100 W.
  if (!sign && !number.includes('.')) return undefined;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const letter = `${before}${behind}`.toUpperCase();
  const degrees = Math.abs(Number(number)) + Number(minutes) / 60 + Number(seconds) / 3600;
  return { degrees: number.startsWith('-') !== /[SW]/.test(letter) ? -degrees : degrees, letter };
}

/** One way of writing for the many that there are. */
function tidied(text: string): string {
  const plain = text
    .replace(/\b(lat|lon)[a-z]*\b|[()[\]:=\p{Cf}]/giu, ' ')
    .replace(/[−–]/g, '-')
    .replace(/[º˚]/g, '°')
    .replace(/[′’‘´]/g, "'")
    .replace(/[″”“]/g, '"')
    // Where decimals have a comma, two of them at least: 40,7 may as well be two numbers.
    .replace(/^[^.]*$/, (said) => said.replace(/(\d),(\d{2,})/g, '$1.$2'));
  return plain.replace(/\s+/g, ' ').replace(/^ | ?[.,;]? ?$/g, '');
}
