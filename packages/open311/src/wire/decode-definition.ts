/**
 * The questions of a service: GET services/{code} → our types, with the conditions that some cities put on questions and choices.
 */
import type { Attribute, AttributeValue, Condition, Datatype, ServiceDefinition, VisibleWhen } from '../types.ts';
import { isBlank, isRow, word } from './kinds.ts';
import { readingOf, type Reading, type ReadingOptions } from './reading.ts';
import { attributeRow, definitionRow } from './definition-tables.ts';
import { rowsIn } from './unwrap.ts';

/**
 * GET services/{code}. Questions come in the city's order; the sort is stable, for some cities number all of them 0.
 * @param asked the code in the address, for answers that do not repeat it
 */
export function decodeServiceDefinition(
  answer: unknown,
  asked: string,
  options?: ReadingOptions,
): ServiceDefinition | undefined {
  const at = readingOf(answer, options);
  const [row] = rowsIn(answer, ['service_definition'], at) ?? [];
  if (!isRow(row) || !('attributes' in row || 'attribute' in row || 'service_code' in row)) return undefined;
  const { serviceCode, attributes, attribute } = definitionRow.read(row, at) ?? {};
  // Some repeat the list itself, or leave it out and repeat its rows.
  if (isBlank(attributes) ? !isBlank(attribute) : at.xml && isRepeated(attributes)) at.mended(27, 'attributes');
  const rows = rowsIn(isBlank(attributes) ? attribute : attributes, ['attributes', 'attribute'], at, 5) ?? [];
  const read = rows.map((value) => decodeAttribute(value, rows.length, at)).filter((each) => each !== undefined);
  if (read.some(({ order }, i) => i > 0 && order <= read[i - 1]!.order)) at.mended(26, 'order');
  return { serviceCode: serviceCode ?? asked, attributes: read.sort((a, b) => a.order - b.order) };
}

function isRepeated(list: unknown): boolean {
  return Array.isArray(list) || (isRow(list) && 'code' in list);
}

function decodeAttribute(row: unknown, last: number, at: Reading): Attribute | undefined {
  const attribute = attributeRow.read(row, at);
  if (!attribute) return undefined;
  const { datatype: said, dependencies, values: choices, ...rest } = attribute;
  const values = decodeValues(choices, at);
  const datatype = datatypeOf(said, at);
  const variable = attribute.variable && datatype !== 'notice';
  // A question without a code could not be answered; a notice needs none.
  if (attribute.code === undefined && variable) return undefined;
  const visibleWhen = conditionsIn(dependencies, at);
  return {
    ...rest,
    variable,
    code: attribute.code ?? '',
    // A list with nothing to choose from could not be answered either.
    datatype: datatype === 'notice' || (values.length === 0 && datatype.endsWith('list')) ? 'text' : datatype,
    order: attribute.order ?? last,
    description: attribute.description ?? attribute.code ?? '',
    values,
    ...(visibleWhen && { visibleWhen }),
  };
}

const datatypes: readonly Datatype[] = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'];
/** What cities call them instead. The first that fits counts. */
const otherNames: readonly (readonly [RegExp, Datatype | 'notice'])[] = [
  [/^info/, 'notice'],
  [/multi|checkboxes/, 'multivaluelist'],
  [/pick|select|single|list|drop|radio|enum/, 'singlevaluelist'],
  [/^bool|checkbox/, 'singlevaluelist'],
  [/date|time/, 'datetime'],
  [/^(num|int|dec|double|float|currency)/, 'number'],
];

/** By the spec's name or one of the others; what has none of them is asked as text. */
function datatypeOf(said: string | undefined, at: Reading): Datatype | 'notice' {
  const name = said?.toLowerCase() ?? '';
  const known = datatypes.find((each) => each === name);
  if (known !== said) at.mended(25, 'datatype');
  return known ?? otherNames.find(([pattern]) => pattern.test(name))?.[1] ?? 'text';
}

function decodeValues(values: unknown, at: Reading): AttributeValue[] {
  // A count where the choices belong, seen at Boston.
  if (typeof values === 'number') at.mended(25, 'values');
  if (typeof values !== 'object' || values === null) return [];
  if (at.xml && (Array.isArray(values) || (isRow(values) && 'key' in values))) at.mended(27, 'values');
  return (rowsIn(values, ['value'], at, 5) ?? []).flatMap((row) => choicesIn(row, at));
}

/** One choice; or several that are there only after certain answers. */
function choicesIn(row: unknown, at: Reading): AttributeValue[] {
  const conditional = isRow(row) && isRow(row['dependentOn']) ? row : undefined;
  if (conditional) {
    const visibleWhen = conditionsIn(conditional['dependentOn'], at);
    const values = rowsIn(conditional['values'], ['value'], at) ?? [];
    return values
      .flatMap((each) => choiceIn(each, at))
      .map((each) => ({ ...each, ...(visibleWhen && { visibleWhen }) }));
  }
  return choiceIn(row, at);
}

function choiceIn(row: unknown, at: Reading): AttributeValue[] {
  const { key, name = key } = isRow(row) ? row : { key: row };
  const nested = [key, name].find(isRow);
  if (nested) at.mended(28, 'values');
  // The key as it is: `null` may well be what the city wants for "none of these".
  const choice = {
    key: word(isRow(key) ? key['key'] : key),
    name: word(isRow(name) ? (name['name'] ?? name['key']) : name)?.trim(),
  };
  if (typeof (isRow(key) ? key['key'] : key) === 'number') at.mended(6, 'values.key');
  return choice.key === undefined ? [] : [{ key: choice.key, name: choice.name ?? choice.key }];
}

const operators: readonly Condition['op'][] = ['eq', 'neq', 'in', 'gt', 'gte', 'lt', 'lte'];

/** `{clause: 'AND' | 'OR', conditions: [{attribute, op, value}]}`. What cannot be read wholly is left out: better asked than lost. */
function conditionsIn(value: unknown, at: Reading): VisibleWhen | undefined {
  if (!isRow(value)) return undefined;
  const rows = rowsIn(value['conditions'], ['conditions', 'condition'], at) ?? [];
  const conditions = rows.map(conditionIn);
  if (conditions.length === 0 || conditions.includes(undefined)) return undefined;
  at.mended(25, 'dependencies');
  return {
    match: word(value['clause'])?.toLowerCase() === 'or' ? 'any' : 'all',
    conditions: conditions.filter((each) => each !== undefined),
  };
}

function conditionIn(row: unknown): Condition | undefined {
  if (!isRow(row)) return undefined;
  const code = word(row['attribute']);
  const op = operators.find((each) => each === word(row['op']));
  const values = [row['value']]
    .flat()
    .map(word)
    .filter((each) => each !== undefined);
  return code === undefined || !op || values.length === 0 ? undefined : { code, op, values };
}
