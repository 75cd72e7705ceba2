// What cannot be seen, does not fit, is told by colour alone, or moves.

import type { Mutant } from './mutant.ts';

export const sightMutants: readonly Mutant[] = [
  {
    class: 'low contrast',
    name: 'a hint is light grey',
    state: 'form-where',
    breaks: ['1.4.3'],
    mutate: (root) => (root.querySelector<HTMLElement>('#description-hint')!.style.color = '#a0a0a0'),
  },
  {
    class: 'low contrast',
    name: 'the words of a button are as dark as its ground',
    state: 'form-check-contact',
    breaks: ['1.4.3'],
    mutate(root) {
      const { style } = root.querySelector<HTMLElement>('.button.primary')!;
      style.background = '#777';
      style.color = '#999';
    },
  },
  {
    class: 'contrast that is only just enough',
    name: 'a hint has five to one',
    state: 'form-where',
    breaks: ['1.4.6'],
    mutate: (root) => (root.querySelector<HTMLElement>('#description-hint')!.style.color = '#6e6e6e'),
  },
  {
    class: 'contrast that is only just enough',
    name: 'the words of the history have five to one',
    state: 'tracker-closed',
    breaks: ['1.4.6'],
    mutate: (root) => (root.querySelector<HTMLElement>('.timeline')!.style.color = '#6e6e6e'),
  },
  {
    class: 'colour alone',
    name: 'a label is red, and nothing else says why',
    state: 'form-check-contact',
    breaks: ['1.4.1'],
    mutate: (root) => (root.querySelector<HTMLElement>('label[for=name]')!.style.color = '#a00000'),
  },
  {
    class: 'colour alone',
    name: 'a red star says that an address is wanted',
    state: 'form-where',
    breaks: ['1.4.1'],
    mutate(root) {
      const star = root.ownerDocument.createElement('span');
      star.textContent = '*';
      star.style.color = '#a00000';
      root.querySelector('label[for=place]')!.append(' ', star);
      root.querySelector('#place')!.removeAttribute('aria-required');
    },
  },
  {
    class: 'small target',
    name: 'the buttons that answer are as small as their words',
    state: 'tracker-closed',
    breaks: ['2.5.8'],
    mutate(root) {
      for (const button of root.querySelectorAll<HTMLElement>('.answers button'))
        button.style.cssText = 'all: unset; font-size: 12px; line-height: 1; margin: 0';
    },
  },
  {
    class: 'small target',
    name: 'the button that removes a photo is 16 pixels high',
    state: 'form-where-photos-full',
    breaks: ['2.5.8'],
    mutate: (root) =>
      (root.querySelector<HTMLElement>('[id^=photo-remove]')!.style.cssText =
        'min-block-size: 0; block-size: 16px; padding: 0; font-size: 12px; line-height: 1'),
  },
  {
    class: 'target that is only just enough',
    name: 'the button Continue is 30 pixels high',
    state: 'form-where',
    breaks: ['2.5.5'],
    mutate: (root) =>
      (root.querySelector<HTMLElement>('.button.primary')!.style.cssText =
        'min-block-size: 0; block-size: 30px; padding-block: 0'),
  },
  {
    class: 'target that is only just enough',
    name: 'the choices of an answer are 28 pixels high',
    state: 'form-questions-error',
    breaks: ['2.5.5'],
    mutate(root) {
      for (const option of root.querySelectorAll<HTMLElement>('.option'))
        option.style.cssText = 'min-block-size: 0; block-size: 28px; padding-block: 0';
    },
  },
  {
    class: 'focus that is not seen',
    name: 'no ring is drawn anywhere',
    state: 'form-where',
    breaks: ['2.4.7'],
    mutate(root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { outline: none !important }');
      root.adoptedStyleSheets.push(sheet);
    },
  },
  {
    class: 'focus that is not seen',
    name: 'the ring is a shadow, which forced colours take away',
    state: 'panel-found',
    breaks: ['2.4.7'],
    mutate(root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('summary:focus-visible { outline: none !important; box-shadow: 0 0 0 3px blue }');
      root.adoptedStyleSheets.push(sheet);
    },
  },
  {
    class: 'focus that is covered',
    name: 'a bar sticks over the end of the page',
    state: 'form-where',
    breaks: ['2.4.11'],
    mutate(root) {
      const bar = root.ownerDocument.createElement('div');
      bar.style.cssText = 'position: fixed; inset: 40% 0 0 0; background: white; z-index: 9';
      root.append(bar);
    },
  },
  {
    class: 'focus that is covered',
    name: 'a notice lies over a field',
    state: 'tracker-find',
    breaks: ['2.4.11'],
    mutate(root) {
      const field = root.querySelector<HTMLElement>('#number')!;
      const cover = root.ownerDocument.createElement('div');
      cover.style.cssText = 'position: absolute; inset: -4px; background: white';
      field.parentElement!.style.position = 'relative';
      field.after(cover);
    },
  },
  {
    class: 'motion',
    name: 'a button pulses for those who want no motion, too',
    state: 'form-where',
    breaks: ['2.2.2', '2.3.3'],
    mutate: (root) =>
      void root
        .querySelector('.button.primary')!
        .animate([{ opacity: 1 }, { opacity: 0.7 }], { duration: 900, iterations: Infinity }),
  },
  {
    class: 'motion',
    name: 'answers slide in for those who want no motion, too',
    state: 'panel-found',
    breaks: ['2.2.2', '2.3.3'],
    mutate(root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '@keyframes slide { from { transform: translateX(20px) } } .found li { animation: slide 2s infinite }',
      );
      root.adoptedStyleSheets.push(sheet);
    },
  },
  {
    class: 'wider than the page',
    name: 'the slip of a report is 480 pixels wide',
    state: 'tracker-closed',
    breaks: ['1.4.10'],
    mutate: (root) => (root.querySelector<HTMLElement>('.slip')!.style.minInlineSize = '480px'),
  },
  {
    class: 'wider than the page',
    name: 'a hint does not break into lines',
    state: 'form-where',
    breaks: ['1.4.10'],
    mutate: (root) => (root.querySelector<HTMLElement>('#description-hint')!.style.whiteSpace = 'nowrap'),
  },
  {
    class: 'text cut off',
    name: 'a heading is just as high as its words',
    state: 'form-check-contact',
    breaks: ['1.4.12'],
    mutate: (root) =>
      (root.querySelector<HTMLElement>('#title')!.style.cssText =
        'overflow: hidden; line-height: 1.2; block-size: 1.2em'),
  },
  {
    class: 'text cut off',
    name: 'a line of the history is cut after 20 pixels',
    state: 'tracker-closed',
    breaks: ['1.4.4', '1.4.12'],
    mutate: (root) =>
      (root.querySelector<HTMLElement>('.timeline .text')!.style.cssText = 'block-size: 20px; overflow: hidden'),
  },
];
