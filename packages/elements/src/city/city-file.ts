/** Reads the city file. What is wrong in it is told to the web editor, key by key; the rest still counts. */
import type { PresetName } from '@citydesk/open311/presets';
import { readConfig, type CityConfig } from './city-config.ts';

/** The readable part of the city file at `url`; empty when there is none. Never throws. */
export async function readCityFile(url: string): Promise<CityConfig> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const file: unknown = await response.json();
    if (typeof file !== 'object' || !file || Array.isArray(file)) throw new Error('not a JSON object');
    const config = readConfig(file, (...mistake) => {
      void import('./city-file-mistakes.ts').then(({ tellMistake }) => tellMistake(url, ...mistake));
    });
    const { preset, media } = config;
    return preset && !media ? { ...config, media: await mediaOf(preset) } : config;
  } catch (error) {
    console.error(`citydesk: the city file ${url} could not be read (${String(error)}). Check the config attribute.`);
    return {};
  }
}

/** How photos reach a city of this preset, as far as that is known. */
async function mediaOf(preset: string): Promise<CityConfig['media']> {
  const { presets } = await import('@citydesk/open311/presets');
  return Object.hasOwn(presets, preset) ? presets[preset as PresetName].media : undefined;
}
