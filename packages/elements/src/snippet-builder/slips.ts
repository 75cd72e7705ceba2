/** What is wrong with what the editor typed, field by field. */
import {
  colour,
  folderAddress,
  font,
  languageTag,
  radius,
  secureAddress,
  siteAddress,
  webAddress,
  type Choice,
  type Theme,
} from './choice.ts';
import { needsCityFile } from './settings-of.ts';

/** Fields by the id that they have. */
export type Slip = 'endpoint' | 'widgets' | 'locale' | 'mapStyle' | 'files' | 'config' | 'page' | keyof Theme;

/** Which settings cannot be used as they are, in the order of the fields; empty ones are left out of everything. */
export function slipsIn(choice: Choice): readonly Slip[] {
  const wrong = (name: Slip, words: string, read: (words: string) => string | undefined) =>
    words.trim() && read(words) === undefined ? [name] : [];
  const { theme } = choice;
  const hasFile = needsCityFile(choice) || choice.shape === 'city-file';
  return [
    ...(secureAddress(choice.endpoint) ? [] : (['endpoint'] as const)),
    ...(choice.widgets.length ? [] : (['widgets'] as const)),
    ...wrong('locale', choice.locale, languageTag),
    ...wrong('mapStyle', choice.mapStyle, siteAddress),
    ...(['accent', 'onAccent', 'surface', 'text'] as const).flatMap((name) => wrong(name, theme[name], colour)),
    ...wrong('font', theme.font, font),
    ...wrong('radius', theme.radius, radius),
    ...wrong('files', choice.files, folderAddress),
    ...(!hasFile || siteAddress(choice.config) ? [] : (['config'] as const)),
    ...wrong('page', choice.page, webAddress),
  ];
}

/** The page is only for links: what is wrong with it keeps nothing else from being copied. */
export const keepsFromCopying = (slip: Slip): boolean => slip !== 'page';
