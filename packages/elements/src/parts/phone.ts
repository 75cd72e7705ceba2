/** A phone number as a link that reads left to right. */
import { html, type TemplateResult } from 'lit';

/** "1-800-CITY" is dialled as the keys under its letters. */
export function phoneLink(number: string): TemplateResult {
  return html`<a class="keep" dir="ltr" href=${callTo(number)}>${number}</a>`;
}

/** The address of a link that calls this number. */
export function callTo(number: string): string {
  const keys = number.toLowerCase().replace(/[a-z]/g, (letter) => keypad[letter.charCodeAt(0) - 97]!);
  return `tel:${keys.replace(/[^\d+*#]/g, '')}`;
}

/** The key of each letter, a to z (ITU-T E.161). */
const keypad = '22233344455566677778889999';
