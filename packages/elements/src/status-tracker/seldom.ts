/** What few residents see or ask for: several reports at once, one that cannot be shown, a calendar file. One file to fetch, for each is small. */
export { addToCalendar } from './calendar-file.ts';
export { several } from './views/several.ts';
export { unseen } from './views/unseen.ts';
