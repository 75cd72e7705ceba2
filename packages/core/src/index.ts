/**
 * What the widgets know, as pure functions: no DOM, no network, no clock. Headless users build their own views on it.
 * The subpaths (`./request`, `./search`, `./tracking` …) are parts of it, for pages that bring them one by one.
 */
export * from './city/addresses.ts';
export * from './city/calendar.ts';
export * from './city/hours.ts';
export * from './faq.ts';
export * from './going-on.ts';
export * from './phrasebook.ts';
export * from './place.ts';
export * from './photo.ts';
export * from './request.ts';
export * from './sending.ts';
export * from './request/send-report.ts';
export * from './search.ts';
export * from './tracking.ts';
export * from './tracking/changes.ts';
export * from './tracking/closed-as.ts';
export * from './tracking/request-list.ts';
export { createIndex, everyLanguage } from './search/every-language.ts';
