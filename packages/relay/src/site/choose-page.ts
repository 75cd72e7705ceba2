/** The first page: which kind of report. */
import type { Service } from '@citydesk/open311';
import { html } from 'hono/html';
import { around, option, told } from './fields.ts';
import { page, type Frame, type Html } from './page.ts';
import { summary } from './summary.ts';

/** @param isMissing nothing was chosen the last time */
export function choosePage(frame: Frame, services: readonly Service[], isMissing = false): Html {
  const { words } = frame;
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const members = groups.get(service.group ?? '');
    if (members) members.push(service);
    else groups.set(service.group ?? '', [service]);
  }
  // What is in no group comes last, under a name of its own where there are others.
  const named = [...groups].sort(([one], [other]) => Number(one === '') - Number(other === ''));
  const options = named.map(([group, members]) => {
    const list = members.map(({ serviceCode, serviceName }) => option(serviceCode, serviceName, false));
    return groups.size === 1 ? html`${list}` : html`<optgroup label="${group || words.whatOther}">${list}</optgroup>`;
  });
  const mistake = isMissing ? words.whatMissing : undefined;
  const field = { id: 'service', name: 'service_code', label: words.whatLabel, hint: words.whatHint, mistake, words };
  return page(
    frame,
    isMissing ? words.errorsTitle.replace('{title}', words.what) : words.what,
    html`${isMissing && summary(words, [{ id: field.id, text: words.whatMissing }])}
      <h1>${words.what}</h1>
      <form method="get" action="embed">
        ${around(
          field,
          html`<select class="input" id="service" name="service_code" ${told(field)}>
            ${option('', words.whatNone, true)} ${options}
          </select>`,
        )}
        <button class="button">${words.continue}</button>
      </form>`,
  );
}
