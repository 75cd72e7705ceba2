// What a resident gets where a widget did not load and the page has put nothing inside it: never nothing.

import { settingsHere } from './tag-settings.ts';

/** Puts words, and the phone where it is known, into an element that is empty. */
export function standIn(element: Element): void {
  if (element.textContent?.trim()) return;
  const phone = element.getAttribute('phone') ?? settingsHere()['phone'];
  const link = document.createElement('a');
  link.href = phone ? `tel:${phone.replace(/[^\d+*#]/g, '')}` : '';
  link.textContent = phone ? `Call ${phone}` : 'Load the page again';
  element.append('This did not load. ', link);
}
