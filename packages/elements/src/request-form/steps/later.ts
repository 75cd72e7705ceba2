/** The screens after the second, with their words and styles, and what sending needs: fetched while the resident still says where it is. */
export { sendReport } from '@citydesk/core/send-report';
export { eventFor } from '../event-for.ts';
export { RequestSubmitEvent } from '../events.ts';
export { checkStep } from './check.ts';
export { laterStyles } from '../later.styles.ts';
export { questionsStep } from './questions.ts';
export { default as words } from '../../messages/request-form-later.en.json';
export { followLink } from '../follow-link.ts';
export { ReceiptParts } from '../receipt-parts.ts';
export { receiptStep } from './receipt.ts';
