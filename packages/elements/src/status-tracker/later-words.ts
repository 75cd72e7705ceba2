/** The words of what not everyone who follows a report sees. */
import en from '../messages/tracker-later.en.json';
import { messagesIn, type Messages } from '../messages/messages.ts';

/** In the language of the tracker's other words. */
export const laterWords = ({ lang }: Messages): Messages => messagesIn(en, lang);
