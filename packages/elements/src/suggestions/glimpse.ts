/**
 * A first look at the city's answers: what finds them and what is shown of them before they are opened. Little is read here, because it
 * comes with the first key that a resident presses. Opening one reads it as a whole, checks it, and tells the web editor what to mend.
 */

/** What is known of an answer before it is opened. All of it is text. */
export interface Glimpse {
  /** The answer's id; its title where it has none. */
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** What can be searched of the answer, where that is at hand. */
  readonly body?: string | undefined;
  /** Its first lines, to be read. */
  readonly lines?: string | undefined;
  /** Codes of the services that it may save a report to. */
  readonly services: readonly string[];
  readonly locale?: string | undefined;
}

export interface GlimpseQuestion {
  /** As in the city file; the page's own answers when undefined. */
  readonly faq: string | undefined;
  readonly host: Element;
  /** Today in the city's zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** BCP 47. */
  readonly locale: string;
}

/**
 * The answers that may be shown today.
 * @throws {Error} with a message for the web editor
 */
export async function glimpses(question: GlimpseQuestion): Promise<readonly Glimpse[]> {
  const { faq, host, day, locale } = question;
  if (faq && !/\/wp-json\/|[?&]rest_route=/.test(faq)) {
    const json = await jsonAt(faq, host.ownerDocument).catch(() => undefined);
    const found = glimpsesIn(json, day, locale);
    if (found.length) return found;
  }
  // Also a file in which nothing is found: its source knows to say why.
  return (await import('./glimpses-of-source.ts')).glimpsesOfSource(question);
}

/** Milliseconds, and bytes. */
const longest = 15_000;
const largest = 8_000_000;

/** What is there, if it comes in time. Of more than an FAQ file should be, nothing: cut off, it is no JSON. */
async function jsonAt(address: string, { baseURI }: Document): Promise<unknown> {
  const { ok, body } = await fetch(new URL(address, baseURI), { signal: AbortSignal.timeout(longest) });
  let left = largest;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, to) {
      left -= chunk.length;
      if (left < 0) to.terminate();
      else to.enqueue(chunk);
    },
  });
  return ok ? new Response(body?.pipeThrough(bounded)).json() : undefined;
}

type Written = Readonly<Record<string, unknown>>;

/** What an FAQ file shows at first sight (docs/reference/faq-file.md). Never throws. */
export function glimpsesIn(json: unknown, day: string, locale: string): readonly Glimpse[] {
  const file = (json ?? {}) as Written;
  const found = new Map<string, Glimpse>();
  for (const entry of Array.isArray(json) ? json : list(file['entries'])) {
    const { id, title, body, format, ...more } = (entry ?? {}) as Written;
    const expires = String(more['expires']);
    const hasAnswer = file['answers'] || body || more['url'] || more['contact'] || more['calendars'];
    if (!isText(title) || !hasAnswer || (/^\d{4}-\d\d-\d\d$/.test(expires) && expires < day)) continue;
    const text = isText(body) ? plain(body) : undefined;
    const one: Glimpse = {
      id: String(id ?? title),
      title,
      aliases: list(more['aliases']).map(String),
      body: text,
      lines: format === 'html' ? undefined : text?.trim().slice(0, 200),
      services: list(more['services']).map(String),
      locale: [more['locale'], file['language']].find(isText),
    };
    // Of translations, the one that fits counts; else the first.
    const first = found.get(one.id);
    if (!first || (!isIn(locale, first) && isIn(locale, one))) found.set(one.id, one);
  }
  return [...found.values()];
}

/** Whether an answer is written in the language of `locale`. */
export const isIn = (locale: string, { locale: own = locale }: Glimpse): boolean =>
  own.slice(0, 2).toLowerCase() === locale.slice(0, 2).toLowerCase();

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Without addresses and signs of Markdown, and without tags. */
const plain = (body: string) =>
  body.replace(/\]\([^)]*\)|<[^>]*>|\n[-+] |[[*_#>`|\\]/g, ' ').replace(/ +(?=[.,!?])/g, '');
