/** Reads a kept draft: another version of ours, or a curious hand, may have written it. */
import type { Contact, Draft, Photo, Place, Point } from '../request/draft.ts';
import type { Owner } from '../triage/stop.ts';
import type { KeptDraft } from './kept-draft.ts';

/** The draft in `row`, or `undefined` where it is not all there. `pictureOf` gives the picture of a photo; a photo without one is left out. */
export function keptDraftIn(row: unknown, pictureOf: (photo: string) => unknown): KeptDraft | undefined {
  if (!isKeptDraft(row)) return undefined;
  const photos = row.draft.photos.flatMap((photo) => {
    const file = pictureOf(photo.id);
    return file instanceof Blob && /^image\//.test(file.type) ? { ...photo, file } : [];
  });
  return { ...row, draft: { ...row.draft, photos } };
}

type Check = (value: unknown) => boolean;
type Fields<T> = { readonly [Key in keyof T]-?: Check };

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const among =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const maybe =
  (is: Check): Check =>
  (value) =>
    value === undefined || is(value);
const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is);
const isObject = (value: unknown) => typeof value === 'object' && !!value && !Array.isArray(value);
const allAre =
  <T>(fields: Fields<T>): Check =>
  (value) =>
    isObject(value) && Object.entries<Check>(fields).every(([key, is]) => is((value as Record<string, unknown>)[key]));
const within =
  (most: number): Check =>
  (value) =>
    Math.abs(value as number) <= most && typeof value === 'number';
const isWeb: Check = (value) => isText(value) && /^(https?:|[^:]*([/?#]|$))/i.test(value as string);

const point = allAre<Point>({ lat: within(90), long: within(180), accuracy: maybe(within(Infinity)) });
const place = (before: Check) =>
  allAre<Place>({
    words: isText,
    point: maybe(point),
    address: maybe(isText),
    by: among(undefined, 'address', 'device', 'map', 'photo', 'asset'),
    before: maybe(before),
  });
const photo = allAre<Photo>({
  id: isText,
  is: among('ready'),
  name: isText,
  about: isText,
  file: among(undefined),
  taken: maybe(point),
});
const draft = allAre<Draft>({
  words: isText,
  serviceCode: maybe(isText),
  place: place(place(among(undefined))),
  description: isText,
  photos: listOf(photo),
  answers: (value) =>
    isObject(value) && Object.values(value as object).every((one) => isText(one) || listOf(isText)(one)),
  contact: allAre<Contact>({ name: isText, email: isText, phone: isText }),
});
const owner = allAre<Owner>({
  name: isText,
  phone: maybe(isText),
  url: maybe(isWeb),
  endpoint: maybe(isWeb),
  jurisdictionId: maybe(isText),
  serviceCode: maybe(isText),
  media: among(undefined, 'none', 'multipart:media', 'multipart:media[]', 'base64:media'),
  trackerUrl: maybe(isWeb),
});

const isKeptDraft = allAre<KeptDraft>({
  id: isText,
  endpoint: isText,
  at: within(Infinity),
  step: among('what', 'where', 'questions', 'check'),
  serviceName: maybe(isText),
  draft,
  withContact: isFlag,
  owner: maybe(owner),
  ownCode: maybe(isText),
  preset: isFlag,
  passed: listOf(isText),
}) as (value: unknown) => value is KeptDraft;
