// The pages of the documentation as they lie below docs/, with what each is called.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesLike, root } from '../workspace.ts';

export interface Page {
  /** From docs/, for example `guides/theming.md`. */
  readonly file: string;
  /** Where it is on the site, for example `/guides/theming`. */
  readonly address: string;
  /** Its first heading. */
  readonly title: string;
  /** Its place among its neighbours: `order` in its head, else behind those that have one. */
  readonly order: number;
}

/** Every page, those that are made at build as well, as far as they have been made. */
export function docsPages(): readonly Page[] {
  return filesLike('docs/**/*.md')
    .filter((file) => !/^docs\/(\.vitepress|public)\//.test(file))
    .map((file) => pageAt(file.slice('docs/'.length)));
}

function pageAt(file: string): Page {
  const text = readFileSync(path.join(root, 'docs', file), 'utf8');
  const [head = ''] = /^---\n[^]*?\n---\n/.exec(text) ?? [];
  const [, title = file] = /^# (.+)$/m.exec(text.replace(/^```[^]*?^```/gm, '')) ?? [];
  const [, order] = /^order: (\d+)$/m.exec(head) ?? [];
  return {
    file,
    address: `/${file.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}`,
    title: title.replaceAll('`', ''),
    order: order === undefined ? Number.POSITIVE_INFINITY : Number(order),
  };
}
