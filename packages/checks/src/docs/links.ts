// Where links of the documentation lead. On GitHub they lead to files; on the built site some of these files are pages of another address,
// and others are not there at all.

/** A link to a README of ours is a page of the site. */
const readme = /^(?:\.\.\/)+packages\/([\w-]+)(?:\/README\.md|\/?)(#.*)?$/;
/** Any other file outside of docs/. */
const outside = /^(?:\.\.\/)+(?:packages|examples|SECURITY\.md|CONTRIBUTING\.md|README\.md|LICENSE)(?:[/#]|$)/;

/**
 * @param href as it is written in a page
 * @param source where the files of the repository can be read, with a slash at the end, once it is published
 * @returns the address on the site, or `undefined` where the site does not have what it leads to
 */
export function linkOnSite(href: string, page: string, source?: string): string | undefined {
  const [, name, part = ''] = readme.exec(href) ?? [];
  if (name && name !== 'checks') return `/reference/packages/${name}${part}`;
  const file = new URL(href, `file:///docs/${page}`).pathname.slice(1);
  const isOutside = outside.test(href) && !file.startsWith('docs/');
  if (!isOutside) return href;
  return source && `${source}${file}`;
}

interface Token {
  readonly type: string;
  children?: Token[] | null;
  tag: string;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: { tokens: Token[]; env: { relativePath?: string } }) => void): void;
    };
  };
}

/** Teaches VitePress's Markdown these addresses. What the site does not have keeps its words and is no link. */
export function linksOnSite(md: MarkdownIt, source?: string): void {
  md.core.ruler.push('citydesk_links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      const open: boolean[] = [];
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const to = linkOnSite(token.attrGet('href') ?? '', env.relativePath ?? 'index.md', source);
          if (to !== undefined) token.attrSet('href', to);
          open.push(to !== undefined);
        }
        const isKept = token.type === 'link_close' ? open.pop() : open.at(-1);
        if (token.type === 'link_open' && isKept === false)
          Object.assign(token, { type: 'span_open', tag: 'span', attrs: null });
        if (token.type === 'link_close' && isKept === false) Object.assign(token, { type: 'span_close', tag: 'span' });
      }
    }
  });
}
