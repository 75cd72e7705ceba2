/** How questions and reports end, told to the page; and the notices. Comes when an answer is opened, a service is chosen, or nothing was found. */
import type { Journey } from '@citydesk/core/request';
import { FaqOutcomeEvent } from '../faq-panel/events.ts';
import { Outcomes } from '../faq-panel/outcomes.ts';
import type { BesideForm } from '../request-form/beside.ts';
import type { KnownWork } from './known-work.ts';

export class Endings {
  readonly #form: BesideForm;
  readonly outcomes: Outcomes;
  #isLinked = false;
  #isComing = false;
  /** The notices, once a service is chosen and they are here. */
  known?: KnownWork;

  constructor(form: BesideForm) {
    this.#form = form;
    const { host, city } = form;
    this.outcomes = new Outcomes((outcome, id, words) => {
      const told = city.settings.shareQuestions ? words : undefined;
      const event = new FaqOutcomeEvent(outcome, id, told, this.#serviceOf(words));
      // What was taken away has no page around it that could listen.
      (host.isConnected ? host : document).dispatchEvent(event);
    });
    const left = () => this.outcomes.left();
    host.addController({
      hostConnected: () => addEventListener('pagehide', left),
      hostDisconnected() {
        removeEventListener('pagehide', left);
        // Whoever moves it to another place takes it away for no longer than that.
        setTimeout(() => host.isConnected || left());
      },
    });
  }

  /** The service that is chosen; else the one that fits words for which there was no answer. */
  #serviceOf(words = ''): string | undefined {
    const { state, matching } = this.#form.view();
    const services = state.services.is === 'ready' ? state.services.value : [];
    const { speech } = this.#form.city.settings;
    return state.draft.serviceCode ?? matching(services, words, 1, speech?.aliases)[0]?.serviceCode;
  }

  /** An answer was read elsewhere, and a link led from it to the form. */
  linked(answerId: string): void {
    this.#isLinked = true;
    this.outcomes.opened(answerId);
    // What was said of it is told there.
    this.outcomes.goesOn();
  }

  /**
   * Follows a report for which a service is chosen.
   * @param hasAnswers whether there was one to be had
   */
  changed({ phase }: Journey, before: Journey, hasAnswers: boolean): void {
    if (phase === 'sent' && before.phase !== 'sent') {
      if (hasAnswers || this.#isLinked) this.outcomes.submitted();
      this.#isLinked = false;
    }
    if (!this.#isComing && this.#form.city.settings.notices) void this.#bringNotices();
  }

  async #bringNotices(): Promise<void> {
    this.#isComing = true;
    try {
      const { KnownWork: Fetched } = await import('./known-work.ts');
      this.known = new Fetched(this.#form);
    } catch (error) {
      console.error('citydesk: the notices did not load. Check that every built file is on the server.', error);
    }
  }
}
