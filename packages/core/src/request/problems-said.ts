/** Finds the fields that a city's refusal is about, so that its words stand where they can be acted on. */
import { questionsIn, type Field } from './fields.ts';
import type { FieldId, Problem } from './problems.ts';

/** Words of GeoReport v2 (POST requests, arguments) by which a refusal names one of our fields. */
const arguments_: readonly (readonly [FieldId, RegExp])[] = [
  ['email', /\be-?mail\b/i],
  ['phone', /\bphone\b/i],
  ['name', /\b(first_name|last_name)\b/i],
  ['description', /\bdescription\b/i],
  // Last, as an email has an address too. `long` only by itself: mostly it says how long a text is.
  ['place', /\b(lat|latitude|longitude|address_string|address_id|address|location)\b|^long(:|$)/i],
];

/** Arguments that no field of ours stands for: a refusal of these is about the report as a whole. */
const notAsked = /\b(service_code|jurisdiction_id|api_key|media_url|device_id|account_id)\b/i;

/** One problem per field that `reasons` name: by attribute code, by the question's words, or by argument. */
export function problemsSaid(reasons: readonly string[], fields: readonly Field[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const reason of reasons) {
    const field = fieldNamed(reason, fields);
    if (field && !problems.some((problem) => problem.field === field)) problems.push({ field, kind: 'said', reason });
  }
  return problems;
}

/** What stands in brackets is for programs and sure: `attribute[size]`, `(email)`. Words for people come after. */
function fieldNamed(reason: string, fields: readonly Field[]): FieldId | undefined {
  const words = reason.toLowerCase();
  const asked = (fits: (code: string, question: string) => boolean): FieldId | undefined => {
    const found = questionsIn(fields).find(({ code, question }) => fits(code.toLowerCase(), question.toLowerCase()));
    return found && `answer:${found.code}`;
  };
  const argument = (text: string) => arguments_.find(([, pattern]) => pattern.test(text))?.[0];

  const sure = asked((code) => words.includes(`[${code}]`)) ?? argument(/\(([\w, ]+)\)\s*$/.exec(reason)?.[1] ?? '');
  if (sure || notAsked.test(reason)) return sure;
  return (
    asked((_, question) => words.includes(question)) ?? argument(reason) ?? asked((code) => namesCode(words, code))
  );
}

/** The code as a word of its own: `size` is not in `resize`. */
function namesCode(words: string, code: string): boolean {
  const at = words.indexOf(code);
  const letter = /[\p{L}\p{N}_]/u;
  return at >= 0 && !letter.test(words[at - 1] ?? ' ') && !letter.test(words[at + code.length] ?? ' ');
}
