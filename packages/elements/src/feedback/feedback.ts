/**
 * One question about how it went, with three answers; and room for words where the city takes them.
 * Comes with its own words and styles, and always late: fetched with `import()` when there is something to ask.
 */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Client, Update } from '@citydesk/open311';
import en from '../messages/feedback.en.json';
import type { Messages } from '../messages/messages.ts';
import { heading } from '../parts/heading.ts';
import { isOpen, longestWords, takesWords, type Exchange } from './exchange.ts';
import { FeedbackGivenEvent, type FeedbackAnswer, type FeedbackQuestion } from './feedback-given-event.ts';
import { feedbackStyles } from './feedback.styles.ts';
import { wordsField } from './words-field.ts';

export interface FeedbackPorts {
  /** Gives the client; asked each time, so that it may load late. */
  client(): Promise<Pick<Client, 'submitUpdate'>>;
  /** Whether the city takes updates; where it does not, only the page is told. */
  takesUpdates(): boolean;
}

export interface FeedbackAsk {
  readonly question: FeedbackQuestion;
  /** The report it is about; without it the answer can only be told to the page. */
  readonly requestId?: string | undefined;
  /** Level of the question's heading, 1–6. */
  readonly level: number;
  /** The words of the host, whose language is spoken here, too. */
  readonly words: Messages;
  /** What else can be done after an answer other than yes. */
  readonly again?: TemplateResult | undefined;
}

const answers = ['yes', 'partly', 'no'] as const;

/** Asks each question once about each report, for as long as it lives. */
export class Feedback {
  readonly #host: LitElement;
  readonly #ports: FeedbackPorts;
  readonly #exchanges = new Map<string, Exchange>();

  constructor(host: LitElement, ports: FeedbackPorts) {
    this.#host = host;
    this.#ports = ports;
  }

  /** The question as it stands now, for the template of the host. */
  ask(asked: FeedbackAsk): TemplateResult {
    this.#dress();
    const words = asked.words.with(en);
    const exchange = this.#exchangeOn(asked);
    const { id } = exchange;
    return html`<div class="feedback stack-half" role="group" aria-labelledby=${id}>
      <div class="question" tabindex="-1">${heading(asked.level, words.text(`feedback.${asked.question}`), id)}</div>
      ${isOpen(exchange) ? this.#buttons(asked, exchange, words) : nothing}
      <p role="status">${said(exchange, words)}</p>
      ${takesWords(exchange) && this.#sends(asked) ? this.#wordsField(asked, exchange, words) : nothing}
      ${!isOpen(exchange) && exchange.answer !== 'yes' ? (asked.again ?? nothing) : nothing}
    </div>`;
  }

  /** Buttons and not radios: pressing is answering. While the answer is on its way, its button is marked as pressed. */
  #buttons(asked: FeedbackAsk, { answer }: Exchange, words: Messages): TemplateResult {
    const button = (one: FeedbackAnswer) =>
      html`<button
        class="button"
        type="button"
        aria-pressed=${one === answer ? 'true' : 'false'}
        @click=${(event: Event) => this.#answered(asked, one, groupOf(event))}
      >
        ${words.text(`feedback.${one}`)}
      </button>`;
    return html`<div class="answers">${answers.map(button)}</div>`;
  }

  #wordsField(asked: FeedbackAsk, exchange: Exchange, words: Messages): TemplateResult {
    return wordsField(exchange, {
      label: words.text(`feedback.words.${asked.question}`),
      words,
      typed: (text) => this.#now(asked, { words: text, is: exchange.is === 'words-wrong' ? 'answered' : exchange.is }),
      send: (event) => this.#wrote(asked, groupOf(event)),
    });
  }

  async #answered(asked: FeedbackAsk, answer: FeedbackAnswer, group: Element): Promise<void> {
    const { question, requestId } = asked;
    const before = this.#exchangeOn(asked);
    if (before.is !== 'asking' && before.is !== 'failed') return;
    // Pressed again after a failure, it is the same answer.
    if (before.answer !== answer) this.#host.dispatchEvent(new FeedbackGivenEvent(question, answer, requestId));
    let arrived = true;
    if (this.#sends(asked)) {
      this.#now(asked, { answer, is: 'sending' });
      arrived = await this.#arrives({ serviceRequestId: requestId!, question, answer });
    }
    if (arrived) focusKept(group);
    this.#now(asked, { answer, is: arrived ? 'answered' : 'failed' });
  }

  async #wrote(asked: FeedbackAsk, group: Element): Promise<void> {
    const { is, words } = this.#exchangeOn(asked);
    if (is === 'words-sending') return;
    const description = words.trim();
    if (!description || description.length > longestWords) {
      this.#now(asked, { is: 'words-wrong' });
      return group.querySelector('textarea')?.focus();
    }
    this.#now(asked, { is: 'words-sending' });
    const { question, requestId } = asked;
    // Without the answer: that has arrived, and is not counted twice.
    const arrived = await this.#arrives({ serviceRequestId: requestId!, question, description });
    if (!arrived) return this.#now(asked, { is: 'words-failed' });
    // What was typed meanwhile has not arrived.
    if (this.#exchangeOn(asked).words !== words) return this.#now(asked, { is: 'answered' });
    focusKept(group);
    this.#now(asked, { is: 'words-arrived', words: '' });
  }

  async #arrives(update: Update): Promise<boolean> {
    try {
      await (await this.#ports.client()).submitUpdate(update);
      return true;
    } catch (error) {
      console.error('citydesk: an answer did not reach the city.', error);
      return false;
    }
  }

  /** Whether the city is told, and not only the page. */
  #sends({ requestId }: FeedbackAsk): boolean {
    return requestId !== undefined && this.#ports.takesUpdates();
  }

  /** The styles come with the question. */
  #dress(): void {
    const { adoptedStyleSheets: sheets } = this.#host.renderRoot as ShadowRoot;
    if (!sheets.includes(feedbackStyles.styleSheet!)) sheets.push(feedbackStyles.styleSheet!);
  }

  #exchangeOn(asked: FeedbackAsk): Exchange {
    const none: Exchange = { is: 'asking', words: '', id: `feedback-${this.#exchanges.size}` };
    const exchange = this.#exchanges.get(keyOf(asked)) ?? none;
    this.#exchanges.set(keyOf(asked), exchange);
    return exchange;
  }

  #now(asked: FeedbackAsk, change: Partial<Exchange>): void {
    this.#exchanges.set(keyOf(asked), { ...this.#exchangeOn(asked), ...change });
    this.#host.requestUpdate();
  }
}

const keyOf = ({ question, requestId = '' }: FeedbackAsk) => `${question} ${requestId}`;

const groupOf = (event: Event) => (event.currentTarget as Element).closest('.feedback')!;

/** What was pressed is about to go: a focus that is on it goes to the question, and not to the page. */
function focusKept(group: Element): void {
  const { activeElement } = group.getRootNode() as ShadowRoot;
  if (group.contains(activeElement)) group.querySelector<HTMLElement>('.question')!.focus();
}

/** What is announced, politely. What is wrong with the words stands at their field. */
function said({ is }: Exchange, words: Messages): string {
  switch (is) {
    case 'asking':
    case 'words-wrong':
      return '';
    case 'sending':
      return words.text('feedback.sending');
    case 'failed':
      return words.text('feedback.failed');
    case 'answered':
      return words.text('feedback.thanks');
    case 'words-sending':
      return words.text('feedback.words.sending');
    case 'words-failed':
      return words.text('feedback.words.failed');
    case 'words-arrived':
      return words.text('feedback.words.thanks');
  }
}
