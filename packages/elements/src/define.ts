/** Registers every element. */
import './city/define.ts';
import './faq-panel/define.ts';
import './launcher/define.ts';
import './request-form/define.ts';
import './status-tracker/define.ts';
