/** What goes on the page: which widgets, and which services come first. */
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../parts/heading.ts';
import { widgets, type Widget } from '../choice.ts';
import type { BuilderView } from '../view.ts';
import { choices, select, tick } from './controls.ts';

export function widgetsView(view: BuilderView): TemplateResult {
  const { words, choice, level } = view;
  const hasForm = choice.widgets.includes('request-form');
  const question = { id: 'widgets', label: words.text('builder.widgets'), wrong: view.wrong('widgets') };
  const options = widgets.map((key) => ({ key, name: words.text(`builder.widget.${key}`) }));
  const launcher = { id: 'launcher', label: words.text('builder.launcher') };
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.widgets.heading'))}
    ${choices(question, 'checkbox', options, choice.widgets, (keys) => view.do.change({ widgets: keys as readonly Widget[] }))}
    ${hasForm ? tick(launcher, choice.launcher, (is) => view.do.change({ launcher: is })) : nothing}
    ${hasForm ? services(view) : nothing}
  </div>`;
}

function services(view: BuilderView): unknown {
  const { words, choice, isPicking } = view;
  const list = view.examined?.services ?? [];
  if (!list.length) return html`<p class="hint">${words.text('builder.services.later')}</p>`;
  const options = list.map(({ serviceCode, serviceName }) => ({ key: serviceCode, name: serviceName }));
  const which = { id: 'services', label: words.text('builder.services') };
  const picked = {
    id: 'picked',
    label: words.text('builder.services.pick'),
    hint: words.text('builder.services.hint'),
  };
  const start = { id: 'start', label: words.text('builder.start') };
  return html`${choices(
    which,
    'radio',
    [
      { key: 'all', name: words.text('builder.services.all') },
      { key: 'some', name: words.text('builder.services.some') },
    ],
    [isPicking ? 'some' : 'all'],
    ([key]) => view.do.pick(key === 'some'),
  )}
    ${isPicking ? choices(picked, 'checkbox', options, choice.services, (keys) => view.do.change({ services: keys })) : nothing}
    ${select(start, [{ key: '', name: words.text('builder.start.any') }, ...options], choice.start, (code) =>
      view.do.change({ start: code }),
    )}`;
}
