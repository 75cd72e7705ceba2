/** The reports that wait, above a form: one that the city refused can be put back into it. */
import type { Item } from '@citydesk/core/outbox';
import type { Filling, Journey } from '@citydesk/core/request';
import { trackerLink } from '../request-form/tracker-link.ts';
import type { View } from '../request-form/view.ts';
import { WaitingCards } from './cards.ts';

export class CardsInForm extends WaitingCards {
  inForm({ state, city, send }: Pick<View<Journey>, 'state' | 'city' | 'send'>): unknown {
    // What stands in the form is not lost for it.
    const isUntouched = state.phase === 'filling' && !state.turn && !state.draft.words && !state.draft.place.words;
    const change = async (item: Item) => send({ type: 'resumed', next: await putBack(item, state) });
    return this.render({
      linkTo: (receipt) => trackerLink(city, receipt),
      change: isUntouched ? (item) => void change(item) : undefined,
    });
  }
}

/** The report as it was written, with what the city says about it. */
async function putBack({ draft, report, way, standing }: Item, state: Journey): Promise<Filling> {
  const { resumed } = await import('@citydesk/core/kept-draft');
  const photos = (report?.media ?? []).map(
    (file, at) => ({ id: `again-${at}`, is: 'ready', name: '', about: '', file }) as const,
  );
  const next = resumed(state, {
    id: '',
    endpoint: way.endpoint,
    at: 0,
    step: 'where',
    draft: { ...draft!, photos },
    withContact: true,
    preset: state.preset,
    passed: [],
  });
  return standing.is === 'rejected' ? { ...next, setback: { is: 'rejected', reasons: standing.reasons } } : next;
}
