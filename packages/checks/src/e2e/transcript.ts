// The accessibility tree of a part of a page as text, in reading order: what a screen reader has to work with.

import type { CDPSession, Page, Protocol } from 'puppeteer-core';

type Node = Protocol.Accessibility.AXNode;

/** Wrappers that no screen reader speaks of; their children are listed in their place. */
const silent = new Set([
  ...['generic', 'none', 'paragraph', 'strong', 'emphasis', 'form', 'RootWebArea'],
  ...['InlineTextBox', 'LineBreak', 'ListMarker', 'LabelText', 'Legend', 'DescriptionList'],
]);
/** Fields whose inside is the browser's own, and differs from one version to the next. */
const sealed = new Set(['Date', 'InputTime', 'DateTime', 'textbox', 'searchbox']);
const names: Readonly<Record<string, string>> = {
  StaticText: 'text',
  DisclosureTriangle: 'summary',
  InputTime: 'Time',
};
const states = ['level', 'checked', 'expanded', 'required', 'invalid', 'disabled', 'focused', 'live'];

/**
 * One line for each thing a screen reader can reach below `selector`: role, name, value, states, description; indented by what holds it.
 * @throws Error when nothing on the page matches.
 */
export async function transcriptOf(page: Page, selector: string): Promise<string> {
  const session = await page.createCDPSession();
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const host = await backendIdOf(session, selector);
    const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === host);
    if (!start) throw new Error(`${selector} is not in the accessibility tree.`);
    return linesBelow(start, new Map(nodes.map((node) => [node.nodeId, node])), '').join('\n');
  } finally {
    await session.detach();
  }
}

async function backendIdOf(session: CDPSession, selector: string): Promise<number> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  return node.backendNodeId;
}

function linesBelow(node: Node, byId: ReadonlyMap<string, Node>, above: string): readonly string[] {
  const role = String(node.role?.value ?? '');
  const name = String(node.name?.value ?? '');
  const isSaid = !node.ignored && !silent.has(role);
  const inside = sealed.has(role) ? [] : (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const children = runsOfText(inside, byId).flatMap((child) =>
    typeof child === 'string' ? textLine(child, isSaid ? name : above) : linesBelow(child, byId, isSaid ? name : above),
  );
  if (!isSaid) return children;
  return [sayNode(node, names[role] ?? role, name.trim()), ...children.map((line) => `  ${line}`)];
}

/** Neighbouring pieces of text as one, because the seams between them are only ours. */
function runsOfText(nodes: readonly Node[], byId: ReadonlyMap<string, Node>): readonly (Node | string)[] {
  const runs: (Node | string)[] = [];
  for (const node of nodes.flatMap((one) => unwrapped(one, byId))) {
    const text = node.role?.value === 'StaticText' && !node.ignored ? String(node.name?.value ?? '') : undefined;
    const last = runs.at(-1);
    if (text === undefined) runs.push(node);
    else if (typeof last === 'string') runs[runs.length - 1] = last + text;
    else runs.push(text);
  }
  return runs;
}

/** What stands inside inline wrappers, in their place. */
function unwrapped(node: Node, byId: ReadonlyMap<string, Node>): readonly Node[] {
  const inline = ['strong', 'emphasis', 'generic', 'none'].includes(String(node.role?.value ?? ''));
  const inside = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const onlyText = inside.length > 0 && inside.every((one) => one.role?.value === 'StaticText');
  return inline && onlyText ? inside : [node];
}

/** Text that only repeats the name of what it stands in is said once. */
function textLine(text: string, above: string): readonly string[] {
  const words = text.replace(/\s+/g, ' ').trim();
  return solid(above).includes(solid(words)) ? [] : [`text “${words}”`];
}

function solid(text: string): string {
  return text.replace(/\s+/g, '');
}

function sayNode({ value, description, properties = [] }: Node, role: string, name: string): string {
  const said = properties
    .filter((one) => states.includes(one.name) && (one.name === 'expanded' || !isOff(one.value.value)))
    .map((one) => {
      if (one.name === 'expanded') return isOff(one.value.value) ? 'collapsed' : 'expanded';
      return String(one.value.value) === 'true' ? one.name : `${one.name} ${String(one.value.value)}`;
    })
    .filter((words) => role !== 'listitem' || !words.startsWith('level'));
  return [
    role,
    name && `“${name}”`,
    value?.value !== undefined && value.value !== '' && `= “${String(value.value)}”`,
    said.length > 0 && `(${said.join(', ')})`,
    description?.value && `— ${String(description.value)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function isOff(value: unknown): boolean {
  return ['false', 'off', ''].includes(String(value));
}
