/** A closed report: how it ended in words, and what is asked and offered then. Comes when there is one. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { closedAs, type ClosedAs } from '@citydesk/core/closed-as';
import type { ServiceRequest } from '@citydesk/open311';
import type { CityController } from '../city/city-controller.ts';
import { Feedback } from '../feedback/feedback.ts';
import en from '../messages/after-closing.en.json';
import type { Messages } from '../messages/messages.ts';
import type { TrackerView } from './view.ts';

export class AfterClosing {
  readonly #feedback: Feedback;

  constructor(host: LitElement, city: CityController) {
    this.#feedback = new Feedback(host, {
      client: () => city.client(),
      takesUpdates: () => !!city.settings.takesUpdates,
    });
  }

  /** Whether the city says that the work was done. */
  isDone(request: ServiceRequest): boolean {
    return /^(fixed|done)$/.test(closedAs(request).as);
  }

  /** How it ended, in a sentence. */
  ending(words: Messages, request: ServiceRequest): string {
    const ending = closedAs(request);
    // The only one that is said of open reports, too.
    if (ending.as === 'status') return words.text('first.called', { status: words.phraseText(ending.label) });
    return endingWords(ending, words.with(en));
  }

  render(view: TrackerView, request: ServiceRequest): TemplateResult {
    const { city, level } = view;
    const words = view.words.with(en);
    const { complaints } = city;
    return html`<div class="stack-half closing">
      ${this.#feedback.ask({ question: 'fixed', requestId: request.serviceRequestId, level: level + 1, words })}
      <p><a class="link" href=${again(view, request)}>${words.text('broken')}</a></p>
      ${
        complaints
          ? html`<p>${words.parts('complain', { office: html`<a href=${complaints.url}>${complaints.name}</a>` })}</p>`
          : nothing
      }
    </div>`;
  }
}

/** The form, begun with what is known of this report. */
function again({ city }: TrackerView, request: ServiceRequest): string {
  const { serviceRequestId: about, serviceCode: service, address, lat, long } = request;
  const known = Object.entries({ about, service, address, lat, long }).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  return `${(city.reportUrl ?? location.href).replace(/#.*/s, '')}#citydesk:${known.join('&')}`;
}

function endingWords(ending: Exclude<ClosedAs, { as: 'status' }>, { text }: Messages): string {
  switch (ending.as) {
    case 'not-ours':
      return ending.owner ? text('as.not-ours', { owner: ending.owner }) : text('as.not-ours.unnamed');
    case 'duplicate':
      return ending.of ? text('as.duplicate', { number: ending.of }) : text('as.duplicate.unnamed');
    default:
      return text(`as.${ending.as}`);
  }
}
