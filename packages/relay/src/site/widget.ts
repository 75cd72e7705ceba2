/** The widget that takes the relay's page over where there are scripts: for pages that can show no more of us than a frame or a link. */
import { html, raw } from 'hono/html';
import type { Html } from './page.ts';
import type { SiteOptions } from './site-options.ts';

const names = ['request-form', 'faq-panel', 'status-tracker'] as const;

export interface Widget {
  readonly name: (typeof names)[number];
  /** Of the script, relative to the page. */
  readonly script: string;
  /** What its tag says, such as `endpoint`. */
  readonly settings: Readonly<Record<string, string | undefined>>;
}

/** @param asked what the address of the page says: the only thing that it chooses */
export const widgetNamed = (asked: string | undefined): Widget['name'] =>
  names.find((name) => name === asked) ?? 'request-form';

/** `undefined` where there are no built files. */
export function widgetOf(
  name: Widget['name'],
  { files, endpoint, phone, contact, trackerUrl, cityFile }: SiteOptions,
): Widget | undefined {
  if (!files || !endpoint) return undefined;
  // The page answers for what it says itself; the city file tells the rest.
  const settings = { endpoint, phone, contact, 'tracker-url': trackerUrl, config: cityFile };
  return { name, script: 'citydesk.js', settings };
}

export function scriptTag({ script, settings }: Widget): Html {
  const data = Object.entries(settings).map(([name, value]) => value && html` data-${raw(name)}="${value}"`);
  return html`<script type="module" src="${script}" data-frame ${data}></script>`;
}

/** What the page holds without scripts stays until the widget stands, and where it cannot. */
export function inWidget({ name }: Widget, content: Html | readonly Html[]): Html {
  return html`${raw(`<citydesk-${name} heading-level="1">`)}${content}${raw(`</citydesk-${name}>`)}`;
}
