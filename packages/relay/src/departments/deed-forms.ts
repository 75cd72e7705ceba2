/** What a department can do about a report: a part for each, that opens without a script, with a form and a button of its own. */

import { html } from 'hono/html';
import { icons } from '../page-icons.ts';
import type { Html } from '../town/desk/layout.ts';
import { nameOf } from './department.ts';
import { deedNames, type Deed } from './do-links.ts';
import { onwardFrom } from './onward.ts';
import type { DoPage } from './do-page.ts';
import type { WantedField } from './wanted.ts';

/** What was in a form that comes back. */
export interface Typed {
  readonly text: string;
  readonly to?: string | undefined;
  /** A photo was chosen and has to be chosen again. */
  readonly photoLost?: boolean | undefined;
}

export function deedForms(about: DoPage): Html {
  const { deeds, chosen } = about;
  // Nothing asks for one of them: then the next in the life of a report.
  const open = chosen ?? (about.request.deskStatus === 'Received' ? 'started' : 'done');
  const parts = [...deeds].sort((a, b) => Number(b === chosen) - Number(a === chosen));
  return html`<div class="deeds">
    <h2>What you do</h2>
    ${parts.map((deed) => part(about, deed, deed === open))}
  </div>`;
}

function part(about: DoPage, deed: Deed, isOpen: boolean): Html {
  const { token, request } = about;
  const name = nameFor(deed, about);
  return html`<details ${isOpen && 'open'}>
    <summary>${name}</summary>
    <form class="change" method="post" action="${token}" ${deed === 'done' && html`enctype="multipart/form-data"`}>
      <input type="hidden" name="do" value="${deed}" />
      <input type="hidden" name="seen" value="${request.history.length}" />
      ${fieldsFor(about, deed)}
      <button class="button primary">${buttonFor(deed, about)}</button>
    </form>
  </details>`;
}

function nameFor(deed: Deed, { request: { deskStatus } }: DoPage): string {
  if (deed === 'started' && deskStatus === 'In progress') return 'Add a note';
  if (deed === 'started' && deskStatus === 'Closed') return 'Open it again';
  if (deed === 'done' && deskStatus === 'Closed') return 'Add a note or photo';
  return deedNames[deed];
}

/** Never the words of the part it stands in: who hears both knows which one opens and which one saves. */
function buttonFor(deed: Deed, { request: { deskStatus } }: DoPage): string {
  switch (deed) {
    case 'started':
      if (deskStatus === 'In progress') return 'Save the note';
      return deskStatus === 'Closed' ? 'Open the report' : 'Mark as started';
    case 'done':
      return deskStatus === 'Closed' ? 'Save what I add' : 'Mark as done';
    case 'not-ours':
      return 'Pass it on';
    case 'not-here':
      return 'Close the report';
  }
}

function fieldsFor(about: DoPage, deed: Deed): Html | Html[] {
  const isPrivate = about.service?.private ?? false;
  const unseen = 'Only staff can see it. The public can see the status and its dates.';
  const seen = isPrivate ? unseen : 'Anyone can read it. Leave out names and phone numbers.';
  const isSame = about.request.deskStatus === (deed === 'started' ? 'In progress' : 'Closed');
  switch (deed) {
    case 'started':
      return words(about, deed, 'note', isSame ? 'Note' : 'Note (optional)', seen);
    case 'done':
      return [words(about, deed, 'note', 'Note (optional)', seen), photoField(about, isPrivate ? unseen : undefined)];
    case 'not-ours':
      return [whoField(about), words(about, deed, 'why', 'Why', 'They read it with the report. The public does not.')];
    case 'not-here': {
      const told = isPrivate ? `${unseen} Tell the resident another way.` : 'The resident reads it, and so can anyone.';
      return words(about, deed, 'note', 'Where the resident can go instead', `It closes the report. ${told}`);
    }
  }
}

function words(about: DoPage, deed: Deed, field: WantedField, label: string, hint: string): Html {
  const id = `${deed}-${field}`;
  const text = about.chosen === deed ? (about.typed?.text ?? '') : '';
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    ${wrong(about, deed, field)}
    <textarea class="input" id="${id}" name="${field}" rows="4" ${told(about, deed, field)}>${'\n'}${text}</textarea>
  </div>`;
}

function photoField(about: DoPage, unseen: string | undefined): Html {
  return html`<div class="field">
    <label for="done-media">Photo of the work (optional)</label>
    <p class="hint" id="done-media-hint">
      ${about.typed?.photoLost && html`<strong>Choose the photo again. It was not kept.</strong> `}
      ${unseen ?? 'Anyone can see it. Leave out faces and number plates.'} JPEG, PNG or WebP, 8 MB or less.
    </p>
    ${wrong(about, 'done', 'media')}
    <input
      class="input"
      id="done-media"
      name="media"
      type="file"
      accept="image/jpeg,image/png,image/webp"
      ${told(about, 'done', 'media')}
    />
  </div>`;
}

/** Who gets it: a list, or a sentence where there is nothing to choose. */
function whoField(about: DoPage): Html {
  const { departments, had, typed, chosen } = about;
  const { choices, otherwise } = onwardFrom(had, [...departments.keys()]);
  if (choices.length === 0 && otherwise !== undefined) {
    return html`<p>Nobody else is left to ask. ${nameOf(otherwise, departments)} gets it and decides.</p>
      <input type="hidden" name="to" value="none" />`;
  }
  const option = (value: string, name: string): Html =>
    html`<option value="${value}" ${chosen === 'not-ours' && typed?.to === value && 'selected'}>${name}</option>`;
  return html`<div class="field">
    <label for="not-ours-to">Who gets it</label>
    <p class="hint" id="not-ours-to-hint">${otherwise && `If none of these: ${nameOf(otherwise, departments)} gets it and decides.`}</p>
    ${wrong(about, 'not-ours', 'to')}
    <select class="input" id="not-ours-to" name="to" ${told(about, 'not-ours', 'to')}>
      <option value="">Choose</option>
      ${choices.map((slug) => option(slug, nameOf(slug, departments)))} ${otherwise && option('none', 'None of these')}
    </select>
  </div>`;
}

function wrong({ mistake }: DoPage, deed: Deed, field: WantedField): Html {
  if (mistake?.deed !== deed || mistake.field !== field) return html``;
  return html`<p class="wrong" id="${deed}-${field}-wrong">${icons.warning}<span>${mistake.message}</span></p>`;
}

/** What screen readers say with the field. */
function told({ mistake }: DoPage, deed: Deed, field: WantedField): Html {
  const id = `${deed}-${field}`;
  const isWrong = mistake?.deed === deed && mistake.field === field;
  return html`aria-describedby="${id}-hint${isWrong && ` ${id}-wrong`}" ${isWrong && html`aria-invalid="true"`}`;
}
