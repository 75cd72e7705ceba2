/** Registers every element. */
import './faq-panel/define.ts';
import './request-form/define.ts';
import './status-tracker/define.ts';
