/** Answers before a report is needed: what they are, which hold today, where and when. */
export { areaOf, calendarsAt, nextDays, type AreaCalendar, type MultiPolygon, type Polygon } from './faq/areas.ts';
export { holds, readArea } from './faq/area.ts';
export { current, type Current } from './faq/current.ts';
export { type ContactCard, type FaqEntry, type FaqSource } from './faq/faq-entry.ts';
export { entryKeys, idFor, readFaqFile, type FaqFile } from './faq/faq-file.ts';
export { htmlText } from './faq/html-text.ts';
export { parseMarkdown } from './faq/markdown.ts';
export { noticesFor, readNotices, type Notice, type Notices, type NoticesQuestion } from './faq/notices.ts';
export { pieceTags, type Piece, type PieceTag } from './faq/piece.ts';
export { firstOf, readKeys, type Tell } from './faq/readers.ts';
export { safeLink } from './faq/safe-link.ts';
export { wordsOf } from './faq/words-of.ts';
