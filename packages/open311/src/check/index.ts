/** The check of an Open311 endpoint, for browsers, Node and workers. The command around it is `citydesk-open311`. */
export { check } from './check.ts';
export { reportText } from './report-text.ts';
export { runCommand, type CommandOutput } from './command.ts';
export type { Check, CheckOptions, Evidence, Outcome, Report, TestReport } from './types.ts';
