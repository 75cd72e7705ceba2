/** What is the problem? Found by typing or by browsing; tapping a service is the choice and goes on. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Service } from '@citydesk/open311';
import { caution } from '../../parts/caution.ts';
import { field } from '../../parts/field.ts';
import { heading } from '../../parts/heading.ts';
import { icons } from '../../parts/icons.ts';
import en from '../../messages/what.en.json';
import { messagesIn } from '../../messages/messages.ts';
import { phoneLink } from '../../parts/phone.ts';
import { screen, type View } from '../view.ts';

export { en as words };

export function whatStep(view: View): TemplateResult {
  const { state, words, city } = view;
  const emergency = phoneLink(city.emergency ?? '911');
  const search = { id: 'words', label: words.text('what.label'), hint: words.text('what.hint') };
  // The words of an input method are not whole yet. In Chromium, its end comes after the last input.
  const typed = (event: Event) =>
    (event as InputEvent).isComposing ||
    view.send({ type: 'edited', change: { words: (event.target as HTMLInputElement).value } });
  return screen(view, {
    title: words.text('what.heading'),
    notice:
      state.setback?.is === 'unknown-service'
        ? caution(view.level, words.text('what.unknown'), words.text('what.unknown.body'))
        : nothing,
    body: html`<div class="stack">
        <p>${words.parts('help.danger', { emergency })}</p>
        ${
          // In an emergency also in the language of who answers.
          /^en/.test(words.lang)
            ? nothing
            : html`<p lang="en" dir="ltr">${messagesIn(en).parts('help.danger', { emergency })}</p>`
        }
        ${field(
          search,
          html`<div class="search">
            ${icons.search}
            <input
              class="input"
              id="words"
              dir="auto"
              autocomplete="off"
              aria-describedby="words-hint"
              .value=${state.draft.words}
              @input=${typed}
              @compositionend=${typed}
              @keydown=${toFirstMatch}
            />
          </div>`,
        )}
        <div class="first stack-half">${first(view)}</div>
      </div>
      <div class="groups stack-half">${browse(view)}</div>`,
  });
}

/** What stands right under the field: matches for the words, or before that some services of the city. */
function first(view: View): unknown {
  const { state, words, city } = view;
  const { services } = state;
  if (services.is === 'failed') {
    return html`<p class="message">${icons.warning}<span>${words.text('what.failed')}</span></p>
      <p>${words.text('what.failed.body')}</p>
      <p>
        <button class="button" type="button" @click=${() => view.send({ type: 'services-wanted' })}>
          ${words.text('retry')}
        </button>
      </p>`;
  }
  if (services.is !== 'ready') return html`<p class="quiet">${words.text('what.loading')}</p>`;
  if (!services.value.length) return html`<p>${words.text('what.empty')}</p>`;

  const typed = state.draft.words.trim();
  const other = otherOf(services.value, city.otherService);
  if (!typed) return list(view, words.text('what.examples'), popular(services.value, city.popularServices, other));
  const found = view.matching(services.value, typed, undefined, city.speech?.aliases);
  if (found.length) return list(view, words.text('what.matches'), found);
  return html`<p><strong>${words.text('what.none', { words: typed })}</strong></p>
    <p>
      ${words.text('what.none.body')}
      ${other ? words.text('what.none.other', { other: words.phraseText(other.serviceName) }) : nothing}
    </p>
    ${other ? html`<ul class="list">${pick(view, other)}</ul>` : nothing}`;
}

function list(view: View, title: string, services: readonly Service[]) {
  return html`${heading(view.level + 1, title, 'matches')}
    <ul class="list" aria-labelledby="matches">
      ${services.map((service) => pick(view, service))}
    </ul>`;
}

/** Every service of the city, by group; what fits nowhere else comes last. */
function browse(view: View): unknown {
  const { services } = view.state;
  if (services.is !== 'ready' || !services.value.length) return nothing;
  const other = otherOf(services.value, view.city.otherService);
  const groups = new Map<string, Service[]>();
  for (const service of services.value) {
    if (service === other) continue;
    const name = service.group ?? view.words.text('what.ungrouped');
    groups.set(name, [...(groups.get(name) ?? []), service]);
  }
  return html`${view.beside('found')} ${heading(view.level + 1, view.words.text('what.browse'))}
    <div class="list">
      ${
        groups.size > 1
          ? [...groups].map(
              ([name, members]) =>
                html`<details>
                <summary>
                  <strong dir="auto">${view.words.parts('what.group', { group: members[0]!.group ? view.words.phrase(name) : name, count: members.length })}</strong>
                  ${icons.open}
                </summary>
                <ul class="list">
                  ${members.map((service) => pick(view, service))}
                </ul>
              </details>`,
            )
          : html`<ul>
            ${[...groups.values()].flat().map((service) => pick(view, service))}
          </ul>`
      }
      ${
        other
          ? html`<ul>
            ${pick(view, other)}
          </ul>`
          : nothing
      }
    </div>`;
}

/** One service to choose. What was typed goes along to the service that says nothing by itself. */
function pick(view: View, service: Service) {
  const { words, state } = view;
  const { services, draft } = state;
  const other = services.is === 'ready' && otherOf(services.value, view.city.otherService) === service;
  const more = service.description ?? (other ? words.text('what.other.hint') : '');
  const choose = () =>
    view.send({
      type: 'chosen',
      serviceCode: service.serviceCode,
      description: other ? draft.words.trim() : undefined,
    });
  return html`<li>
    <button class="pick" type="button" @click=${choose}>
      <span dir="auto"
        >${said(words.phrase(service.serviceName || service.serviceCode), service.description ? words.phrase(more) : more)}</span>
      ${icons.onward}
    </button>
  </li>`;
}

/** Set as a whole: a page translator has put its own nodes in the place of ours, and a row would go on naming the service before. */
const said = (name: unknown, more: unknown) =>
  typeof name === 'string'
    ? html`<strong .textContent=${name}></strong> <span class="hint" .textContent=${more}></span>`
    : html`<strong>${name}</strong> <span class="hint">${more}</span>`;

function popular(services: readonly Service[], codes: readonly string[] | undefined, other: Service | undefined) {
  const named = codes?.flatMap((code) => services.find((service) => service.serviceCode === code) ?? []);
  return (named?.length ? named : services.filter((service) => service !== other)).slice(0, 4);
}

/** The city's service for what fits nowhere else: named in the city file, or recognised by its name. */
function otherOf(services: readonly Service[], code: string | undefined): Service | undefined {
  return services.find((service) =>
    code ? service.serviceCode === code : /^(other|something else|general)\b/i.test(service.serviceName),
  );
}

/** Enter in the field goes to the first match: it never chooses by itself. */
function toFirstMatch(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  const root = (event.target as Element).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>('.first button')?.focus();
}
