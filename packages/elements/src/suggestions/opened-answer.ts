/** An answer that was opened beside the form: its safe body in place, and whether it helped. The report stays as it is. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FaqEntry } from '@citydesk/core/faq';
import { Answers } from '../faq-panel/answers.ts';
import { dayWords } from '../faq-panel/day-words.ts';
import type { NextDay } from '../faq-panel/next-day.ts';
import { contactCard } from '../faq-panel/views/contact-card.ts';
import common from '../messages/common.en.json';
import faqPanel from '../messages/faq-panel.en.json';
import openedAnswer from '../messages/opened-answer.en.json';
import { messagesIn } from '../messages/messages.ts';
import type { HelpView } from '../parts/help.ts';
import type { BesideForm } from '../request-form/beside.ts';
import type { Glimpse } from './glimpse.ts';
import { openedAnswerStyles } from './opened-answer.styles.ts';

/** Is told whether an answer helped. */
type Said = (id: string, said: 'yes' | 'no') => void;

export class OpenedAnswer {
  readonly #form: BesideForm;
  readonly #tell: Said;
  readonly #answers: Answers;
  #days?: NextDay | 'coming' | undefined;
  readonly #said = new Map<string, 'yes' | 'no'>();

  constructor(form: BesideForm, tell: Said) {
    this.#form = form;
    this.#tell = tell;
    this.#answers = new Answers(form.host, form.city);
    (form.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(openedAnswerStyles.styleSheet!);
    void this.#answers.load();
  }

  /** What stands below the question. */
  render(glimpse: Glimpse): unknown {
    const view = this.#view;
    const { entries } = this.#answers;
    if (entries.is === 'failed') return this.#failed(view, () => void this.#answers.load());
    if (entries.is !== 'ready') return html`<p class="quiet">${view.words.text('faq.body.loading')}</p>`;
    // A file may give no ids.
    const entry =
      this.#answers.byId(glimpse.id) ?? entries.value.find(({ title }) => title.trim() === glimpse.title.trim());
    return entry ? this.#whole(view, entry) : this.#failed(view, () => {});
  }

  #whole(view: HelpView, entry: FaqEntry): TemplateResult {
    const { words } = view;
    return html`${entry.calendars?.length ? this.#nextDay(view, entry) : nothing}
      ${entry.contact ? contactCard(view, entry.contact) : nothing} ${this.#body(view, entry)}
      ${entry.url ? html`<p><a class="link" href=${entry.url}>${words.text('faq.more')}</a></p>` : nothing}
      ${entry.checked ? html`<p class="small quiet">${words.text('faq.checked', { date: dayWords(entry.checked, view.city) })}</p>` : nothing}
      ${this.#helped(view, entry)}`;
  }

  #body(view: HelpView, entry: FaqEntry): unknown {
    const body = this.#answers.body(entry, view.level + 2);
    if (body.is === 'ready') return body.value;
    if (body.is === 'failed') return this.#failed(view, () => this.#answers.retry(entry));
    return html`<p class="quiet">${view.words.text('faq.body.loading')}</p>`;
  }

  #failed({ words }: HelpView, again: () => void): TemplateResult {
    return html`<p>${words.text('faq.body.failed')}</p>
      <button class="button" type="button" @click=${again}>${words.text('retry')}</button>`;
  }

  #helped({ words }: HelpView, { id }: FaqEntry): TemplateResult {
    const said = this.#said.get(id);
    const button = (one: 'yes' | 'no') =>
      html`<button class="button" type="button" @click=${() => this.#say(id, one)}>${words.text(`faq.${one}`)}</button>`;
    return html`<fieldset class="stack-half">
      <legend>${words.text('faq.helped')}</legend>
      ${
        said
          ? html`<p class="said" tabindex="-1">${words.text(said === 'yes' ? 'faq.helped.yes' : 'answers.on')}</p>`
          : html`<div class="actions">${button('yes')}${button('no')}</div>`
      }
    </fieldset>`;
  }

  async #say(id: string, said: 'yes' | 'no'): Promise<void> {
    const { host } = this.#form;
    this.#said.set(id, said);
    this.#tell(id, said);
    host.requestUpdate();
    await host.updateComplete;
    // What had the focus is gone.
    host.renderRoot.querySelector<HTMLElement>('.inside .said')?.focus();
  }

  get #view(): HelpView {
    const { level, city, now } = this.#form.view();
    const words = messagesIn({ ...common, ...faqPanel, ...openedAnswer }, city);
    return { words, level, city, now };
  }

  #nextDay(view: HelpView, entry: FaqEntry): unknown {
    if (!this.#days) {
      this.#days = 'coming';
      import('../faq-panel/next-day.ts').then(
        ({ NextDay: Fetched }) => {
          this.#days = new Fetched(this.#form.host, this.#form.city);
          this.#form.host.requestUpdate();
        },
        (error: unknown) => {
          // The next answer that needs it tries again.
          this.#days = undefined;
          console.error('citydesk: a part of the answer did not load.', error);
        },
      );
    }
    return this.#days === 'coming' ? nothing : this.#days?.render(view, entry);
  }
}
