/** Reads the city file. What is wrong in it is told to the web editor, key by key; the rest still counts. */
import type { PresetName } from '@citydesk/open311/presets';
import { readConfig, type CityConfig } from './city-config.ts';

/** With the file, because it is what says when a phone is answered: one chunk with one way in. */
export { hoursWords } from '../parts/hours-words.ts';

/** The readable part of the city file at `url`; empty when there is none. Never throws. */
export async function readCityFile(url: string): Promise<CityConfig> {
  try {
    const response = await fetch(url);
    const file: unknown = response.ok && (await response.json());
    if (file !== Object(file) || Array.isArray(file)) throw new Error(`HTTP ${response.status}, and no JSON object`);
    const config = readConfig(file as object, (...mistake) => {
      void import('./city-file-mistakes.ts').then(({ tellMistake }) => tellMistake(url, ...mistake));
    });
    const { preset, media, counts, bridges } = config;
    if (counts || bridges)
      void import('../counting/counting.ts').then(
        ({ count }) => count(url, config),
        () => {},
      );
    return preset && !media ? { ...config, media: await mediaOf(preset) } : config;
  } catch (error) {
    void import('./city-file-mistakes.ts').then(({ tellUnread }) => tellUnread(url, error), console.error);
    return {};
  }
}

/** How photos reach a city of this preset, as far as that is known. */
async function mediaOf(preset: string): Promise<CityConfig['media']> {
  const { presets } = await import('@citydesk/open311/presets');
  // Nothing that every object has is called so.
  return (presets as Partial<typeof presets>)[preset as PresetName]?.media;
}
