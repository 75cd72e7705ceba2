/** The form on a request's page: a status, a note from scratch or from a reply, and a photo of the work. */

import { html } from 'hono/html';
import { icons } from '../../page-icons.ts';
import type { Frame, Html } from './layout.ts';
import { replies } from './replies.ts';
import { deskStatuses, type StoredRequest } from '../stored-request.ts';
import type { Mistake } from './change.ts';

/** What is in the form, and what to say above it. */
export interface DeskForm {
  readonly status: string;
  readonly note: string;
  readonly error?: Mistake;
  readonly saved?: boolean;
  /** An answer was marked as looked at. */
  readonly looked?: boolean;
  /** A photo was chosen and has to be chosen again. */
  readonly photoLost?: boolean;
}

const onlyStaff = 'Only staff can see it. The public can see the status and its dates.';

const allKinds = ['JPEG', 'PNG', 'WebP', 'GIF'];

/** @param isPrivate whether the public sees no more than the status */
export function changeForm(
  { base, photoKinds = allKinds }: Frame,
  request: StoredRequest,
  form: DeskForm,
  isPrivate: boolean,
): Html {
  const wrong = (field: Mistake['field']): Html =>
    form.error?.field === field
      ? html`<p class="wrong" id="${field}-wrong">${icons.warning}${form.error.message}</p>`
      : html``;
  const invalid = (field: Mistake['field']): string => (form.error?.field === field ? 'aria-invalid=true' : '');
  return html`<h2>What you do</h2>
    <form class="change" method="post" enctype="multipart/form-data" action="${base}/staff/requests/${encodeURIComponent(request.serviceRequestId)}">
      <input type="hidden" name="seen" value="${request.history.length}" />
      <div class="field">
        <label for="status">Status</label>
        ${wrong('status')}
        <select class="input" id="status" name="status">
          ${deskStatuses.map(
            (status) => html`<option value="${status}" ${status === form.status ? 'selected' : ''}>${status}</option>`,
          )}
        </select>
      </div>
      <fieldset class="replies">
        <legend>Start from a reply</legend>
        ${replies.map(
          ({ key, name }) =>
            html`<button
              class="button"
              name="reply"
              value="${key}"
              formenctype="application/x-www-form-urlencoded"
            >
              ${name}
            </button>`,
        )}
      </fieldset>
      <div class="field">
        <label for="note">Note</label>
        <p class="hint" id="note-hint">${isPrivate ? onlyStaff : 'Anyone can read it. Leave out names and phone numbers.'}</p>
        ${wrong('note')}
        <textarea class="input" id="note" name="note" rows="4" aria-describedby="note-hint note-wrong" ${invalid('note')}>
${form.note}</textarea
        >
      </div>
      <div class="field">
        <label for="media">Photo of the work</label>
        <p class="hint" id="media-hint">
          ${form.photoLost ? html`<strong>Choose the photo again. It was not kept.</strong> ` : ''}
          ${isPrivate ? onlyStaff : 'Anyone can see it. Leave out faces and number plates.'}
          ${photoKinds.slice(0, -1).join(', ')} or ${photoKinds.at(-1)}, 8 MB or less.
        </p>
        ${wrong('media')}
        <input
          class="input"
          id="media"
          name="media"
          type="file"
          accept="${photoKinds.map((kind) => `image/${kind.toLowerCase()}`).join()}"
          aria-describedby="media-hint media-wrong"
          ${invalid('media')}
        />
      </div>
      <button class="button primary">Save</button>
    </form>`;
}
