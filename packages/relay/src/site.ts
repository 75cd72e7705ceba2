/** The relay's own pages: the built files for city pages, the plain form, and whom to tell of a hole. What reads the disk is apart, in `site/built-folder.ts`. */

export type { BuiltFile, BuiltFiles } from './site/built-routes.ts';
export type { PlainReport, SiteOptions, Submit } from './site/site-options.ts';
export { relaySite, type RelaySiteOptions } from './site/relay-site.ts';
export { englishWords, type Words } from './site/words.ts';
export { siteRoutes } from './site/site-routes.ts';
