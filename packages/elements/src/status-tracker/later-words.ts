/** The words of what not everyone who follows a report sees. */
import en from '../messages/tracker-later.en.json';
import type { Messages } from '../messages/messages.ts';

/** In the language of the tracker's other words. */
export const laterWords = (words: Messages): Messages => words.with(en);
