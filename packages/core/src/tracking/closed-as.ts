/**
 * What a city's words say of how a report ended. They are read sentence by sentence, and in doubt they say nothing: whoever
 * reads "it is fixed" here must be able to find it in the city's own words. English only; words in another language are
 * shown as they are.
 */
import type { ServiceRequest } from '@citydesk/open311';

export type ClosedAs =
  | { readonly as: 'fixed' | 'done' | 'nothing' | 'not-done' }
  /** `owner` where the city names one. */
  | { readonly as: 'not-ours'; readonly owner?: string | undefined }
  /** `of`: the number of the other report, where the city gives it. */
  | { readonly as: 'duplicate'; readonly of?: string | undefined }
  /** There is a note, and only a person can tell what it means. */
  | { readonly as: 'note' }
  /** The city's word for the status, where it says more than "closed". */
  | { readonly as: 'status'; readonly label: string }
  | { readonly as: 'silent' };

/** How a closed request ended, as far as the city's words tell. */
export function closedAs(request: ServiceRequest): ClosedAs {
  const { statusLabel, statusNotes, notes = [], extendedAttributes: more = {} } = request;
  const original = more['duplicate_of'] ?? more['parent_service_request_id'];
  if (original) return { as: 'duplicate', of: original };
  const last = notes.findLast(({ description, summary }) => description ?? summary);
  const said = [statusNotes ?? last?.description ?? last?.summary ?? '', statusLabel].join('. ');
  const endings = endingsIn(said);
  if (endings.length === 1) return endings[0]!;
  if (statusNotes?.trim() || last) return { as: 'note' };
  return /^\W*(closed|done|archived|processed)?\W*$/i.test(statusLabel)
    ? { as: 'silent' }
    : { as: 'status', label: statusLabel };
}

/** What would have to be in a sentence, and what must not. */
const signs: readonly (readonly [ClosedAs['as'], RegExp, RegExp?])[] = [
  [
    'duplicate',
    /\bduplicates?\b|\bsame (problem|report|issue) as\b|\btold us (about (this|it) )?before\b|\balready (reported|known)\b/,
    /\bnot (an? )?(duplicate|the same)/,
  ],
  [
    'not-ours',
    /\bnot (ours|our (job|road|street)|the city['’]s|a city)\b|\b(passed|referred|forwarded|transferred) (it |this |your report )?(on )?to\b|\b(outside|not (with)?in) (of )?(the |our )?(city|jurisdiction)|\bnot (under )?(our|the city['’]s) (responsibility|jurisdiction)|\b(is|are) (the responsibility of|(owned|maintained) by)\b/,
    /\b(crew|team|contractor|inspector|department|staff)\b/,
  ],
  [
    'nothing',
    /\b(could|did|can|was|were|is|are)(n['’]t| ?not)( able to)? (find|locate|see)\b|\bunable to (find|locate)\b|\bfound nothing\b|\bnothing (was )?found\b|\bno (problem|issue|damage|defect|hazard|violation|evidence)s?\b.*\b(found|seen|there)\b|^(was )?not found\b/,
  ],
  [
    'not-done',
    /\b(will|can|do|does)(n['’]t| ?not)\b.*\b(do|fix|repair|replace|remove|act|carry)|\bwo(n['’]t)\b|\bcannot (do|be (done|fixed|repaired))\b|\bno (further )?action\b|\b(is|was|been|were) (declined|rejected|cancell?ed)\b|^(declined|rejected|cancell?ed)\b|\bnot (be )?(approved|going to)\b/,
  ],
  ['fixed', /\b(fixed|repaired|mended|patched|filled|paved|replaced|restored)\b/],
  [
    'done',
    /\b((work|it|this|job|repair|everything) (is|was|has been) (all )?(done|complete[d]?|finished)|picked up|collected|hauled away|removed|cleaned( up)?|cleared|swept|emptied|mowed|trimmed|(put|taken) (in|down|away|up)|ground down)\b|^(done|complete[d]?|finished)\b/,
  ],
];

/** Work that is still to come, was not done, or was undone says nothing of its end. */
const unsure =
  /\b(not|never|cannot|unable|without|will|would|should|shall|must|may|might|could|if|when|once|until|unless|before|soon|again|schedul\w*|plan\w*|order(ed)?|needs?|to be|being|going to|partly|partially|some|asked?|request\w*|expect\w*|except|but)\b|n['’]t\b|\?/;

/** Words that take a finish back, in whatever sentence they stand. */
const unfinished =
  /\b((come|be|go|return) back|for now|temporar\w*|quick (fix|patch)|more work|next (week|month|spring))\b/i;

function endingsIn(words: string): readonly ClosedAs[] {
  const found = new Map<ClosedAs['as'], ClosedAs>();
  // A number may hold a point; a sentence ends with one that is followed by a blank, and not after "St.".
  for (const sentence of words.split(/(?<!\b(?:St|Mr|Mrs|Dr|No))[.!;\n]+(?=\s|$)/)) {
    const plain = sentence.trim().toLowerCase();
    for (const [as, sign, against = as === 'fixed' || as === 'done' ? unsure : undefined] of signs) {
      if (!sign.test(plain) || against?.test(plain)) continue;
      if (!found.has(as)) found.set(as, ending(as, sentence));
      break;
    }
  }
  // A finished repair is also finished work; work that goes on is neither.
  if (found.has('fixed') || unfinished.test(words)) found.delete('done');
  if (unfinished.test(words)) found.delete('fixed');
  return [...found.values()];
}

function ending(as: ClosedAs['as'], sentence: string): ClosedAs {
  if (as === 'duplicate')
    return {
      as,
      of: /\b(?:of|as|number|report|request|case)\s+#?(?!\d+ )((?=[^\s,]*\d)[\w-]{3,})/i.exec(sentence)?.[1],
    };
  if (as === 'not-ours') return { as, owner: ownerIn(sentence) };
  return { as } as ClosedAs;
}

/** A name with capitals, as cities write the body that took over: "passed it on to MDOT". */
function ownerIn(sentence: string): string | undefined {
  const [, name] =
    /\b(?:to|of|by) ((?:the )?\p{Lu}[\p{L}\d.&'’-]*(?: (?:(?:of|and|the) )?\p{Lu}[\p{L}\d.&'’-]*){0,5})/u.exec(
      sentence,
    ) ?? [];
  return name?.replace(/[.,]+$/, '');
}
