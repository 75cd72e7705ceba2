// What needs a mouse, holds the keyboard, or leads it astray.

import type { Mutant } from './mutant.ts';

export const handMutants: readonly Mutant[] = [
  {
    class: 'pressed, but no button',
    name: 'the button Continue is a box that hears the mouse',
    state: 'form-where',
    breaks: ['2.1.1', '4.1.2'],
    mutate(root) {
      const button = root.querySelector('.button.primary')!;
      const box = root.ownerDocument.createElement('div');
      box.className = button.className;
      box.append(...button.childNodes);
      box.addEventListener('click', () => {});
      button.replaceWith(box);
    },
  },
  {
    class: 'pressed, but no button',
    name: 'a word of an answer opens it',
    state: 'panel-found',
    breaks: ['2.1.1'],
    mutate(root) {
      const word = root.ownerDocument.createElement('span');
      word.textContent = 'Show all answers';
      word.style.cursor = 'pointer';
      word.onclick = () => {};
      root.querySelector('.found ul')!.before(word);
    },
  },
  {
    class: 'out of the keyboard’s reach',
    name: 'Tab leaves out the button Use my location',
    state: 'form-where',
    breaks: ['2.1.1'],
    mutate: (root) => {
      const link = root.ownerDocument.createElement('div');
      link.setAttribute('role', 'button');
      link.textContent = 'Use my location';
      root.querySelector('#place')!.closest('.stack')!.querySelector('.actions button')!.replaceWith(link);
    },
  },
  {
    class: 'out of the keyboard’s reach',
    name: 'the focus runs away from the answers',
    state: 'panel-found',
    breaks: ['2.1.1', '3.2.1'],
    mutate(root) {
      for (const one of root.querySelectorAll('summary')) one.addEventListener('focus', () => one.blur());
    },
  },
  {
    class: 'order of the keyboard',
    name: 'the description comes first',
    state: 'form-where',
    breaks: ['2.4.3'],
    mutate: (root) => void (root.querySelector<HTMLElement>('#description')!.tabIndex = 3),
  },
  {
    class: 'order of the keyboard',
    name: 'the field for the number comes first',
    state: 'tracker-closed',
    breaks: ['2.4.3'],
    mutate: (root) => void (root.querySelector<HTMLElement>('#number')!.tabIndex = 1),
  },
  {
    class: 'keyboard trap',
    name: 'the description takes Tab for itself',
    state: 'form-where',
    breaks: ['2.1.2'],
    mutate: (root) =>
      root.querySelector('#description')!.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Tab') event.preventDefault();
      }),
  },
  {
    class: 'keyboard trap',
    name: 'the focus comes back to the field that it leaves',
    state: 'tracker-closed',
    breaks: ['2.1.2'],
    mutate(root) {
      const field = root.querySelector<HTMLElement>('#number')!;
      field.addEventListener('blur', () => setTimeout(() => field.focus()));
    },
  },
  {
    class: 'dragged only',
    name: 'the map has no buttons that move it',
    state: 'form-where-map-moved',
    breaks: ['2.5.1', '2.5.7'],
    mutate(root) {
      for (const button of root.querySelectorAll('.citydesk-map button')) button.remove();
    },
  },
  {
    class: 'dragged only',
    name: 'a report is put into a list by dragging it',
    state: 'tracker-find',
    breaks: ['2.5.7'],
    mutate(root, host) {
      const card = host.ownerDocument.createElement('div');
      card.draggable = true;
      card.textContent = 'Drag this to keep it';
      const group = host.ownerDocument.createElement('div');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', 'Kept reports');
      group.append(card);
      root.querySelector('#title')!.after(group);
    },
  },
];
