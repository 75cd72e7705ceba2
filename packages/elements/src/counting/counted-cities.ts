/** The cities of the page that count, and which of them a widget belongs to. */
import { channels, type Channel } from '@citydesk/core/counts';
import type { CityConfig } from '../city/city-config.ts';
import { around, settingsOf, type Settings } from '../city/settings.ts';
import { wantedLanguage } from '../city/wanted-language.ts';
import { tagFor } from '../messages/languages.ts';

/** City files that say `counts` or `bridges`, by their absolute addresses. */
export const countedCities = new Map<string, CityConfig>();

/** Where and how what happens in a widget is counted. */
export interface CountedCity {
  /** Address for the counts; `undefined` where they only go to bridges. */
  readonly address: string | undefined;
  readonly bridges: readonly string[];
  /** The language that is spoken: a tag of ours. */
  readonly language: string;
  readonly channel: Channel;
}

/** `undefined` where nothing is counted: another city, practice, or a resident whose browser asks not to be tracked. */
export function cityOf(widget: Element | undefined): CountedCity | undefined {
  const { globalPrivacyControl: control, doNotTrack } = navigator as { globalPrivacyControl?: boolean } & Navigator;
  if (control || doNotTrack === '1') return undefined;
  // What is told at the document comes from a widget that is gone: of the page's one city, if it is one.
  const own = widget ? settingsOf(widget) : {};
  const file = widget ? countedCities.get(absolute(own.config ?? '')) : only(countedCities);
  if (!file || file.practice || own.practice || widget?.shadowRoot?.getElementById('practice')) return undefined;
  const city: Settings = { ...file, ...own };
  return {
    address: city.counts ? addressOf(saidAround(widget, 'endpoint') || city.endpoint) : undefined,
    bridges: city.bridges ?? [],
    language: tagFor(wantedLanguage(widget ?? document.documentElement, city.locale)) ?? 'en',
    channel: channelOf(widget, city),
  };
}

/** Below the city's API, as the client knows it: with a slash at its end. */
const addressOf = (endpoint: string | undefined) =>
  endpoint && new URL('counts', absolute(endpoint).replace(/\/*$/, '/')).href;

const absolute = (address: string): string => new URL(address, document.baseURI).href;

const only = <T>(map: ReadonlyMap<string, T>): T | undefined => (map.size === 1 ? [...map.values()][0] : undefined);

/** What a printed code said. It holds for the visit: other links on the page may take the fragment's place. */
let printed: Channel | undefined;
const readPrinted = (): void => {
  const [, said] = /^#citydesk:(?:.*&)?channel=([^&]*)/.exec(location.hash) ?? [];
  printed = channels.find((one) => one === said) ?? printed;
};
readPrinted();
addEventListener('hashchange', readPrinted);

const told = new Set<string>();

/** The printed code → own attribute → nearest `citydesk-city` → script tag → city file → `web`. */
function channelOf(widget: Element | undefined, { channel }: Settings): Channel {
  const said = saidAround(widget, 'channel') || channel || 'web';
  const found = channels.find((one) => one === said);
  if (!found && !told.has(said)) {
    told.add(said);
    const words = channels.map((one) => `"${one}"`).join(' or ');
    console.error(`citydesk: channel="${said}" is not known, so "web" counts. Write ${words}.`);
  }
  return printed ?? found ?? 'web';
}

/** What is said on the page, also by a widget that has no property of that name. */
function saidAround(widget: Element | undefined, name: 'channel' | 'endpoint'): string | null | undefined {
  const tag = (globalThis as { [tagSettings]?: Readonly<Record<string, string>> })[tagSettings];
  const city = widget && around(widget, 'citydesk-city');
  return widget?.getAttribute(name) || city?.getAttribute(name) || tag?.[name];
}

/** Where the script tag leaves its `data-*`. */
const tagSettings = Symbol.for('citydesk.tag');
