// Holds configuration against Drupal's kind of schema, as far as the module uses it: mappings of known keys, plain types, three constraints.

export interface SchemaType {
  readonly type: string;
  readonly label?: string;
  readonly mapping?: Readonly<Record<string, SchemaType>>;
  readonly constraints?: {
    readonly Regex?: { readonly pattern: string; readonly message?: string };
    readonly Choice?: { readonly choices: readonly string[] };
    readonly Range?: { readonly min: number; readonly max: number };
    readonly FullyValidatable?: null;
  };
}

export type Schema = Readonly<Record<string, SchemaType>>;

/** What core adds to the settings of every block, of what the module sets. */
const ofCore: Schema = {
  config_object: { type: 'mapping' },
  block_settings: { type: 'mapping', mapping: { label_display: { type: 'string' } } },
  label: { type: 'string' },
};

const plain: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
};

/** What is wrong with `value` as `type`, one line each. */
export function wrongIn(value: unknown, type: SchemaType, schema: Schema, at = ''): readonly string[] {
  const base = schema[type.type] ?? ofCore[type.type];
  const own = constraintsIn(value, type, at);
  if (type.mapping || type.type === 'mapping') {
    if (typeof value !== 'object' || value === null) return [`${at} is no mapping`];
    const known = { ...base?.mapping, ...type.mapping };
    const unknown = Object.keys(value).filter((key) => !known[key]);
    const inside = Object.entries(known).flatMap(([key, each]) => {
      const one = (value as Record<string, unknown>)[key];
      return one === undefined ? [`${at}${key} is missing`] : wrongIn(one, each, schema, `${at}${key}`);
    });
    return [...own, ...unknown.map((key) => `${at}${key} is not in the schema`), ...inside];
  }
  if (base) return [...own, ...wrongIn(value, base, schema, at)];
  const is = plain[type.type];
  if (!is) return [`${at}: nobody knows the type ${type.type}`];
  return is(value) ? own : [`${at} is no ${type.type}`];
}

function constraintsIn(value: unknown, { constraints = {} }: SchemaType, at: string): readonly string[] {
  const { Regex, Choice, Range, FullyValidatable: _, ...others } = constraints;
  const wrong = Object.keys(others).map((name) => `${at}: nobody knows the constraint ${name}`);
  if (Regex && !regexOf(Regex.pattern).test(String(value))) wrong.push(`${at}: ${Regex.message ?? Regex.pattern}`);
  if (Choice && !Choice.choices.includes(String(value))) wrong.push(`${at} is none of ${Choice.choices.join(', ')}`);
  if (Range && !(Number(value) >= Range.min && Number(value) <= Range.max)) wrong.push(`${at} is out of range`);
  return wrong;
}

/** PHP's `~…~D` as ours. */
function regexOf(pattern: string): RegExp {
  const [, body] = /^~(.*)~D$/.exec(pattern) ?? [];
  if (body === undefined) throw new Error(`${pattern} is not written like the others`);
  return new RegExp(body);
}
