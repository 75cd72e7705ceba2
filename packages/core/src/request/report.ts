/** Freezes a draft into the report that is sent. */
import type { Report } from '@citydesk/open311';
import { zonedIso } from '../city/zoned.ts';
import type { Answer, Contact, Draft, Photo, Place } from './draft.ts';
import { questionsIn, type Field, type Question } from './fields.ts';
import { givenTo, longestDescription, numberIn, type ContactRule } from './problems.ts';

/** What a report is frozen with. */
export interface Freezing {
  readonly contact: ContactRule;
  readonly zone?: string | undefined;
  /** Default: the photos that are ready go along. */
  readonly withoutPhotos?: boolean | undefined;
  /** Tells the clerk which language the resident read and wrote, where it is not the city's: the last line of the description, also where it is the only one. */
  readonly writtenIn?: string | undefined;
}

/** The report in `draft`; answers to questions the service does not ask are left behind, and so are photos that are not ready. */
export function reportFrom(
  draft: Draft,
  fields: readonly Field[],
  { contact, zone, withoutPhotos, writtenIn }: Freezing,
): Report {
  const { point } = draft.place;
  const photos = withoutPhotos ? [] : draft.photos.filter(({ file }) => file);
  const attributes: Record<string, Answer> = {};
  for (const question of questionsIn(fields)) {
    const answer = givenTo(question, draft.answers);
    if (answer.length) attributes[question.code] = onTheWire(question, answer, zone);
  }
  return {
    serviceCode: draft.serviceCode ?? '',
    lat: point?.lat,
    long: point?.long,
    addressString: addressIn(draft.place) || undefined,
    description: withLanguage(described(draft.description, photos), writtenIn) || undefined,
    attributes,
    ...(photos.length && { media: photos.map(({ file }) => file!) }),
    ...(contact === 'none' ? {} : reachable(draft.contact)),
  };
}

/** GeoReport has no field for how exact a place is, and a crew has to know: it stands with the words for the place. */
function addressIn({ words, point, by }: Place): string {
  const exact = by === 'device' && point?.accuracy !== undefined ? `(± ${Math.ceil(point.accuracy)} m)` : '';
  return [words.trim(), exact].filter(Boolean).join(' ');
}

/** GeoReport has no field for what a photo shows either: it follows the description, as far as there is room. */
function described(description: string, photos: readonly Photo[]): string {
  const shown = photos.flatMap(({ about }, at) => (about.trim() ? `Photo ${at + 1}: ${about.trim()}` : []));
  const room = longestDescription - description.trim().length - 2;
  return [description.trim(), shown.join('\n').slice(0, Math.max(0, room))].filter(Boolean).join('\n\n');
}

/** GeoReport has no field for the language of a report. The line is left out before it would take room from the resident's words. */
function withLanguage(description: string, writtenIn: string | undefined): string {
  const all = [description, writtenIn].filter(Boolean).join('\n\n');
  return all.length > longestDescription ? description : all;
}

function onTheWire(question: Question, answer: Answer, zone: string | undefined): Answer {
  if (typeof answer !== 'string') return answer;
  if (question.kind === 'number') return String(numberIn(answer) ?? answer);
  if (question.kind === 'date') return zonedIso(answer, zone);
  return answer.trim();
}

/** One name field on the screen, two on the wire: the last word is the last name, a single word the first. */
function reachable({ name, email, phone }: Contact): Partial<Report> {
  const words = name.trim().split(/\s+/);
  const lastName = words.length > 1 ? words.pop() : undefined;
  return {
    firstName: words.join(' ') || undefined,
    lastName,
    email: email.trim() || undefined,
    phone: phone.trim() || undefined,
  };
}
