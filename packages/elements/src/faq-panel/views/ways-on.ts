/** Where no answer helped: the way to the form, and to a person. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FaqEntry } from '@citydesk/core/faq';
import { callWords } from '../../parts/help.ts';
import { reportLink } from '../report-link.ts';
import type { FaqView } from '../view.ts';

/** The form is begun with the words that were typed here, and with the service that the answer is about if there is one only. */
export function waysOn(view: FaqView, entry?: FaqEntry): TemplateResult {
  const { words, city, typed, reportPage } = view;
  const [service, ...others] = entry?.services ?? [];
  const begun = { words: typed, service: others.length ? undefined : service, answer: entry?.id };
  return html`${
    reportPage === undefined
      ? nothing
      : html`<p>
            <a class="button" href=${reportLink(reportPage, begun)} @click=${view.do.report}>${words.text('faq.report')}</a>
          </p>`
  }<slot name="person">${city.phone ? html`<p>${callWords(view, city.phone)}</p>` : nothing}</slot>`;
}
