/** Looks a setting up: own attribute or property, nearest `citydesk-city`, the script tag. Never the page's URL. */
import type { CityConfig } from './city-config.ts';

/** What can be set as an attribute: the flat part of the configuration, and where the city file is. */
export type Settings = CityConfig & { readonly config?: string | undefined };

/** Attributes of the elements, each a key of the configuration. */
const names = [
  'config',
  'endpoint',
  'jurisdictionId',
  'locale',
  'phone',
  'serviceCode',
  'contact',
  'trackerUrl',
  'storage',
  'requestId',
  'faq',
  'geocoder',
  'geocoderKind',
  'mapStyle',
  'center',
] as const;

/** Where the script tag leaves its `data-*` for the elements, camelCased. */
const tagSettings = Symbol.for('citydesk.tag');

/** The settings of `element`, one of ours, from everywhere but the city file; empty ones count as unset. */
export function settingsOf(element: Element): Settings {
  const tag = (globalThis as { [tagSettings]?: Readonly<Record<string, string>> })[tagSettings];
  const city = around(element, 'citydesk-city');
  const settings: Record<string, unknown> = {};
  for (const name of names) {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const own = (element as Partial<Record<typeof name, string>>)[name];
    const value = own || city?.getAttribute(attribute) || tag?.[name];
    if (typeof value === 'string' && value) settings[name] = value;
  }
  // Set anywhere, it counts: who practises must not send because a place nearer by does not say so.
  if ((element as { practice?: boolean }).practice || around(element, practising) || tag?.['practice'] !== undefined)
    settings['practice'] = true;
  return settings as Settings;
}

const practising = ':is(citydesk-city, citydesk-launcher)[practice]';

/** The nearest ancestor that matches, also across shadow roots. */
export function around(element: Element, selector: string): Element | undefined {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? around(root.host, selector) : undefined;
}
