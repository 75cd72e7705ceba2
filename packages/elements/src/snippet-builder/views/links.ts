/** A link and a poster for one service, and the link to all these choices. */
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../parts/heading.ts';
import { printedLink, serviceLink } from '../deep-links.ts';
import type { BuilderView } from '../view.ts';
import { select, textField } from './controls.ts';
import { copyable } from './copy.ts';

export function linksView(view: BuilderView): TemplateResult {
  const { words, choice, level } = view;
  const page = {
    id: 'page',
    label: words.text('builder.page'),
    hint: words.text('builder.page.hint'),
    wrong: view.wrong('page'),
  };
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.links.heading'))}
    ${textField(page, choice.page, (value) => view.do.change({ page: value }))} ${oneService(view)}
  </div>`;
}

function oneService(view: BuilderView): unknown {
  const { words, ready, examined, linked } = view;
  const services = examined?.services ?? [];
  const service = services.find(({ serviceCode }) => serviceCode === linked) ?? services[0];
  if (!service || !ready.page) return html`<p class="hint">${words.text('builder.links.later')}</p>`;
  const link = serviceLink(ready.page, service.serviceCode);
  return html`${select(
    { id: 'linked', label: words.text('builder.links.service') },
    services.map(({ serviceCode, serviceName }) => ({ key: serviceCode, name: serviceName })),
    service.serviceCode,
    (code) => view.do.link(code),
  )}
    ${copyable(view, 'service-link', words.text('builder.links.link', { service: service.serviceName }), link)}
    <div class="actions">
      <button class="button" type="button" @click=${() => view.do.poster()}>${words.text('builder.poster')}</button>
    </div>
    ${view.poster?.render(view, printedLink(ready.page, service.serviceCode), service.serviceName) ?? nothing}`;
}

export function shareView(view: BuilderView): TemplateResult {
  const { words, level } = view;
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.share.heading'))}
    <p class="hint">${words.text('builder.share.hint')}</p>
    ${copyable(view, 'share', words.text('builder.share'), view.shareLink)}
  </div>`;
}
