/** What to see of the list: words, a kind of problem, a status. Native controls, all at once, nothing to press. */
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ListQuery, ServiceChoice } from '@citydesk/core/request-list';
import type { Messages } from '../messages/messages.ts';
import { field } from '../parts/field.ts';
import { icons } from '../parts/icons.ts';

export type Filter = Pick<ListQuery, 'serviceCode' | 'status' | 'words'>;

export interface FiltersView {
  readonly words: Messages;
  readonly filter: Filter;
  readonly choices: readonly ServiceChoice[];
  readonly give: (change: Filter) => void;
}

export function filters({ words, filter, choices, give }: FiltersView): TemplateResult {
  const find = { id: 'around-words', label: words.text('around.find'), hint: words.text('around.find.hint') };
  // The words of an input method are not whole yet. In Chromium, its end comes after the last input.
  const typed = (event: Event) => (event as InputEvent).isComposing || give({ words: valueOf(event) });
  const all: Option = ['', words.text('around.service.all')];
  const services = choices.map(({ serviceCode, serviceName, count }): Option => [
    serviceCode,
    words.text('around.service.count', { service: words.phraseText(serviceName), count }),
  ]);
  return html`<fieldset class="narrow stack">
    <legend>${words.text('around.filter')}</legend>
    ${field(
      find,
      html`<div class="search">
        ${icons.search}
        <input
          class="input"
          id="around-words"
          type="search"
          dir="auto"
          autocomplete="off"
          aria-describedby="around-words-hint"
          .value=${filter.words ?? ''}
          @input=${typed}
          @compositionend=${typed}
        />
      </div>`,
    )}
    <div class="both">
      ${select('around-service', words.text('around.service'), [all, ...services], filter.serviceCode, (serviceCode) =>
        give({ serviceCode }),
      )}
      ${select(
        'around-status',
        words.text('around.status'),
        [
          ['', words.text('around.status.all')],
          ['open', words.text('around.status.open')],
          ['closed', words.text('around.status.closed')],
        ],
        filter.status,
        (status) => give({ status: status as Filter['status'] }),
      )}
    </div>
  </fieldset>`;
}

/** A value and its words. The first one stands for all. */
type Option = readonly [value: string, words: string];

function select(
  id: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  choose: (value: string | undefined) => void,
) {
  // By position: a city's own code may be empty, which is what "all" would be.
  const change = (event: Event) => {
    const at = (event.target as HTMLSelectElement).selectedIndex;
    choose(at > 0 ? options[at]?.[0] : undefined);
  };
  return field(
    { id, label },
    html`<div class="select">
      <select class="input" id=${id} @change=${change}>
        ${repeat(
          options,
          ([value], at) => (at ? `=${value}` : ''),
          ([value, said], at) =>
            html`<option .selected=${at ? value === chosen : chosen === undefined}>${said}</option>`,
        )}
      </select>
      ${icons.open}
    </div>`,
  );
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
