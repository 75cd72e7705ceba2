/** The screens after the second, with their words and styles, and what sending needs: fetched while the resident still says where it is. */
export { goOn } from '@citydesk/core/going-on';
export { sendingPart } from '@citydesk/core/sending';
export { eventFor } from '../event-for.ts';
export { checkStep } from './check.ts';
export { laterStyles } from '../later.styles.ts';
export { questionsStep } from './questions.ts';
export { default as words } from '../../messages/request-form-later.en.json';
export { ReceiptParts } from '../receipt-parts.ts';
export { noticesHere, whatWentWrong, wrongAt } from '../notices.ts';
export { receiptStep } from './receipt.ts';
export { sendAhead, sendForm } from '../send-form.ts';
export { waitingStep } from './waiting-step.ts';
