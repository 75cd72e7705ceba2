/**
 * Answers from a WordPress site over its REST API: the entries of one post type, such as `/wp-json/wp/v2/faq`, or `?rest_route=/wp/v2/faq` on a
 * site with plain links. The address may narrow them: `…/posts?categories=4`. Titles come first, an answer when it is opened.
 */
import { entryKeys, firstOf, htmlText, readKeys, safeLink, type FaqEntry, type FaqSource } from '@citydesk/core/faq';
import { fetchJson } from './fetch-json.ts';
import { StatusError, type Bounds } from './fetch-text.ts';
import { tellEditor } from './tell-editor.ts';

/** As much as WordPress gives at once, and how many such pages we ask for. */
const perPage = 100;
const mostPages = 50;
/** Pages under way at the same time. */
const beside = 4;

/** What an entry may say in custom fields (ACF), under the names of the FAQ file. */
const { aliases, topic, popular, expires, checked, services } = entryKeys;
const custom = { aliases, topic, popular, expires, checked, services };

interface Post {
  readonly id: number;
  readonly title?: { readonly rendered?: unknown } | undefined;
  readonly content?: { readonly rendered?: unknown; readonly protected?: unknown } | undefined;
  readonly link?: unknown;
  readonly modified?: unknown;
  readonly acf?: unknown;
}

/** The post type at an absolute address. `bounds` are for each call. */
export function wordpressSource(url: string, bounds: Omit<Bounds, 'signal'> = {}): FaqSource {
  const page = async (number: number, signal?: AbortSignal) => {
    const address = withQuery(url, { per_page: perPage, page: number, _fields: 'id,title,link,modified,acf' });
    const { json, headers } = await fetchJson(address, { ...bounds, signal });
    if (!Array.isArray(json))
      throw new Error(`${url} is no list of entries. Name a post type, like …/wp-json/wp/v2/faq.`);
    // A site that does not let other sites read the header is asked page by page.
    const total = Number(headers.get('X-WP-TotalPages')) || (json.length < perPage ? number : number + 1);
    return { posts: json.filter(isPost), total };
  };

  return {
    async entries(signal) {
      const first = await page(1, signal);
      const posts = [...first.posts];
      const mistakes: string[] = [];
      let last = first.total;
      for (let next = 2; next <= Math.min(last, mostPages);) {
        const numbers = Array.from({ length: Math.min(beside, last - next + 1, mostPages - next + 1) }, () => next++);
        const answers = await Promise.allSettled(numbers.map((number) => page(number, signal)));
        signal?.throwIfAborted();
        answers.forEach((answer, at) => {
          if (answer.status === 'fulfilled') {
            posts.push(...answer.value.posts);
            last = Math.max(last, answer.value.total);
          } else if (!isBeyondEnd(answer.reason)) {
            mistakes.push(`page ${numbers[at]} is missing: ${(answer.reason as Error).message}`);
          }
        });
      }
      if (last > mostPages) mistakes.push(`only the first ${perPage * mostPages} entries are read.`);
      const entries = posts.map((post) => entryOf(post, mistakes));
      tellEditor(url, firstOf(mistakes));
      if (!entries.length) throw new Error(`${url} has no entries that are published.`);
      return entries;
    },
    async body({ id }, signal) {
      const { json } = await fetchJson(itemOf(url, id), { ...bounds, limit: 1_000_000, signal });
      const { content } = (json ?? {}) as Partial<Post>;
      if (content?.protected === true) throw new Error(`The entry ${id} of ${url} is behind a password. Publish it.`);
      if (typeof content?.rendered !== 'string') throw new Error(`The entry ${id} of ${url} came without content.`);
      return content.rendered;
    },
    base: (entry) => entry.url ?? url,
  };
}

/** The end is found by going beyond it: WordPress says 400 then. */
const isBeyondEnd = (error: unknown) => error instanceof StatusError && error.status === 400;

const isPost = (value: unknown): value is Post => Number.isInteger((value as Partial<Post> | null)?.id);

function entryOf({ id, title, link, modified, acf }: Post, mistakes: string[]): FaqEntry {
  const { aliases: also = [], ...fields } = readKeys(custom, plainFields(acf), (key, expects) => {
    mistakes.push(`entry ${id}: the field "${key}" is left out. Write ${expects}.`);
  });
  const day = typeof modified === 'string' ? modified.slice(0, 10) : undefined;
  return {
    id: String(id),
    title: typeof title?.rendered === 'string' ? htmlText(title.rendered) : '',
    // Whoever changed it has read it.
    ...(day && { checked: day }),
    ...fields,
    aliases: also,
    ...(typeof link === 'string' && { url: safeLink(link) }),
    format: 'html',
  };
}

/** Custom fields as the file has them: lists may be lines of a text, days come without hyphens, and "" or false is nothing. */
function plainFields(acf: unknown): unknown {
  if (typeof acf !== 'object' || !acf) return undefined;
  const lines = (value: unknown) =>
    typeof value === 'string' ? value.split(/\r?\n/).filter((line) => line.trim()) : value;
  const plain = Object.entries(acf).map(([key, value]: readonly [string, unknown]) => {
    if (value === '' || value === false) return [key, undefined];
    if (key === 'aliases' || key === 'services') return [key, lines(value)];
    return [key, typeof value === 'string' ? value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') : value];
  });
  return Object.fromEntries(plain);
}

function withQuery(url: string, query: Readonly<Record<string, string | number>>): string {
  const address = new URL(url);
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, String(value));
  return address.href;
}

function itemOf(url: string, id: string): string {
  const address = new URL(url);
  const route = address.searchParams.get('rest_route');
  const added = (path: string) => `${path.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
  if (route) address.search = `?${new URLSearchParams({ rest_route: added(route) }).toString()}`;
  else [address.pathname, address.search] = [added(address.pathname), ''];
  return withQuery(address.href, { _fields: 'content' });
}
