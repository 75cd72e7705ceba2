/** Reads the city file. What is wrong in it is told to the web editor, key by key; the rest still counts. */
import { cityKeys, type CityConfig } from './city-config.ts';

/** The readable part of the city file at `url`; empty when there is none. Never throws. */
export async function readCityFile(url: string): Promise<CityConfig> {
  let file: unknown;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    file = await response.json();
    if (typeof file !== 'object' || !file || Array.isArray(file)) throw new Error('not a JSON object');
  } catch (error) {
    console.error(`citydesk: the city file ${url} could not be read (${String(error)}). Check the config attribute.`);
    return {};
  }
  const config: Record<string, unknown> = {};
  for (const [key, { expects, read }] of Object.entries(cityKeys)) {
    const value = (file as Record<string, unknown>)[key];
    if (value === undefined || value === null) continue;
    config[key] = read(value, () => undefined);
    if (config[key] === undefined) console.error(`citydesk: ${url}: "${key}" is left out. Write ${expects}.`);
  }
  // A key that is not known is left alone: an older widget may read a newer file.
  return config;
}
