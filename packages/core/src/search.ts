/** Finding things by people's own words. */
export {
  createIndex,
  type Bodies,
  type Hit,
  type Index,
  type IndexEntry,
  type IndexOptions,
} from './search/create-index.ts';
export { languageFor } from './search/language-for.ts';
export type { Language } from './search/languages/language.ts';
export { plainText } from './search/plain-text.ts';
export { promoted } from './search/promoted.ts';
export { loadBodies, saveBodies, type SavedBodies } from './search/saved-bodies.ts';
export { servicesMatching, type Aliases } from './search/services-matching.ts';
