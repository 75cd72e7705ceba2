// The elements as the templates of each framework take them, written from the manifest: what is an attribute, what a property, what an event
// carries. One file says what there is; each framework's own says only how that framework spells it.

import path from 'node:path';
import { elementsOf, eventModules, type ElementDeclaration, type Manifest, type ManifestField } from './manifest.ts';

/** The entries of the package that are types alone, and their text; `elements` is what the others build on. */
export function frameworkTypes(manifest: Manifest): Readonly<Record<string, string>> {
  const made = '// Written by the build from the elements’ sources.\n';
  const files = { elements: elementTypes(manifest), jsx, preact, solid, vue, svelte };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, made + text.trimStart()]));
}

function elementTypes(manifest: Manifest): string {
  const elements = elementsOf(manifest);
  const events = eventModules(manifest);
  const used = new Map<string, string>(elements.map(({ name, path: from }) => [name, from]));
  for (const { type } of elements.flatMap(({ events: told = [] }) => told)) {
    const from = events.get(type?.text ?? '');
    if (type && from) used.set(type.text, from);
  }
  const imports = [...used]
    .map(([name, from]) => `import type { ${name} } from './${path.posix.relative('dist', from)}';`)
    .sort();
  return `${imports.join('\n')}

${elements.map((one) => interfacesOf(one, used)).join('\n\n')}

/** Every element: its class, what can be set in markup, what in code, and what it tells. */
export interface CitydeskElements {
${elements.map(({ name, tagName }) => `  '${tagName}': { element: ${name}; attributes: ${name}Attributes; properties: ${name}Properties; events: ${name}Events };`).join('\n')}
}
`;
}

/** @param classes the names that are imported: an event of another class is an `Event` here, and a test says so */
function interfacesOf(
  { name, tagName, attributes = [], members = [], events = [] }: ElementDeclaration,
  classes: ReadonlyMap<string, string>,
): string {
  const classOf = ({ type }: ManifestField) => (type && classes.has(type.text) ? type.text : 'Event');
  const set = members.filter((one) => one.kind === 'field' && !one.readonly && !one.static);
  const said = (one: ManifestField) => (one.description ? `  /** ${one.description.replace(/\s+/g, ' ')} */\n` : '');
  return `/** Attributes of \`${tagName}\`. */
export interface ${name}Attributes {
${attributes.map((one) => `${said(one)}  '${one.name}'?: ${inMarkup(name, one)} | undefined;`).join('\n')}
}

/** Properties of \`${tagName}\`. */
export interface ${name}Properties {
${set.map((one) => `${said(one)}  ${one.name}?: ${name}['${one.name}'] | undefined;`).join('\n')}
}

/** Events of \`${tagName}\`. */
export interface ${name}Events {
${events.map((one) => `${said(one)}  '${one.name}': ${classOf(one)};`).join('\n')}
}`;
}

/** What an attribute may be: what the property behind it is, where there is one. Markup has only text. */
function inMarkup(name: string, { fieldName, type }: ManifestField): string {
  const own = fieldName ? `${name}['${fieldName}']` : (type?.text ?? 'string');
  if (type?.text === 'number') return `${own} | \`\${number}\``;
  return type?.text === 'boolean' ? `${own} | ''` : own;
}

/** What every framework takes: attributes and properties, and `on` with the event's name where it spells events so. */
const shared = `
type Own<Tag extends keyof CitydeskElements> = CitydeskElements[Tag]['attributes'] & CitydeskElements[Tag]['properties'];
type Listeners<Tag extends keyof CitydeskElements> = {
  [Name in keyof CitydeskElements[Tag]['events'] & string as \`on\${Name}\`]?: ((event: CitydeskElements[Tag]['events'][Name]) => void) | undefined;
};`;

