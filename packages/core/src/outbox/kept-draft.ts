/** A draft as it is kept on the device, and the journey that goes on with it. */
import type { Draft } from '../request/draft.ts';
import { begin } from '../request/journey.ts';
import type { Filling, Journey, Sending } from '../request/journey-state.ts';
import type { Step } from '../request/steps.ts';
import type { Owner } from '../triage/stop.ts';

export { keptDraftIn } from './kept-draft-in.ts';
export { resumed } from './resumed.ts';

/** Plain data, fit for a structured clone. */
export interface KeptDraft {
  /** Of the tab that writes it: tabs do not overwrite each other. */
  readonly id: string;
  /** Absolute base URL of the city's API: several cities may share an origin. */
  readonly endpoint: string;
  /** Milliseconds since 1970, by this device. */
  readonly at: number;
  readonly step: Step;
  /** In words, as far as it is known. */
  readonly serviceName?: string | undefined;
  readonly draft: Draft;
  /** Whether `draft.contact` is kept, because the resident agreed. Otherwise it is empty. */
  readonly withContact: boolean;
  readonly owner?: Owner | undefined;
  readonly ownCode?: string | undefined;
  readonly preset: boolean;
  /** Keys of the stops that the resident has passed: they are not asked again. */
  readonly passed: readonly string[];
}

/** Whether there is anything in it that would be missed. */
export function isWorthKeeping({ words, place, description, photos, answers, contact }: Draft): boolean {
  return !!(
    words.trim() ||
    place.words.trim() ||
    place.point ||
    description.trim() ||
    photos.length ||
    Object.keys(answers).length ||
    Object.values(contact).some(Boolean)
  );
}

/** What is kept of a report that is being written. Photos that are not ready are left out: they are added again when they are. */
export function keptDraftOf(
  { step, draft, owner, ownCode, preset, passed }: Filling | Sending,
  about: Pick<KeptDraft, 'id' | 'endpoint' | 'at' | 'serviceName' | 'withContact'>,
): KeptDraft {
  const contact = about.withContact ? draft.contact : nobody;
  const photos = draft.photos.filter(({ is }) => is === 'ready');
  return { ...about, step, draft: { ...draft, contact, photos }, owner, ownCode, preset, passed };
}

/** The journey that stands in `state`, begun anew: nothing that was entered is left. */
export function cleared(state: Journey): Filling {
  const { preset, owner, rules, turn } = state;
  const fresh = begin({ serviceCode: preset ? (state.ownCode ?? state.draft.serviceCode) : undefined, rules });
  // What somebody else offers and asks is not what the city does.
  const known = owner || state.services.is === 'failed' ? fresh : state;
  const definition = fresh.preset ? known.definition : fresh.definition;
  return { ...fresh, services: known.services, definition, turn: turn + 1 };
}

const nobody = { name: '', email: '', phone: '' };
