/** What a page's Content-Security-Policy must allow for this choice, and no more. */
import type { Choice, Shape } from './choice.ts';
import { themeSheet } from './markup.ts';
import type { Places } from './places.ts';
import { needsCityFile } from './settings-of.ts';

export interface CspLine {
  readonly directive: string;
  readonly sources: readonly string[];
}

/** What is known beside the choice. */
export interface CspFacts {
  /** `sha256-…` of the `<style>` that is copied, where the shape has one. */
  readonly styleHash?: string | undefined;
}

/** Shapes that bring a `<style>` into the page. */
const withStyle: ReadonlySet<Shape> = new Set(['module', 'classic', 'div', 'link']);
/** Shapes whose files come from the page's own site. */
const own: ReadonlySet<Shape> = new Set(['npm', 'react', 'wordpress', 'drupal']);

/** The lines in the order in which they are usually written; none where the page itself needs nothing. */
export function cspLines(
  shape: Shape,
  choice: Choice,
  places: Places,
  { styleHash }: CspFacts = {},
): readonly CspLine[] {
  if (shape === 'city-file') return [];
  if (shape === 'iframe') return places.embed ? [{ directive: 'frame-src', sources: [originOf(places.embed)] }] : [];
  const files = own.has(shape) ? "'self'" : originOf(places.files);
  const map = choice.mapStyle;
  const hasStyle = withStyle.has(shape) && themeSheet(choice) !== '';
  const lines: readonly CspLine[] = [
    { directive: 'script-src', sources: [files] },
    { directive: 'style-src', sources: hasStyle ? [styleHash ? `'${styleHash}'` : "'unsafe-inline'"] : [] },
    { directive: 'img-src', sources: ["'self'", 'data:', 'blob:', originOf(choice.endpoint)] },
    {
      directive: 'connect-src',
      sources: [
        originOf(choice.endpoint),
        ...(needsCityFile(choice) ? [originOf(choice.config)] : []),
        ...(map ? [originOf(map)] : []),
      ],
    },
    // From another origin no browser starts a worker: a line of our own, in a blob, imports it.
    { directive: 'worker-src', sources: map ? (own.has(shape) ? ["'self'"] : ['blob:', files]) : [] },
    { directive: 'trusted-types', sources: ['citydesk', ...(map ? ['citydesk-map'] : [])] },
  ];
  return lines
    .map(({ directive, sources }) => ({ directive, sources: [...new Set(sources)] }))
    .filter(({ sources }) => sources.length > 0);
}

export const cspText = (lines: readonly CspLine[]): string =>
  lines.map(({ directive, sources }) => `${directive} ${sources.join(' ')};\n`).join('');

/** An address that begins with a slash is the page's own. */
const originOf = (address: string) => (address.startsWith('/') ? "'self'" : new URL(address).origin);

/** The hash of a `<style>`'s text for `style-src`; `undefined` where the page has no cryptography (no TLS). */
export async function hashOf(text: string): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return digest && `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
