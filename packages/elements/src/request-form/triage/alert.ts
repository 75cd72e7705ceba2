/** Whether a report gives reason to look closer for danger. Small, because it comes with the first key: what judges is fetched when there is one. */
import type { Draft } from '@citydesk/core/request';
import { soundsUrgent } from '@citydesk/core/sounds-urgent';
import { around } from '../../city/settings.ts';
import type { BesideForm } from '../beside.ts';

export { soundsUrgent };

/** What the resident has written or chosen, as one text. */
export const writtenIn = ({ words, description, answers }: Draft): string =>
  [words, description, ...Object.values(answers).flat()].join('\n');

/** The languages that the page and the device speak, as they name them. */
export const languagesOf = ({ host, city }: BesideForm): readonly string[] => [
  city.settings.locale ?? around(host, '[lang]')?.getAttribute('lang') ?? 'en',
  ...navigator.languages,
];

/** By the words, in English or where another language may be spoken; or by words that the city itself calls danger. */
export function mayBeUrgent(draft: Draft, form: BesideForm): boolean {
  const written = writtenIn(draft);
  const isForeign = languagesOf(form).some((one) => !/^(en|$)/i.test(one));
  return !!written.trim() && (isForeign || soundsUrgent(written) || isNamed(form.city.settings.urgent, written));
}

/** Whether the city's own phrases have any word that was written. The list is read in full by what judges. */
function isNamed(urgent: unknown, written: string): boolean {
  const { words } = Object(urgent) as { readonly words?: unknown };
  const own = JSON.stringify(words ?? []).toLowerCase();
  return !!written
    .toLowerCase()
    .match(/\p{L}{5,}/gu)
    ?.some((word) => own.includes(word));
}
