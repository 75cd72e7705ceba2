/** Does what a department wants, once: in one transaction with the check that nothing has changed since its page was shown. */

import { inTransaction } from '../database.ts';
import { nameOf } from './department.ts';
import { handOver } from './hand-over.ts';
import { deedIn, typedIn, type Wanted, type WantedMistake } from './wanted.ts';
import type { SentForm } from '../town/report-form.ts';
import type { StoredRequest } from '../town.ts';
import type { DoAround, Here, NotHere } from './open-link.ts';

export type Outcome =
  | { readonly is: 'done'; readonly passedOn: boolean }
  | NotHere
  /** The button was pressed twice, or the page was loaded again. */
  | { readonly is: 'done before'; readonly here: Here }
  /** Somebody else was quicker. */
  | { readonly is: 'changed meanwhile'; readonly here: Here }
  /** It is not to be done. */
  | { readonly is: 'wrong'; readonly here: Here };

export function carryOut(
  around: DoAround,
  open: () => Here | NotHere,
  form: SentForm,
  wanted: Wanted | WantedMistake | undefined,
): Outcome {
  return inTransaction(around.db, () => {
    const here = open();
    if (here.is !== 'here') return here;
    const seen = form.fields.get('seen');
    if (seen !== String(here.request.history.length)) {
      return { is: wasSaved(here.request, Number(seen), form) ? 'done before' : 'changed meanwhile', here };
    }
    if (!wanted || 'message' in wanted) return { is: 'wrong', here };
    act(around, here.request, wanted);
    return { is: 'done', passedOn: wanted.deed === 'not-ours' };
  });
}

function act(around: DoAround, request: StoredRequest, wanted: Wanted): void {
  const { store, departments, now } = around;
  const id = request.serviceRequestId;
  const at = now();
  switch (wanted.deed) {
    case 'started':
      store.change(id, 'In progress', wanted.note, at);
      return;
    case 'done':
      store.change(id, 'Closed', wanted.note, at, wanted.photo);
      return;
    case 'not-here':
      store.change(id, 'Closed', wanted.note, at);
      return;
    case 'not-ours': {
      const name = nameOf(wanted.handing.to, departments);
      handOver(around, request, wanted.handing, wanted.why, at);
      // The reason is between the departments; the public reads who has it.
      store.assign(id, name, `Passed on to ${name}.`, at);
    }
  }
}

/** Whether what a form brings was written right after its page was shown. */
function wasSaved({ history }: StoredRequest, seen: number, form: SentForm): boolean {
  const next = history[seen];
  const status = deedIn(form) === 'started' ? 'In progress' : 'Closed';
  return next?.status === status && (next.note ?? '') === typedIn(form, 'note');
}
