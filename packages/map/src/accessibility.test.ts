import { expect, waitUntil } from '@open-wc/testing';
import type axe from 'axe-core';
import 'axe-core/axe.min.js';
import { emulateMedia, openedMap, sendKeys, type OpenedMap } from '../test/opened-map.ts';

const { axe: looker } = globalThis as unknown as { readonly axe: typeof axe };

describe('the map, for everyone', () => {
  let opened: OpenedMap;
  afterEach(() => opened.close());

  for (const [width, dir] of [
    [280, 'ltr'],
    [600, 'rtl'],
  ] as const) {
    it(`is clean to axe at ${width} px, ${dir}`, async () => {
      opened = await openedMap({}, width);
      opened.host.dir = dir;
      const { violations, passes } = await looker.run(opened.host, {
        rules: { 'target-size': { enabled: true } },
      });
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).to.deep.equal([]);
      expect(passes.length).to.be.above(8);
    });
  }

  it('is left by Tab as it is entered, forwards and backwards: the map, its six buttons, its credit, and what comes after', async () => {
    opened = await openedMap();
    await waitUntil(() => opened.root.querySelector('.citydesk-map-credit a'), 'the credit');
    const [first, last] = ['before', 'after'].map((id) => Object.assign(document.createElement('button'), { id })) as [
      HTMLButtonElement,
      HTMLButtonElement,
    ];
    opened.host.before(first);
    opened.host.after(last);
    const stops = [
      'Plan. Pfeiltasten bewegen ihn.',
      'Nach oben',
      'Nach links',
      'Nach rechts',
      'Nach unten',
      'Näher',
      'Weiter weg',
      'Street people',
    ];
    const walk = async (): Promise<string[]> => {
      const seen: string[] = [];
      for (let press = 0; press <= stops.length; press++) {
        await sendKeys({ press: 'Tab' });
        const now = opened.root.activeElement ?? document.activeElement;
        seen.push(now?.getAttribute('aria-label') || now?.id || now?.textContent || '');
      }
      return seen;
    };
    try {
      first.focus();
      expect(await walk()).to.deep.equal([...stops, 'after']);
      await sendKeys({ down: 'Shift' });
      expect(await walk()).to.deep.equal([...stops.toReversed(), 'before']);
    } finally {
      await sendKeys({ up: 'Shift' });
      first.remove();
      last.remove();
    }
  });

  it('has buttons of 44 px that do not lie on each other, also at 280 px', async () => {
    opened = await openedMap({}, 280);
    const boxes = [...opened.root.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
    for (const [at, one] of boxes.entries()) {
      expect(Math.min(one.width, one.height)).to.be.at.least(44);
      for (const other of boxes.slice(at + 1)) {
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect(apart).to.equal(true);
      }
    }
    const cross = opened.root.querySelector('.citydesk-map-cross')!.getBoundingClientRect();
    const canvas = opened.canvas().getBoundingClientRect();
    expect(cross.x + cross.width / 2).to.be.closeTo(canvas.x + canvas.width / 2, 0.6);
    expect(cross.y + cross.height / 2).to.be.closeTo(canvas.y + canvas.height / 2, 0.6);
  });

  it('keeps its buttons and its cross in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      opened = await openedMap();
      const { borderTopColor, backgroundColor, color } = getComputedStyle(opened.button('Näher'));
      expect(borderTopColor).not.to.equal(backgroundColor);
      expect(color).not.to.equal(backgroundColor);
      const lines = (name: string) => getComputedStyle(opened.root.querySelector(`.citydesk-map-${name}`)!).stroke;
      expect(lines('halo')).to.equal('rgb(255, 255, 255)');
      expect(lines('lines')).to.equal('rgb(20, 25, 29)');
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });
});
