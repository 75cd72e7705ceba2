/** A page as it is served: no script but ours where a widget takes it over, no style but ours, and no frame but where the city wants one. */
import type { Context } from 'hono';
import type { Frame, Html } from './page.ts';
import type { SiteOptions } from './site-options.ts';
import { englishWords } from './words.ts';

export type PageAnswer = (
  context: Context,
  page: Html,
  status?: number,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;

export function frameOf({ words, lang = 'en', cityName, phone, emergency }: SiteOptions): Frame {
  return { words: { ...englishWords, ...words }, lang, cityName, phone, emergency };
}

/** What a widget needs: its files and answers from here, photos that were just taken, and no text that becomes script. */
const widgetPolicy = [
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  'trusted-types citydesk',
  "require-trusted-types-for 'script'",
];

/** @param runs whether a widget takes the page over */
export function pageAnswer(
  { frameAncestors = [], lang = 'en' }: Pick<SiteOptions, 'frameAncestors' | 'lang'>,
  runs = false,
): PageAnswer {
  // What is no origin could add a rule of its own.
  const others =
    frameAncestors === '*' ? ['*'] : frameAncestors.filter((each) => /^https?:\/\/[\w.:[\]*-]+$/.test(each));
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    ...(runs ? widgetPolicy : ['img-src data:']),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...others].join(' ')}`,
  ].join('; ');
  return async (_context, page, status = 200, headers = {}) =>
    new Response(String(await page), {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Language': lang,
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'same-origin',
        // The way back leads to the page as it was; nobody else's computer keeps it.
        'Cache-Control': status === 200 ? 'private, no-cache' : 'no-store',
        ...headers,
      },
    });
}
