/** What practising takes. Fetched only where a page says `practice`; without it nobody practises, and nothing is sent either. */
export { practiceFetch } from './practice-fetch.ts';
export { PracticeNote } from './practice-note.ts';
