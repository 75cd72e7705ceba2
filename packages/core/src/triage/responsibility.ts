/** Is it ours? Who else takes care of it, by where it is, by service and by words. The first rule that fits counts. */
import { holds, readArea } from '../faq/area.ts';
import type { MultiPolygon, Polygon } from '../faq/areas.ts';
import { code, link, listOf, objectOf, phone, readKeys, text, type Reader, type Tell } from '../faq/readers.ts';
import type { Point } from '../request/draft.ts';
import { isWithin, readLines, type Lines } from './lines.ts';
import type { Owner } from './stop.ts';
import { plain } from './urgent/plain.ts';

/** Where a rule holds: in what it draws as areas, and along what it draws as lines. */
export interface Ground {
  readonly area?: Polygon | MultiPolygon | undefined;
  readonly lines?: Lines | undefined;
}

/** All that a rule says has to be true. */
export interface Responsibility {
  /** Without `serviceCode`, which follows from `codes`. */
  readonly owner: Owner;
  /** The owner's code of each of our services. */
  readonly codes: Readonly<Record<string, string>>;
  readonly services?: readonly string[] | undefined;
  /** Any of them, as whole words. */
  readonly words?: readonly string[] | undefined;
  /** GeoJSON; or the URL of a file that holds it, which has to be fetched and given to `withGround`. */
  readonly ground?: Ground | string | undefined;
  /** Metres: how wide a strip along a line is, half of it on each side. */
  readonly width: number;
}

/** A road with a sidewalk on each side. */
const usualWidth = 30;

const codes: Reader<Readonly<Record<string, string>>> = {
  expects: 'an object like { "pothole": "road_surface" }',
  read: (value) =>
    typeof value === 'object' &&
    value &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string')
      ? (value as Readonly<Record<string, string>>)
      : undefined,
};

const ground: Reader<Ground | string> = {
  expects: 'GeoJSON with polygons or lines, as [longitude, latitude], or the URL of a file with it',
  read: (value, tell) => (typeof value === 'string' ? link.read(value, tell) : readGround(value)),
};

const width: Reader<number> = {
  expects: 'a number of metres, from 1 to 1000',
  read: (value) => (typeof value === 'number' && value >= 1 && value <= 1000 ? value : undefined),
};

const owner = {
  name: text,
  phone,
  url: link,
  endpoint: link,
  jurisdictionId: code,
  services: codes,
  trackerUrl: link,
};

const rule = {
  owner: objectOf('an object with a "name"', owner, 'name'),
  services: listOf(code),
  area: ground,
  width,
  words: listOf(text),
};

/** What narrows a rule: broken, it would hold where it should not. */
const narrows = /^(services|area|words)/;

/** Reads `"responsibility": [{ "owner", "services"?, "area"?, "width"?, "words"? }]`. A rule that is broken is told and left out. Never throws. */
export function readResponsibility(json: unknown, tell: Tell): readonly Responsibility[] {
  if (!Array.isArray(json)) {
    tell('', 'a list of rules, each with an "owner"');
    return [];
  }
  return json.flatMap((one: unknown, at): readonly Responsibility[] => {
    let isNarrowed = true;
    const found = readKeys(rule, one, (key, expects) => {
      tell(`[${at}].${key}`, expects);
      if (narrows.test(key)) isNarrowed = false;
    });
    const { owner: who, services, words, area, width: wide = usualWidth } = found;
    const isOpen = !services && !words && !area;
    if (!who) tell(`[${at}].owner`, rule.owner.expects);
    else if (isOpen && isNarrowed) tell(`[${at}]`, 'at least one of "services", "area" and "words"');
    if (!who || !isNarrowed || isOpen) return [];
    const { services: their = {}, ...rest } = who;
    return [{ owner: rest, codes: their, services, words, ground: area, width: wide }];
  });
}

/** The ground that GeoJSON draws; `undefined` where it draws none, or is broken. */
export function readGround(json: unknown): Ground | undefined {
  const area = readArea(json);
  const lines = readLines(json);
  return area || lines ? { area, lines } : undefined;
}

/** The rules once the file at `url` has come. Without it, and where it is broken, its rules hold nowhere. */
export function withGround(rules: readonly Responsibility[], url: string, here: Ground): readonly Responsibility[] {
  return rules.map((one) => (one.ground === url ? { ...one, ground: here } : one));
}

/** What is known of a report. */
export interface OwnerQuestion {
  readonly point?: Point | undefined;
  readonly serviceCode?: string | undefined;
  /** All that was written. */
  readonly words: string;
}

/** Who else is responsible; `undefined` where it is ours. */
export function ownerOf(
  rules: readonly Responsibility[],
  { point, serviceCode, words }: OwnerQuestion,
): Owner | undefined {
  const said = ` ${bare(words)} `;
  const found = rules.find(
    (one) =>
      (!one.services || (serviceCode !== undefined && one.services.includes(serviceCode))) &&
      (!one.words || one.words.some((phrase) => said.includes(` ${bare(phrase)} `))) &&
      (!one.ground || (!!point && isOn(one, point))),
  );
  if (!found) return undefined;
  const their =
    serviceCode !== undefined && Object.hasOwn(found.codes, serviceCode) ? found.codes[serviceCode] : undefined;
  return their === undefined ? found.owner : { ...found.owner, serviceCode: their };
}

function isOn({ ground: here, width: wide }: Responsibility, point: Point): boolean {
  if (!here || typeof here === 'string') return false;
  return (!!here.area && holds(here.area, point)) || (!!here.lines && isWithin(here.lines, point, wide / 2));
}

const bare = (words: string) =>
  plain(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
