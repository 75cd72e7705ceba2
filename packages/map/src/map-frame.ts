/** The map's frame: the ground it is drawn on, the cross, the buttons at its edges, and the line that says whose data it is. */
import type { MapWords } from './map-options.ts';

export type MapButton = 'north' | 'west' | 'east' | 'south' | 'closer' | 'farther';

export interface MapFrame {
  readonly whole: HTMLElement;
  /** What the map library draws in. */
  readonly ground: HTMLElement;
  readonly credit: HTMLElement;
}

/** In the order of the keyboard. */
const drawings: Readonly<Record<MapButton, string>> = {
  north: 'M12 20V4M5 11l7-7 7 7',
  west: 'M20 12H4M11 5l-7 7 7 7',
  east: 'M4 12h16M13 5l7 7-7 7',
  south: 'M12 4v16M5 13l7 7 7-7',
  closer: 'M12 4v16M4 12h16',
  farther: 'M4 12h16',
};

const crossLines = 'M0-34v26M0 8v26M-34 0h26M8 0h26M17 0a17 17 0 1 1-34 0a17 17 0 1 1 34 0';

/** @param pressed is told of each press */
export function mapFrame(words: MapWords, pressed: (button: MapButton) => void): MapFrame {
  const whole = element('div', 'citydesk-map');
  const box = element('div', 'citydesk-map-box');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', words.region);
  const ground = element('div', 'citydesk-map-ground');
  const credit = element('p', 'citydesk-map-credit');
  const buttons = (Object.keys(drawings) as MapButton[]).map((name) => {
    const button = element('button', `citydesk-map-${name}`);
    button.type = 'button';
    button.setAttribute('aria-label', words[name]);
    button.append(picture('0 0 24 24', [['', drawings[name]]]));
    button.addEventListener('click', () => pressed(name));
    return button;
  });
  box.append(ground, cross(), ...buttons);
  whole.append(box, credit);
  return { whole, ground, credit };
}

function cross(): SVGElement {
  const svg = picture('-34 -34 68 68', [
    ['citydesk-map-halo', crossLines],
    ['citydesk-map-lines', crossLines],
    ['citydesk-map-dot', 'M3 0a3 3 0 1 1-6 0a3 3 0 1 1 6 0'],
  ]);
  svg.classList.add('citydesk-map-cross');
  return svg;
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function picture(viewBox: string, paths: readonly (readonly [className: string, drawing: string])[]): SVGElement {
  const made = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const one = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) if (value) one.setAttribute(name, value);
    return one as SVGElement;
  };
  const svg = made('svg', { viewBox, 'aria-hidden': 'true', focusable: 'false' });
  svg.append(...paths.map(([className, d]) => made('path', { class: className, d })));
  return svg;
}
