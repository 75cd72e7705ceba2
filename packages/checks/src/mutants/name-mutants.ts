// What is not named, named otherwise than it is seen, or named by something that is not there.

import type { Mutant } from './mutant.ts';

export const nameMutants: readonly Mutant[] = [
  {
    class: 'missing label',
    name: 'the label of the description is gone',
    state: 'form-where',
    breaks: ['1.3.1', '3.3.2', '4.1.2'],
    mutate: (root) => root.querySelector('label[for=description]')!.remove(),
  },
  {
    class: 'missing label',
    name: 'the label of the email is only text beside it',
    state: 'form-check-contact',
    breaks: ['1.3.1', '4.1.2'],
    mutate(root) {
      const label = root.querySelector('label[for=email]')!;
      const text = root.ownerDocument.createElement('span');
      text.append(...label.childNodes);
      label.replaceWith(text);
    },
  },
  {
    class: 'label inside the field only',
    name: 'a placeholder stands for the label of the question',
    state: 'panel-found',
    breaks: ['3.3.2'],
    mutate(root) {
      const field = root.querySelector<HTMLInputElement>('#question')!;
      const label = root.querySelector('label[for=question]')!;
      field.placeholder = label.textContent!.trim();
      field.setAttribute('aria-label', field.placeholder);
      label.remove();
    },
  },
  {
    class: 'label inside the field only',
    name: 'the label of the name is drawn one pixel small',
    state: 'form-check-contact',
    breaks: ['3.3.2'],
    mutate: (root) => root.querySelector('label[for=name]')!.classList.add('hidden'),
  },
  {
    class: 'empty button',
    name: 'the button for photos is an icon without words',
    state: 'form-where',
    breaks: ['1.1.1', '4.1.2'],
    mutate(root) {
      for (const node of [...root.querySelector('#photos-add')!.childNodes]) if (node instanceof Text) node.remove();
    },
  },
  {
    class: 'empty button',
    name: 'the button that removes a photo has no words',
    state: 'form-where-photos-full',
    breaks: ['4.1.2'],
    mutate: (root) => root.querySelector('[id^=photo-remove]')!.replaceChildren(),
  },
  {
    class: 'bad reference',
    name: 'the hint of the description is one that is not there',
    state: 'form-where',
    breaks: ['1.3.1'],
    mutate: (root) => root.querySelector('#description')!.setAttribute('aria-describedby', 'nowhere'),
  },
  {
    class: 'bad reference',
    name: 'the history is named by a heading that is not there',
    state: 'tracker-closed',
    breaks: ['1.3.1'],
    mutate: (root) => root.querySelector('[aria-labelledby=timeline]')!.setAttribute('aria-labelledby', 'nowhere'),
  },
  {
    class: 'duplicate id',
    name: 'two hints have the same id',
    state: 'form-where',
    breaks: ['1.3.1', '4.1.1'],
    mutate: (root) => root.querySelector('#description-hint')!.setAttribute('id', 'place-hint'),
  },
  {
    class: 'duplicate id',
    name: 'two headings have the same id',
    state: 'tracker-closed',
    breaks: ['1.3.1', '4.1.1'],
    mutate: (root) => root.querySelector('#timeline')!.setAttribute('id', 'title'),
  },
  {
    class: 'name mismatch',
    name: 'the button Continue is called otherwise',
    state: 'form-where',
    breaks: ['2.5.3'],
    mutate: (root) => root.querySelector('.button.primary')!.setAttribute('aria-label', 'Next step'),
  },
  {
    class: 'name mismatch',
    name: 'the field for the report number is called otherwise',
    state: 'tracker-find',
    breaks: ['2.5.3'],
    mutate: (root) => root.querySelector('#number')!.setAttribute('aria-label', 'Reference'),
  },
  {
    class: 'vague link',
    name: 'the link to the feed says “Click here”',
    state: 'tracker-closed',
    breaks: ['2.4.4'],
    mutate: (root) => void (root.querySelector('a[href*=feed]')!.textContent = 'Click here'),
  },
  {
    class: 'vague link',
    name: 'the link to call says “here”',
    state: 'form-where',
    breaks: ['2.4.4'],
    mutate: (root) => void (root.querySelector('a[href^=tel]')!.textContent = 'here'),
  },
  {
    class: 'missing alternative',
    name: 'a photo of the city has no alternative',
    state: 'tracker-closed',
    breaks: ['1.1.1'],
    mutate: (root) => root.querySelector('.pair img')!.removeAttribute('alt'),
  },
  {
    class: 'missing alternative',
    name: 'a picture without alternative stands on the receipt',
    state: 'form-receipt',
    breaks: ['1.1.1'],
    mutate(root) {
      const picture = root.ownerDocument.createElement('img');
      picture.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"/>')}`;
      root.querySelector('#title')!.after(picture);
    },
  },
];
