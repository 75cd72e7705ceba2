// What is not told of how a page is built: groups, headings, roles, languages, what changes.

import type { Mutant } from './mutant.ts';

export const structureMutants: readonly Mutant[] = [
  {
    class: 'ungrouped choices',
    name: 'the choices of one question stand in no group',
    state: 'form-questions-error',
    breaks: ['1.3.1'],
    mutate(root) {
      const group = root.querySelector('input[type=radio]')!.closest('fieldset')!;
      const plain = root.ownerDocument.createElement('div');
      plain.append(...group.childNodes);
      group.replaceWith(plain);
    },
  },
  {
    class: 'ungrouped choices',
    name: 'the group of choices has no legend',
    state: 'form-questions-error',
    breaks: ['1.3.1', '3.3.2'],
    mutate: (root) =>
      root.querySelector('input[type=checkbox]')!.closest('fieldset')!.querySelector('legend')!.remove(),
  },
  {
    class: 'skipped heading',
    name: 'the heading of the history is three levels down',
    state: 'tracker-closed',
    breaks: ['1.3.1'],
    mutate: (root) => root.querySelector('#timeline')!.setAttribute('aria-level', '6'),
  },
  {
    class: 'skipped heading',
    name: 'the heading of the screen is an h4',
    state: 'form-where',
    breaks: ['1.3.1'],
    mutate(root) {
      const heading = root.querySelector('#title')!;
      const lower = root.ownerDocument.createElement('h4');
      lower.id = heading.id;
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    },
  },
  {
    class: 'wrong role',
    name: 'the group of photos has a role that there is not',
    state: 'form-where',
    breaks: ['4.1.2'],
    mutate: (root) => root.querySelector('fieldset.photos')!.setAttribute('role', 'photo-group'),
  },
  {
    class: 'wrong role',
    name: 'the steps of a report are tabs without a list of tabs',
    state: 'tracker-closed',
    breaks: ['1.3.1', '4.1.2'],
    mutate: (root) => root.querySelector('.stations [aria-current]')!.setAttribute('role', 'tab'),
  },
  {
    class: 'wrong role',
    name: 'the field for addresses says neither open nor closed',
    state: 'form-where',
    breaks: ['4.1.2'],
    mutate: (root) => root.querySelector('#place')!.removeAttribute('aria-expanded'),
  },
  {
    class: 'hidden, but in the way of the keyboard',
    name: 'the button Continue is hidden from readers',
    state: 'form-where',
    breaks: ['4.1.2'],
    mutate: (root) => root.querySelector('.button.primary')!.parentElement!.setAttribute('aria-hidden', 'true'),
  },
  {
    class: 'hidden, but in the way of the keyboard',
    name: 'the answers that were found are hidden from readers',
    state: 'panel-found',
    breaks: ['4.1.2'],
    mutate: (root) => root.querySelector('.found ul')!.setAttribute('aria-hidden', 'true'),
  },
  {
    class: 'missing language',
    name: 'the page does not say its language',
    state: 'form-where',
    breaks: ['3.1.1'],
    mutate: (_, host) => host.ownerDocument.documentElement.removeAttribute('lang'),
  },
  {
    class: 'missing language',
    name: 'the widget says a language that there is not',
    state: 'tracker-closed',
    breaks: ['3.1.2'],
    mutate: (root) => root.querySelector('section')!.setAttribute('lang', 'x-klingonish'),
  },
  {
    class: 'missing language',
    name: 'Arabic words are marked as English',
    state: 'tracker-closed',
    lang: 'ar',
    breaks: ['3.1.2'],
    mutate: (root) => root.querySelector('section')!.setAttribute('lang', 'en'),
  },
  {
    class: 'silent change',
    name: 'the region that tells what changes has no role',
    state: 'form-where',
    breaks: ['4.1.3'],
    mutate(root) {
      for (const region of root.querySelectorAll('.hidden[role=status]')) region.removeAttribute('role');
    },
  },
  {
    class: 'silent change',
    name: 'the region that tells what changes is not drawn',
    state: 'panel-found',
    breaks: ['4.1.3'],
    mutate(root) {
      for (const region of root.querySelectorAll<HTMLElement>('.hidden[role=status]')) region.style.display = 'none';
    },
  },
  {
    class: 'error said to nobody',
    name: 'what is wrong with an answer is not tied to it',
    state: 'form-questions-error',
    breaks: ['3.3.1', '1.3.1'],
    mutate: (root) => root.querySelector('textarea[aria-invalid]')!.removeAttribute('aria-describedby'),
  },
  {
    class: 'error said to nobody',
    name: 'a field that looks wrong is not said to be',
    state: 'form-check-contact-error',
    breaks: ['3.3.1'],
    mutate(root) {
      const field = root.querySelector('#phone')!;
      for (const name of ['aria-invalid', 'aria-describedby']) field.removeAttribute(name);
    },
  },
  {
    class: 'wrong kind of data',
    name: 'the email is filled in as a street',
    state: 'form-check-contact',
    breaks: ['1.3.5'],
    mutate: (root) => root.querySelector('#email')!.setAttribute('autocomplete', 'street-address'),
  },
  {
    class: 'wrong kind of data',
    name: 'the name is filled in as something that there is not',
    state: 'form-check-contact',
    breaks: ['1.3.5'],
    mutate: (root) => root.querySelector('#name')!.setAttribute('autocomplete', 'whole-name'),
  },
];
