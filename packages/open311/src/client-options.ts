/**
 * What a client is made with, and what follows from it: defaults, the preset, the language's own endpoint.
 */
import { UnsupportedError } from './errors.ts';
import type { PresetName } from './presets.ts';
import type { Quirk } from './types.ts';

/** Sends one photo somewhere and gives the web address it can be seen at. What it throws, `submitRequest` throws. */
export type Uploader = (photo: Blob, options: { readonly signal?: AbortSignal | undefined }) => Promise<string>;

export interface ClientOptions {
  /** Base address of the endpoint, with or without trailing slash; in a browser it may be relative to the page. */
  readonly endpoint: string;
  /** Only for endpoints that serve several jurisdictions. */
  readonly jurisdictionId?: string | undefined;
  /** Sent with reports only. Whoever reads the page reads the key: keep it in a relay instead. */
  readonly apiKey?: string | undefined;
  /** Default: the global one at the time of the call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** BCP 47; asked for by Accept-Language. Default: what the browser asks for by itself. */
  readonly locale?: string | undefined;
  /** For cities with an endpoint or a jurisdiction for each language, by language tag. `es` also serves `es-MX`. */
  readonly locales?: Readonly<Record<string, Partial<Pick<ClientOptions, 'endpoint' | 'jurisdictionId'>>>> | undefined;
  /** IANA, like `America/Detroit`: how dates without a zone are read. Default: the zone of this device. */
  readonly zone?: string | undefined;
  /** Milliseconds for one attempt, to the last byte of its answer. Default 15,000; photos get more time by their size. */
  readonly timeout?: number | undefined;
  /** Whether a relay is known to answer there, from a client before. Default: the first answer tells. */
  readonly relay?: boolean | undefined;
  /**
   * What addresses end with. `auto`, the default, asks for JSON, and for XML where the city answers with nothing readable, and keeps
   * to what worked. A report is never sent twice to find out: sent before any GET, it goes out as JSON.
   */
  readonly format?: 'auto' | 'json' | 'xml' | undefined;
  /**
   * How photos reach the city: as files of a form, as Base64 text in a field, or by a function of yours, whose web addresses go along.
   * Several repeat the field; a city that takes one keeps one. Default `none`: a report with photos is refused.
   */
  readonly media?: 'none' | 'multipart:media' | 'multipart:media[]' | 'base64:media' | Uploader | undefined;
  /** What is known of this city that no answer tells; other options win over it. See `./presets`. */
  readonly preset?: PresetName | undefined;
  /** Told what had to be mended in an answer, by its row in the table of the README: for a log, or to tell the vendor. */
  readonly onQuirk?: ((quirk: Quirk) => void) | undefined;
}

/** The options that hold for the language asked for. */
export function inLanguage(options: ClientOptions): ClientOptions {
  const tag = options.locale?.toLowerCase();
  const entries = Object.entries(options.locales ?? {});
  const own = (wanted: string | undefined) => entries.find(([each]) => each.toLowerCase() === wanted)?.[1];
  return { ...options, ...(own(tag) ?? own(tag?.split('-')[0])) };
}

/**
 * With one slash at its end; what stands behind a `?` is dropped.
 * @throws {UnsupportedError} if it is no http(s) address
 */
export function baseOf(endpoint: string): URL {
  try {
    const url = new URL(endpoint, globalThis.location?.href);
    if (/^https?:$/.test(url.protocol)) return new URL(`${url.origin}${url.pathname.replace(/\/*$/, '/')}`);
  } catch {
    // Told below, like a wrong protocol.
  }
  throw new UnsupportedError({ method: 'createClient', url: endpoint }, 'the endpoint is no http(s) address');
}
