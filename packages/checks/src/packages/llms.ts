// `llms.txt`: what a language model that helps a web editor or a developer should know. Its first part is written by hand; the elements are written
// from the manifest.

import { elementsOf, type ElementDeclaration, type Manifest, type ManifestField } from './manifest.ts';

/** Where it stands: for readers of the repository, and in the package of the script tag. */
export const llmsFiles = ['llms.txt', 'packages/embed/llms.txt'] as const;

const start = '## Elements\n';

/** The text with its elements as the manifest has them. */
export function withElements(text: string, manifest: Manifest): string {
  const [head = ''] = text.split(`\n${start}`);
  const elements = elementsOf(manifest);
  const classes = new Map(
    manifest.modules.flatMap(({ declarations = [] }) => declarations.map((one) => [one.name, one])),
  );
  /** An event's class, and what it knows. */
  const carried = (name: string) => {
    const fields = (classes.get(name)?.members ?? []).filter(({ kind }) => kind === 'field').map((field) => field.name);
    return [name, fields.join(', ')].filter(Boolean).join(': ');
  };
  const texts = elements.map((element) => elementText(element, carried));
  return `${head.trimEnd()}\n\n${start}\n${texts.join('')}${styling(elements)}`;
}

function elementText(
  { tagName, description = '', ...all }: ElementDeclaration,
  carried: (name: string) => string,
): string {
  const first = description.split(/\n\s*\n/)[0]!.replace(/\s+/g, ' ');
  const lists = [
    list('Attributes', all.attributes, ({ name, type }) => `\`${name}\`${type ? ` (${type.text})` : ''}`),
    list('Properties', propertiesOnly(all), ({ name, type }) => `\`${name}\`${type ? ` (${type.text})` : ''}`),
    list('Events', all.events, ({ name, type }) => `\`${name}\` (${carried(type?.text ?? 'Event')})`),
    list('Slots', all.slots, ({ name }) => (name ? `\`${name}\`` : 'without a name')),
    list('Parts', all.cssParts, ({ name }) => `\`${name}\``),
  ];
  return `### ${tagName}\n\n${first}\n\n${lists.join('')}`;
}

/** What can be set or read in code alone. */
const propertiesOnly = ({ attributes = [], members = [] }: Partial<ElementDeclaration>): readonly ManifestField[] =>
  members.filter(({ kind, name }) => kind === 'field' && !attributes.some(({ fieldName }) => fieldName === name));

function list(
  title: string,
  fields: readonly ManifestField[] | undefined,
  said: (field: ManifestField) => string,
): string {
  if (!fields?.length) return '';
  const lines = fields.map((field) => `- ${said(field)}: ${(field.description ?? '').replace(/\s+/g, ' ')}`);
  return `${title}:\n\n${lines.join('\n')}\n\n`;
}

/** The elements share their custom properties. */
function styling(elements: readonly ElementDeclaration[]): string {
  const all = new Map(
    elements.flatMap(({ cssProperties = [] }) => cssProperties.map((one) => [one.name, one] as const)),
  );
  const lines = [...all.values()].map((one) => `- \`${one.name}\` (${one.default ?? ''}): ${one.description ?? ''}`);
  return `## Styling\n\nSet on the element or around it:\n\n${lines.join('\n')}\n`;
}
