/** Turns a service definition into the fields of the questions step, in the city's order. */
import type { Attribute, AttributeValue, Condition, ServiceDefinition, VisibleWhen } from '@citydesk/open311';
import type { Answers } from './draft.ts';
import type { Journey } from './journey-state.ts';

interface Asked {
  readonly code: string;
  readonly question: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
}

/** One thing on the questions step. A new kind of field starts here. */
export type Field =
  | { readonly kind: 'notice'; readonly code: string; readonly text: string }
  | (Asked & { readonly kind: 'line' | 'long' | 'number' | 'date' })
  | (Asked & { readonly kind: 'one-of' | 'many-of'; readonly values: readonly AttributeValue[] });

/** A field that wants an answer. */
export type Question = Exclude<Field, { readonly kind: 'notice' }>;

const kinds = {
  string: 'line',
  text: 'long',
  number: 'number',
  datetime: 'date',
  singlevaluelist: 'one-of',
  multivaluelist: 'many-of',
} as const;

/** Where systems are known to keep a report's own id: ours, Libre311, mySociety. It is filled in, and asked of nobody. */
export const idAttributes = /^(citydesk_report_id|client_request_id|fixmystreet_id)$/;

/**
 * The fields of `definition`; none while there is no definition. Where `answers` are given, only what is asked and offered after
 * them: an answer to a question that is hidden itself counts for nothing.
 */
export function fieldsFor(definition: ServiceDefinition | undefined, answers?: Answers): readonly Field[] {
  const attributes = definition?.attributes.filter(({ code }) => !idAttributes.test(code)) ?? [];
  const conditional = ({ visibleWhen, values }: Attribute) => visibleWhen ?? values.some((value) => value.visibleWhen);
  return (answers && attributes.some(conditional) ? shown(attributes, answers) : attributes).map(fieldFor);
}

/** The fields of the questions step, as the answers so far ask for them. */
export function fieldsOf({ definition, draft }: Journey): readonly Field[] {
  return definition.is === 'ready' ? fieldsFor(definition.value, draft.answers) : [];
}

/** In the city's order, which asks first what later questions depend on. */
function shown(attributes: readonly Attribute[], answers: Answers): readonly Attribute[] {
  const given = new Map<string, readonly string[]>();
  return attributes.flatMap((attribute) => {
    if (!fits(attribute.visibleWhen, given)) return [];
    const values = attribute.values.filter((value) => fits(value.visibleWhen, given));
    const answer = [answers[attribute.code] ?? ''].flat().filter((each) => each !== '');
    given.set(attribute.code, values.length ? answer.filter((each) => values.some(({ key }) => key === each)) : answer);
    return [{ ...attribute, values }];
  });
}

function fits(when: VisibleWhen | undefined, given: ReadonlyMap<string, readonly string[]>): boolean {
  if (!when) return true;
  const holds = (condition: Condition) => isMet(condition, given.get(condition.code) ?? []);
  return when.match === 'any' ? when.conditions.some(holds) : when.conditions.every(holds);
}

function isMet({ op, values }: Condition, answer: readonly string[]): boolean {
  const same = values.length === answer.length && values.every((value) => answer.includes(value));
  const [left, right] = [Number(answer[0]), Number(values[0])];
  switch (op) {
    case 'eq':
      return same;
    case 'neq':
      return !same;
    case 'in':
      return answer.some((each) => values.includes(each));
    case 'gt':
      return left > right;
    case 'gte':
      return left >= right;
    case 'lt':
      return left < right;
    case 'lte':
      return left <= right;
  }
}

/** Only the fields that ask. */
export function questionsIn(fields: readonly Field[]): readonly Question[] {
  return fields.filter((field): field is Question => field.kind !== 'notice');
}

function fieldFor(attribute: Attribute): Field {
  const { code, description, datatypeDescription, required, values } = attribute;
  if (!attribute.variable) return { kind: 'notice', code, text: description };
  const asked = { code, question: description || code, hint: datatypeDescription, required };
  const kind = kinds[attribute.datatype];
  if (kind !== 'one-of' && kind !== 'many-of') return { ...asked, kind };
  // A list without choices can only be answered in words.
  return values.length ? { ...asked, kind, values } : { ...asked, kind: 'line' };
}
