/** Fetches a style, and writes every address in it out in full: as styles are written, they are relative to the style. */
import type { StyleSpecification } from 'maplibre-gl';
import { MapError } from './map-error.ts';

/** @throws MapError 'style' when it does not come, or is no style */
export async function loadStyle(url: string | URL, signal: AbortSignal): Promise<StyleSpecification> {
  try {
    const base = new URL(url, document.baseURI).href;
    const answer = await fetch(base, { signal });
    if (!answer.ok) throw new Error(`${base} answered ${answer.status}`);
    // Nothing is relative to a style that the page has made itself.
    return withFullAddresses(await answer.json(), /^https?:/.test(answer.url) ? answer.url : document.baseURI);
  } catch (cause) {
    throw new MapError('style', { cause });
  }
}

/** @throws TypeError when it is no style */
export function withFullAddresses(style: StyleSpecification, base: string): StyleSpecification {
  if (style.version !== 8 || !Array.isArray(style.layers)) throw new TypeError('This is no style of version 8');
  const full = (address: string) => fullAddress(address, base);
  const { projection: _flat, terrain: _even, sky: _none, ...rest } = style;
  return {
    ...rest,
    sources: Object.fromEntries(
      Object.entries(style.sources).map(([id, source]) => {
        const {
          url,
          tiles,
          data,
          urls,
          ...others
        }: { url?: unknown; tiles?: unknown; data?: unknown; urls?: unknown } & object = source;
        return [
          id,
          {
            ...others,
            ...(typeof url === 'string' ? { url: full(url) } : url ? { url } : {}),
            ...(Array.isArray(tiles) ? { tiles: tiles.map((tile) => full(String(tile))) } : {}),
            ...(Array.isArray(urls) ? { urls: urls.map((one) => full(String(one))) } : {}),
            ...(data === undefined ? {} : { data: typeof data === 'string' ? full(data) : data }),
          },
        ];
      }),
    ) as StyleSpecification['sources'],
    ...(style.glyphs ? { glyphs: full(style.glyphs) } : {}),
    ...(typeof style.sprite === 'string'
      ? { sprite: full(style.sprite) }
      : style.sprite
        ? { sprite: style.sprite.map((one) => ({ ...one, url: full(one.url) })) }
        : {}),
  };
}

/** `{z}` and the like stay as they are. */
export function fullAddress(address: string, base: string): string {
  const [, scheme = '', rest = ''] = /^(pmtiles:\/\/)?([^]*)$/.exec(address) ?? [];
  return scheme + new URL(rest, base).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
}

/** Whether tiles are read from PMTiles archives. */
export const usesPmtiles = ({ sources }: StyleSpecification): boolean =>
  JSON.stringify(sources).includes('"pmtiles://');
