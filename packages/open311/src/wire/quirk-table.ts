/**
 * The ways in which real servers differ from the spec, by the numbers that `onQuirk` tells. The README shows the same table.
 */

/**
 * `reader`: mended where an answer is read, and told to `onQuirk`. `client`: the client asks or sends so that it does not matter;
 * what shows only once it asks again is told to `onQuirk` too. `city`: nothing a client could mend; the doctor or the guide says what to do.
 */
export type QuirkKeeper = 'reader' | 'client' | 'city';

export interface KnownQuirk {
  readonly row: number;
  readonly what: string;
  readonly kept: QuirkKeeper;
  /** Whether `onQuirk` hears of it. */
  readonly told: boolean;
}

const table: readonly (readonly [KnownQuirk['what'], QuirkKeeper])[] = [
  ['A list in a wrapper: `{"service_requests": […]}`', 'reader'],
  ['Wrappers in each other: `{"service_requests": {"request": {…}}}`', 'reader'],
  ['One request or receipt without a list', 'reader'],
  ['Lists of one around values; rows in objects of their own', 'reader'],
  ['One thing where a list is due', 'reader'],
  ['Ids and codes as numbers, also beyond 2^53; `0` is an id', 'reader'],
  ['Leading zeros count: `006` is not `6`', 'client'],
  ['Codes with slashes and blanks, percent-encoded in addresses', 'client'],
  ['Two services with the same code: the first counts', 'reader'],
  ['Booleans as words or numbers', 'reader'],
  ['`lat` and `long` as words', 'reader'],
  ['`0/0`, half a place or a place off the earth: no place', 'reader'],
  ['`""` where nothing is said', 'reader'],
  ['The word `null` or `nil` where nothing is said', 'reader'],
  ['Misspelt fields: `zip_code`, `adress_id`, `" url"`', 'reader'],
  ['Dates without a zone, or not as the spec writes them', 'reader'],
  ['No `Z` taken in `start_date` and `end_date`', 'client'],
  ['A status that is neither `open` nor `closed`', 'reader'],
  ['Rows without an id yet, left out', 'reader'],
  ['A token instead of an id, for as long as the city likes', 'client'],
  ['One request at a path of its own', 'client'],
  ['`media_url` as a list or an object', 'reader'],
  ['`media_url` with several addresses, joined by commas', 'reader'],
  ['One photo in several sizes', 'reader'],
  ['Other names of datatypes; questions and choices that depend on answers', 'reader'],
  ['`order` mixed, repeated or as a word', 'reader'],
  ['Questions or choices without their container', 'reader'],
  ['Key and name of a choice inside each other', 'reader'],
  ['No definition although the city announces one', 'client'],
  ['A server to read only: no reports, no definitions', 'city'],
  ['`agency_responsible` as an object', 'reader'],
  ['Errors as `{code, detail}`', 'reader'],
  ['Errors as `{error}`, or with codes like `103 - service_code`', 'reader'],
  ['One error with `message`', 'reader'],
  ['A list of errors with `message`', 'reader'],
  ['A validator’s dump: residents are told its first row', 'reader'],
  ['An HTML page under status 200', 'reader'],
  ['An HTML page or plain text for an error', 'reader'],
  ['A status that says something else than the body', 'reader'],
  ['A report filed with another status than 200', 'reader'],
  ['XML with other roots and rows, `is_array`, `xsi:nil`', 'reader'],
  ['XML that says UTF-16 and is not', 'reader'],
  ['Control characters, a bare `&` or `<`, `&nbsp;`, blanks before `<?xml`', 'reader'],
  ['A byte order mark', 'reader'],
  ['JSON that is none: XML is asked for instead', 'client'],
  ['JSONP instead of CORS, which is script and never run: a page needs a relay', 'city'],
  ['Redirects that lose a report', 'city'],
  ['XML that a converter to JSON cannot tell from a list of words', 'client'],
  ['A new report that is not in the list before it is checked', 'city'],
  ['400 for a report that is there already: `alreadyFiled`', 'reader'],
  ['Rules of its own: address required, shortest description, email', 'city'],
  ['Lists shorter than the spec has them', 'client'],
  ['Addresses that moved, or take a slash more or less', 'client'],
];

/** What the client tells by itself. */
const toldByClient = [17, 21, 45, 52];

/** Rows 1 to 53. */
export const knownQuirks: readonly KnownQuirk[] = table.map(([what, kept], i) => ({
  row: i + 1,
  what,
  kept,
  told: kept === 'reader' || toldByClient.includes(i + 1),
}));
