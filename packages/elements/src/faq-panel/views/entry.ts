/** One answer: its question to press, and once it is open, the answer and whether it helped. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FaqEntry } from '@citydesk/core/faq';
import { icons } from '../../parts/icons.ts';
import { dayWords } from '../day-words.ts';
import type { FaqView } from '../view.ts';
import { contactCard } from './contact-card.ts';
import { waysOn } from './ways-on.ts';

export function entryItem(view: FaqView, entry: FaqEntry): TemplateResult {
  const open = view.open === entry.id;
  const pressed = (event: Event) => {
    // The state opens and closes: one answer at a time.
    event.preventDefault();
    view.do.toggle(entry.id);
  };
  const lang = view.answers.languageOf(entry);
  return html`<li>
    <details .open=${open}>
      <summary id=${summaryId(entry.id)} @click=${pressed}>
        <span><strong lang=${lang} dir="auto">${entry.title}</strong> ${mark(view, entry, lang)}</span>${icons.open}
      </summary>
      ${open ? html`<div class="inside stack">${opened(view, entry)}</div>` : nothing}
    </details>
  </li>`;
}

/** The element that a deep link leads to. Ids of sources may hold blanks. */
export const summaryId = (id: string) => `answer-${id.replace(/\s/g, '_')}`;

/** What is known before it is opened: whom it names, and that it is in another language. */
function mark({ answers }: FaqView, entry: FaqEntry, lang: string): unknown {
  const name = entry.contact?.name;
  return html`${name ? html`<span class="hint" lang=${lang} dir="auto">${name}</span>` : nothing}
  ${answers.isForeign(entry) ? html`<span class="hint" lang=${lang}>${ownName(lang)}</span>` : nothing}`;
}

/** A language as it calls itself. */
export function ownName(lang: string): string {
  try {
    const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang)!;
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    return lang;
  }
}

function opened(view: FaqView, entry: FaqEntry): unknown {
  const { words, city } = view;
  return html`${entry.calendars?.length ? view.days(entry) : nothing} ${entry.contact ? contactCard(view, entry.contact) : nothing}
    ${answer(view, entry)}
    ${entry.url ? html`<p><a class="link" href=${entry.url}>${words.text('faq.more')}</a></p>` : nothing}
    ${entry.checked ? html`<p class="small quiet">${words.text('faq.checked', { date: dayWords(entry.checked, city) })}</p>` : nothing}
    ${helped(view, entry)}`;
}

function answer(view: FaqView, entry: FaqEntry): unknown {
  const { words, answers } = view;
  // The questions stand below a heading, and what their answers say below them.
  const body = answers.body(entry, view.level + 2);
  if (body.is === 'ready') return body.value;
  if (body.is === 'loading') return html`<p class="quiet">${words.text('faq.body.loading')}</p>`;
  return html`<p>${words.text('faq.body.failed')}</p>
    <button class="button" type="button" @click=${() => view.do.retry(entry)}>${words.text('retry')}</button>`;
}

/** "Did this answer your question?" and, where it did not, what to do now. */
function helped(view: FaqView, entry: FaqEntry): TemplateResult {
  const { words, said } = view;
  const button = (one: 'yes' | 'no') =>
    html`<button class="button" type="button" @click=${() => view.do.say(one)}>${words.text(`faq.${one}`)}</button>`;
  return html`<fieldset class="helped stack-half">
    <legend>${words.text('faq.helped')}</legend>
    ${
      said
        ? html`<p class="told" tabindex="-1">${words.text(`faq.helped.${said}`)}</p>`
        : html`<div class="actions">${button('yes')}${button('no')}</div>`
    }
    ${said === 'no' ? waysOn(view, entry) : nothing}
  </fieldset>`;
}
