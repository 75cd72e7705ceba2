/** Finding things by a resident's own words. */
export { createIndex, type Hit, type Index, type IndexEntry } from './search/create-index.ts';
export { servicesMatching } from './search/services-matching.ts';
