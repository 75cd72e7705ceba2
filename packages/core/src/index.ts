/**
 * What the widgets know, as pure functions: no DOM, no network, no clock. Headless users build their own views on it.
 * The subpaths `./request`, `./search` and `./send-report` are parts of it, for pages that bring them one by one.
 */
export * from './request.ts';
export * from './request/send-report.ts';
export * from './search.ts';
