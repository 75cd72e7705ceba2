/** A browser without scripts, in as few lines as a form needs: it opens pages, fills fields, presses the button, and loads again. */
import assert from 'node:assert/strict';

export interface PlainPage {
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
  readonly html: string;
  /** What can be read, without tags. */
  readonly text: string;
  readonly title: string;
  /** What the form would send. Text by name; several for ticks. */
  readonly form: FormData;
  /** Presses the button of the form, with these in its fields. */
  send(typed?: Readonly<Record<string, string | readonly string[] | readonly File[]>>): Promise<PlainPage>;
  /** Loads it again, as a browser does: what was posted is posted again. */
  again(): Promise<PlainPage>;
}

type Fetch = (request: Request) => Promise<Response>;

export async function openPage(fetch: Fetch, url: string, init: RequestInit = {}): Promise<PlainPage> {
  const copy = init.body instanceof FormData ? init.body : undefined;
  const answer = await fetch(new Request(url, init));
  const to = answer.headers.get('location');
  if (to !== null) return openPage(fetch, new URL(to, url).href);
  const html = await answer.text();
  const form = formIn(html);
  return {
    status: answer.status,
    headers: answer.headers,
    url,
    html,
    text: plain(html),
    title: plain(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''),
    form,
    async send(typed = {}) {
      const [, tag = ''] = /<form([^>]*)>/.exec(html) ?? [];
      assert.ok(tag, `There is no form: ${plain(html)}`);
      const body = new FormData();
      for (const [name, value] of form) if (!(name in typed)) body.append(name, value);
      for (const [name, value] of Object.entries(typed)) {
        for (const each of [value].flat() as (string | File)[]) body.append(name, each);
      }
      const action = new URL(attribute(tag, 'action') ?? '', url);
      if (attribute(tag, 'method') === 'post') return openPage(fetch, action.href, { ...init, method: 'POST', body });
      action.search = new URLSearchParams([...body].map(([name, value]) => [name, String(value)])).toString();
      return openPage(fetch, action.href);
    },
    again: () => openPage(fetch, url, copy ? { ...init, body: copy } : init),
  };
}

/** What the first form of a page holds as it came. */
function formIn(html: string): FormData {
  const [, inner = ''] = /<form[^>]*>(.*?)<\/form>/s.exec(html) ?? [];
  const form = new FormData();
  const fields = /<(input)((?:"[^"]*"|[^>])*)>|<(select|textarea)((?:"[^"]*"|[^>])*)>(.*?)<\/\3>/gs;
  for (const [, input, ofInput, other, ofOther, text = ''] of inner.matchAll(fields)) {
    const [tag, rest = ''] = [input ?? other, ofInput ?? ofOther];
    const name = attribute(rest, 'name');
    const type = attribute(rest, 'type');
    if (name === undefined || type === 'file') continue;
    if (tag === 'textarea') form.append(name, unescaped(text).replace(/^\n/, ''));
    else if (tag === 'select') {
      const chosen = [...text.matchAll(/<option((?:"[^"]*"|[^>])*)>/g)].find(([, all = '']) =>
        /\bselected\b/.test(all),
      );
      form.append(name, attribute(chosen?.[1] ?? '', 'value') ?? '');
    } else if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(rest)) continue;
    else form.append(name, attribute(rest, 'value') ?? '');
  }
  return form;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const plain = (html: string) =>
  unescaped(html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
