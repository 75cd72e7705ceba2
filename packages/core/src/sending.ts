/** The journey in full, from the first word to the receipt; and what of it begins with the sending, for pages that fetch that late. */
export { advance } from './request/advance.ts';
export { createRequestFlow } from './request/request-flow.ts';
export { sendingPart } from './request/sending-part.ts';
