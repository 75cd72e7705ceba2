// Links of the documentation and of the READMEs that lead to no file, or to no heading in it. What lies on the web is not asked for.

import path from 'node:path';
import { exists, filesLike, textOf } from '../workspace.ts';

/** Made at build, from what each of them is named after; here it is enough that they will be there. */
const made = /^docs\/reference\/(api|packages)\/[\w-]+\.md$/;

/** Each as `file:line leads to …`. */
export function deadLinks(): readonly string[] {
  return filesLike('docs/**/*.md', 'README.md', 'CONTRIBUTING.md', 'packages/*/README.md')
    .filter((file) => !/^docs\/(public|\.vitepress)\//.test(file) && !made.test(file))
    .flatMap((file) => deadIn(file, textOf(file)));
}

function deadIn(file: string, text: string): readonly string[] {
  let isCode = false;
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
    if (isCode) return [];
    const words = line.replace(/`[^`]*`/g, '');
    return [...words.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, href = '']) =>
      /^[a-z]+:/.test(href) || leads(file, href) ? [] : [`${file}:${index + 1} leads to ${href}`],
    );
  });
}

function leads(file: string, href: string): boolean {
  const [target = '', part] = href.split('#');
  const at = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
  if (made.test(at)) return true;
  if (!exists(at)) return false;
  return !part || !at.endsWith('.md') || headingsOf(textOf(at)).has(decodeURIComponent(part));
}

/** As GitHub and the site make them. */
function headingsOf(text: string): ReadonlySet<string> {
  const headings = text.replace(/^(```|~~~)[^]*?^\1/gm, '').matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .trim()
        .replace(/ /g, '-'),
    ),
  );
}
