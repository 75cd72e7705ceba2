// The reference of the elements, as a page, from their manifest (custom-elements.json).

interface Described {
  readonly name?: string;
  readonly description?: string;
  readonly type?: { readonly text?: string };
  readonly default?: string;
}

interface Member extends Described {
  readonly kind?: string;
  readonly attribute?: string;
  readonly privacy?: string;
  readonly static?: boolean;
}

interface Declaration extends Described {
  readonly tagName?: string;
  readonly attributes?: readonly (Described & { readonly fieldName?: string })[];
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

export interface ElementsManifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

/** One section for each element, in the order of their names. */
export function elementReference({ modules }: ElementsManifest): string {
  const elements = modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
  elements.sort((one, other) => String(one.tagName).localeCompare(String(other.tagName)));
  const head = [
    '# The elements',
    'Attributes, properties, events, slots and style properties of every element, from the manifest that comes with `@citydesk/elements`.',
  ];
  return `${[...head, ...elements.flatMap(sectionsOf)].join('\n\n')}\n`;
}

function sectionsOf(element: Declaration): readonly string[] {
  const { tagName, description = '', attributes = [], members = [], events = [], slots = [] } = element;
  const { cssParts = [], cssProperties = [] } = element;
  const inAttributes = new Set(attributes.map(({ fieldName, name }) => fieldName ?? name));
  const isOpen = ({ name = '', kind, privacy, static: isStatic, attribute, description: said }: Member) =>
    kind === 'field' &&
    !isStatic &&
    !attribute &&
    said &&
    (privacy ?? 'public') === 'public' &&
    !/^[#_]/.test(name) &&
    !inAttributes.has(name);
  return [
    `## \`<${tagName}>\``,
    plain(description),
    ...table(
      'Attributes',
      ['attribute', 'type', 'meaning'],
      attributes.map((one) => [code(one.name), code(typeOf(one)), said(one)]),
    ),
    ...table(
      'Properties without an attribute',
      ['property', 'type', 'meaning'],
      members.filter(isOpen).map((one) => [code(one.name), code(typeOf(one)), said(one)]),
    ),
    ...table(
      'Events',
      ['event', 'class', 'when'],
      events.map((one) => [code(one.name), code(one.type?.text), said(one)]),
    ),
    ...table(
      'Slots',
      ['slot', 'for'],
      slots.map((one) => [one.name ? code(one.name) : 'without a name', said(one)]),
    ),
    ...table(
      'Parts',
      ['part', 'what'],
      cssParts.map((one) => [code(one.name), said(one)]),
    ),
    ...table(
      'Style properties',
      ['property', 'default', 'for'],
      cssProperties.map((one) => [code(one.name), code(one.default), said(one)]),
    ),
  ].filter(Boolean);
}

/** `undefined` is what every attribute is before it is set. */
const typeOf = ({ type }: Described) => type?.text?.replace(/\s*\|\s*undefined$/, '');

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}

const code = (text = '') => (text ? `\`${text.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\`` : '');

const said = ({ description = '' }: Described) =>
  plain(description)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');

/** Vue would take `<tag>` in a sentence for an element of the page. Links between declarations have no place here. */
const plain = (text: string) =>
  text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/(`[^`]*`)|<(?=[a-z/])/gi, (_whole, quoted?: string) => quoted ?? '&lt;');
