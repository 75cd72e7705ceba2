/**
 * The shape of an answer, for holding one against another: which fields there are and of what kind, whatever they say.
 * Its own small reader of XML, so that it cannot share a mistake with the city's writer or the client's decoder.
 */

/** `.services[].metadata boolean` and so on; of dates also how they are written. Sorted. */
export function jsonShape(value: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (each: unknown, path: string): void => {
    found.add(`${path} ${kindOf(each, path)}`);
    if (Array.isArray(each)) each.forEach((one) => walk(one, `${path}[]`));
    else if (typeof each === 'object' && each !== null) {
      for (const [name, one] of Object.entries(each)) walk(one, `${path}.${name}`);
    }
  };
  walk(value, '');
  return [...found].sort();
}

function kindOf(value: unknown, path: string): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' && isMoment(path) ? dateForm(value) : typeof value;
}

function isMoment(path: string): boolean {
  return /datetime$|_at$|\.task_(created|modified)$/.test(path);
}

/** `2026-11-20T10:00:00.12-05:00` → `9999-99-99T99:99:99.9±99:99` */
function dateForm(text: string): string {
  return text
    .replace(/[+-](?=\d\d:\d\d$)/, '±')
    .replace(/\.\d{6}(?=\D|$)/, '.(6)')
    .replace(/\.\d+/, '.9')
    .replace(/\d(?!\))/g, '9');
}

/** One element of a document. */
export interface Node {
  readonly name: string;
  /** Names of its attributes, those of namespaces too. */
  readonly attributes: readonly string[];
  readonly children: Node[];
  text: string;
}

/** @throws Error for what is no well-formed document of elements and text */
export function readXml(xml: string): Node {
  const root: Node = { name: '', attributes: [], children: [], text: '' };
  const open = [root];
  for (const [, closing, name = '', attributes = '', empty, text = ''] of tokens(xml)) {
    const parent = open.at(-1);
    if (!parent) throw new Error('There is more after the end.');
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing.`);
    } else if (name) {
      const names = [...attributes.matchAll(/([\w:.-]+)="[^"<]*"/g)].map(([, each = '']) => each);
      const node: Node = { name, attributes: names, children: [], text: '' };
      parent.children.push(node);
      if (!empty) open.push(node);
    } else parent.text += text;
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length > 0 || root.text.trim() !== '') throw new Error('This is not whole.');
  return only;
}

function tokens(xml: string): readonly RegExpExecArray[] {
  const body = xml.replace(/^\s*<\?xml [^?]*\?>/, '');
  const pattern =
    /<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+);)+)/g;
  const found = [...body.matchAll(pattern)];
  if (found.map(([whole]) => whole).join('') !== body) throw new Error('There is something in it that is no XML.');
  return found;
}

/** `/services/service/metadata` and so on, with the attributes of elements and the form of dates. Sorted. */
export function xmlShape(xml: string): readonly string[] {
  const found = new Set<string>();
  const walk = ({ name, attributes, children, text }: Node, above: string): void => {
    const path = `${above}/${name}`;
    found.add(path);
    for (const attribute of attributes) found.add(`${path} @${attribute}`);
    if (isMoment(path) && text.trim()) found.add(`${path} ${dateForm(text.trim())}`);
    for (const child of children) walk(child, path);
  };
  walk(readXml(xml), '');
  return [...found].sort();
}

/** `<services><service>…` as JSON would name it, without kinds: `.services[].metadata`. Sorted. */
export function xmlNames(xml: string): readonly string[] {
  const found = new Set<string>();
  const isItem = (name: string, parent: string): boolean =>
    parent === `${name}s` || (parent === 'service_requests' && name === 'request');
  const walk = ({ name, children }: Node, above: string, parent: string): void => {
    const path = isItem(name, parent) ? `${above}[]` : `${above}.${name}`;
    found.add(path);
    for (const child of children) walk(child, path, name);
  };
  walk(readXml(xml), '', '');
  return [...found].sort();
}

/** The names of a JSON shape, without kinds. */
export function jsonNames(value: unknown): readonly string[] {
  return [...new Set(jsonShape(value).map((line) => line.slice(0, line.indexOf(' '))))].filter(Boolean).sort();
}

/** What an automatic conversion makes of an element: text, or an object in which one child is no list. */
export function automaticJson({ children, text }: Node): unknown {
  if (children.length === 0) return text;
  return Object.fromEntries(children.map((child) => [child.name, automaticJson(child)]));
}
