/** Whom to ask: a department with its phone, and when it is answered. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ContactCard } from '@citydesk/core/faq';
import { callWords, type HelpView } from '../../parts/help.ts';
import { openHours } from './open-hours.ts';

export function contactCard(view: HelpView, { name, phone, email, url, hours = [] }: ContactCard): TemplateResult {
  const { words, city } = view;
  return html`<div class="card">
    <p><strong dir="auto">${name}</strong></p>
    ${phone ? html`<p>${callWords({ ...view, city: { ...city, phoneHours: hours } }, phone)}</p>` : nothing}
    ${hours.map((line) => html`<p class="small quiet">${openHours(words, line)}</p>`)}
    ${email ? html`<p>${words.parts('faq.contact.mail', { address: html`<a dir="ltr" href="mailto:${email}">${email}</a>` })}</p>` : nothing}
    ${url ? html`<p><a class="link" href=${url}>${words.text('faq.contact.page')}</a></p>` : nothing}
  </div>`;
}
