// What a built file must not hold: syntax that browsers refuse, and code made from text, which a strict page forbids.

import { parseSync } from 'vite';

/** What is wrong with one built JavaScript file, in sentences; empty when nothing is. */
export function unfitForBrowsers(file: string, text: string): readonly string[] {
  const { program, errors } = parseSync(file, text, { lang: 'js' });
  if (errors[0]) return [`${file} is not JavaScript: ${errors[0].message}`];
  const found = new Set<string>();
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look);
    if (!isNode(node)) return;
    if (node.type === 'Decorator') found.add('a decorator as it was written');
    if (node.type === 'AccessorProperty') found.add('the keyword accessor');
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && isNode(node['callee'])) {
      const name = node['callee']['name'];
      if (name === 'Function') found.add('new Function');
      if (name === 'eval') found.add('eval');
    }
    Object.values(node).forEach(look);
  };
  look(program);
  return [...found].map((what) => `${file} holds ${what}`);
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
