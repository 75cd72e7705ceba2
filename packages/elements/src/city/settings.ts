/** Looks a setting up: own attribute or property, nearest `citydesk-city`, the script tag. Never the page's URL. */
import type { LitElement } from 'lit';
import type { CityConfig } from './city-config.ts';

/** What can be set as an attribute: the flat part of the configuration, and where the city file is. */
export type Settings = CityConfig & { readonly config?: string | undefined };

/** Where the script tag leaves its `data-*` for the elements, camelCased. */
const tagSettings = Symbol.for('citydesk.tag');

/** The settings of `element`, one of ours, from everywhere but the city file: those that its properties name. Empty ones count as unset. */
export function settingsOf(element: Element): Settings {
  const tag = (globalThis as { [tagSettings]?: Readonly<Record<string, string>> })[tagSettings];
  const city = around(element, 'citydesk-city');
  const settings: Record<string, unknown> = {};
  for (const [key, { attribute }] of (element.constructor as typeof LitElement).elementProperties) {
    const name = key as keyof Element & string;
    const value = element[name] || city?.getAttribute((attribute || name) as string) || tag?.[name];
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
