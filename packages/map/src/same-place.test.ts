import { expect } from '@open-wc/testing';
import {
  center,
  emulateMedia,
  metres,
  openedMap,
  sendKeys,
  sendMouse,
  walkTo,
  type OpenedMap,
  type Step,
} from '../test/opened-map.ts';
import type { Point } from './index.ts';

/** Some 900 m away, on no street. */
const target: Point = { lat: 41.94871, long: -85.62417 };

describe('the same place, within 5 m', () => {
  let opened: OpenedMap;
  const where = (): Point => opened.moves.at(-1)?.[0] ?? center;

  // Without motion, each step has ended when it has begun.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  beforeEach(async () => {
    opened = await openedMap();
  });
  afterEach(() => opened.close());

  it('is reached by the buttons alone', async () => {
    const names = { north: 'Nach oben', south: 'Nach unten', west: 'Nach links', east: 'Nach rechts', closer: 'Näher' };
    const { point } = await walkTo(target, where, (step: Step) => opened.button(names[step]).click());
    expect(metres(point, target)).to.be.below(5);
    expect(new Set(opened.moves.map(([, by]) => by))).to.deep.equal(new Set(['buttons']));
  });

  it('is reached by the arrow keys alone', async () => {
    const keys = { north: 'ArrowUp', south: 'ArrowDown', west: 'ArrowLeft', east: 'ArrowRight', closer: '+' };
    opened.canvas().focus();
    const { point } = await walkTo(target, where, (step: Step) => sendKeys({ press: keys[step] }));
    expect(metres(point, target)).to.be.below(5);
    expect(new Set(opened.moves.map(([, by]) => by))).to.deep.equal(new Set(['keys']));
  });

  it('is reached by tapping, closer and closer', async () => {
    const box = opened.canvas().getBoundingClientRect();
    for (let zoom = 14; zoom <= 20; zoom++) {
      // 512 px are the world at zoom 0: where on the screen someone sees the place.
      const perDegree = (512 * 2 ** zoom) / 360;
      const right = (target.long - where().long) * perDegree;
      const up = ((target.lat - where().lat) * perDegree) / Math.cos((target.lat * Math.PI) / 180);
      const before = opened.moves.length;
      await sendMouse({
        type: 'click',
        position: [Math.round(box.x + box.width / 2 + right), Math.round(box.y + box.height / 2 - up)],
      });
      expect(opened.moves.slice(before).map(([, by]) => by)).to.deep.equal(['tap']);
      if (zoom < 20) opened.button('Näher').click();
    }
    expect(metres(where(), target)).to.be.below(5);
  });
});