const jsx = `
import type { HTMLAttributes, RefAttributes } from 'react';
import type { CitydeskElements } from './elements.js';
${shared}
type Base<Element> = HTMLAttributes<Element> & RefAttributes<Element> & { class?: string | undefined };

/** What an element takes in JSX. */
export type CitydeskProps<Tag extends keyof CitydeskElements> = Own<Tag> & Listeners<Tag> & Omit<Base<CitydeskElements[Tag]['element']>, keyof Own<Tag>>;
type Props = { [Tag in keyof CitydeskElements]: CitydeskProps<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Props {}
  }
}
`;

const preact = `
import type { JSX } from 'preact';
import type { CitydeskElements } from './elements.js';
${shared}
/** What an element takes in JSX. */
export type CitydeskProps<Tag extends keyof CitydeskElements> = Own<Tag> & Listeners<Tag> & Omit<JSX.HTMLAttributes<CitydeskElements[Tag]['element']>, keyof Own<Tag>>;
type Props = { [Tag in keyof CitydeskElements]: CitydeskProps<Tag> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Props {}
  }
}
`;

const solid = `
import type { JSX } from 'solid-js';
import type { CitydeskElements } from './elements.js';
${shared.replace('`on${Name}`', '`on:${Name}`')}
type Attributes<Tag extends keyof CitydeskElements> = {
  [Name in keyof CitydeskElements[Tag]['attributes'] & string as \`attr:\${Name}\`]?: CitydeskElements[Tag]['attributes'][Name];
};
type Properties<Tag extends keyof CitydeskElements> = {
  [Name in keyof CitydeskElements[Tag]['properties'] & string as \`prop:\${Name}\`]?: CitydeskElements[Tag]['properties'][Name];
};

/** What an element takes in JSX. */
export type CitydeskProps<Tag extends keyof CitydeskElements> = Own<Tag> & Attributes<Tag> & Properties<Tag> & Listeners<Tag> & Omit<JSX.HTMLAttributes<CitydeskElements[Tag]['element']>, keyof Own<Tag>>;
type Props = { [Tag in keyof CitydeskElements]: CitydeskProps<Tag> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Props {}
  }
}
`;

const vue = `
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { CitydeskElements } from './elements.js';

/** Vue reads \`heading-level\` and \`headingLevel\` as one name, and writes what it finds in a template into the attribute. */
type Camel<Name> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest> & string>}\` : Name;
type Attributes<All> = { [Name in keyof All as Camel<Name> & string]: All[Name] };
type Own<Tag extends keyof CitydeskElements> = Attributes<CitydeskElements[Tag]['attributes']> &
  Omit<CitydeskElements[Tag]['properties'], keyof Attributes<CitydeskElements[Tag]['attributes']>>;
type Emits<Tag extends keyof CitydeskElements> = {
  [Name in keyof CitydeskElements[Tag]['events']]: (event: CitydeskElements[Tag]['events'][Name]) => void;
};

/** What an element takes in a template. */
export type CitydeskComponent<Tag extends keyof CitydeskElements> = new () => CitydeskElements[Tag]['element'] & {
  /** @deprecated Only for types: elements have no \`$props\`. */
  $props: Own<Tag> & Omit<HTMLAttributes, keyof Own<Tag>> & PublicProps;
  /** @deprecated Only for types: elements have no \`$emit\`. */
  $emit: EmitFn<Emits<Tag>>;
};
type Components = { [Tag in keyof CitydeskElements]: CitydeskComponent<Tag> };

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
`;

const svelte = `
import type { HTMLAttributes } from 'svelte/elements';
import type { CitydeskElements } from './elements.js';
${shared}
/** What an element takes in markup. */
export type CitydeskProps<Tag extends keyof CitydeskElements> = Own<Tag> & Listeners<Tag> & Omit<HTMLAttributes<CitydeskElements[Tag]['element']>, keyof Own<Tag>>;
type Props = { [Tag in keyof CitydeskElements]: CitydeskProps<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Props {}
}
`;
