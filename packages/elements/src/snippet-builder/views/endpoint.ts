/** The city's endpoint: pasted, and checked only when the editor says so. */
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../parts/heading.ts';
import { icons } from '../../parts/icons.ts';
import { leadsTo, verdictOf } from '../diagnosis.ts';
import type { BuilderView } from '../view.ts';
import { textField } from './controls.ts';

export function endpointView(view: BuilderView): TemplateResult {
  const { words, choice, level } = view;
  const submit = (event: Event) => {
    event.preventDefault();
    view.do.check();
  };
  const endpoint = {
    id: 'endpoint',
    label: words.text('builder.endpoint'),
    hint: words.text('builder.endpoint.hint'),
    wrong: view.wrong('endpoint'),
  };
  const jurisdiction = {
    id: 'jurisdiction',
    label: words.text('builder.jurisdiction'),
    hint: words.text('builder.jurisdiction.hint'),
  };
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.endpoint.heading'))}
    ${view.isRestored ? html`<p class="bar soft caution">${words.text('builder.share.restored')}</p>` : nothing}
    <form class="stack" novalidate @submit=${submit}>
      ${textField(endpoint, choice.endpoint, (value) => view.do.change({ endpoint: value }))}
      ${textField(jurisdiction, choice.jurisdictionId, (value) => view.do.change({ jurisdictionId: value }))}
      <div class="actions"><button class="button primary" type="submit">${words.text('builder.endpoint.check')}</button></div>
    </form>
    ${found(view)}
  </div>`;
}

/** How the endpoint stands, in sentences. */
export function findings({ words, examined }: BuilderView): {
  readonly isFine: boolean;
  readonly sentences: readonly string[];
} {
  if (!examined) return { isFine: true, sentences: [] };
  const { services, checks, isDone, isRelay } = examined;
  const count = services.length;
  const verdict = isDone || checks.length ? verdictOf(checks, count > 0) : undefined;
  if (verdict && isDone) {
    return { isFine: false, sentences: [words.text(`builder.check.${verdict}`, { address: leadsTo(checks) })] };
  }
  if (!count) return { isFine: true, sentences: [words.text('builder.check.looking')] };
  const closer = words.text('builder.check.closer', { count: checks.length });
  return {
    isFine: true,
    sentences: [
      words.text('builder.check.found', { count }),
      words.text('builder.check.version'),
      words.text(isRelay ? 'builder.check.relay' : 'builder.check.direct'),
      ...(isDone ? [] : [closer]),
    ],
  };
}

function found(view: BuilderView): unknown {
  if (!view.examined) return nothing;
  const { isFine, sentences } = findings(view);
  return html`<div class="bar soft ${isFine ? '' : 'caution'}" id="found">
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    </div>
    ${view.examined.isDone ? everything(view) : nothing}`;
}

/** All that the doctor says, for whoever runs the server. What is broken stands first. */
function everything({ words, examined }: BuilderView): unknown {
  const checks = examined!.checks;
  if (!checks.length) return nothing;
  const order = ['broken', 'deviates', 'good', 'not-tried'] as const;
  return html`<details class="fold">
    <summary><span>${words.text('builder.check.all', { count: checks.length })}</span>${icons.open}</summary>
    <ul class="checks">
      ${order.flatMap((outcome) =>
        checks
          .filter((check) => check.outcome === outcome)
          .map(
            ({ title, means, ask }) =>
              html`<li class="pad stack-half">
                <p><strong>${words.text(`builder.check.${outcome}`)}:</strong> ${title}</p>
                ${
                  outcome === 'good' || outcome === 'not-tried'
                    ? nothing
                    : html`<p class="small">${means} ${ask ? words.text('builder.check.ask', { words: ask }) : nothing}</p>`
                }
              </li>`,
          ),
      )}
    </ul>
  </details>`;
}
