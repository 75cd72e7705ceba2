import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { center, emulateMedia, metres, openedMap, sendKeys, sendMouse, type OpenedMap } from '../test/opened-map.ts';

const place = { lat: 41.94313, long: -85.63185 };

describe('the map', () => {
  let opened: OpenedMap;

  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => opened.close());

  it('says all it says in the page’s language', async () => {
    opened = await openedMap();
    const { root } = opened;
    expect(root.querySelector('[role=group]')!.getAttribute('aria-label')).to.equal('Plan');
    expect(opened.canvas().getAttribute('aria-label')).to.equal('Plan. Pfeiltasten bewegen ihn.');
    expect([...root.querySelectorAll('button')].map((button) => button.ariaLabel)).to.deep.equal([
      'Nach oben',
      'Nach links',
      'Nach rechts',
      'Nach unten',
      'Näher',
      'Weiter weg',
    ]);
    const gestures = root.querySelector('.maplibregl-cooperative-gesture-screen')!.textContent;
    expect(gestures).to.match(/^(Strg|⌘) halten und scrollenZwei Finger bewegen den Plan$/);
  });

  it('moves by 100 px with an arrow key, by 10 with Shift, and leaves the browser its own keys', async () => {
    opened = await openedMap({ point: place });
    opened.canvas().focus();
    await sendKeys({ press: 'ArrowRight' });
    const [far] = opened.moves.at(-1)!;
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ up: 'Shift' });
    const [near] = opened.moves.at(-1)!;
    expect((far.long - place.long) / (near.long - far.long)).to.be.closeTo(10, 0.2);
    expect(far.lat).to.be.closeTo(place.lat, 1e-6);
    const before = opened.moves.length;
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ up: 'Control' });
    await sendKeys({ press: 'Escape' });
    expect(opened.moves).to.have.lengthOf(before);
  });

  it('counts presses that come faster than it moves', async () => {
    opened = await openedMap({ point: place });
    try {
      await emulateMedia({ reducedMotion: 'no-preference' });
      for (let press = 0; press < 5; press++) opened.button('Nach rechts').click();
      await waitUntil(() => opened.moves.length > 0, 'the map has moved', { timeout: 15_000 });
    } finally {
      await emulateMedia({ reducedMotion: 'reduce' });
    }
    const [[fast]] = opened.moves as [(typeof opened.moves)[0]];
    for (let press = 0; press < 5; press++) opened.button('Nach links').click();
    expect(opened.moves, 'one place for all presses, then one for each').to.have.lengthOf(6);
    expect(fast.long).to.be.above(place.long);
    expect(metres(opened.moves.at(-1)![0], place)).to.be.below(0.5);
  });

  it('does not move the place by zooming, or by what the page does', async () => {
    opened = await openedMap({ point: place });
    opened.button('Näher').click();
    opened.button('Weiter weg').click();
    opened.map.moveTo(center);
    opened.host.style.inlineSize = '400px';
    await aTimeout(100);
    expect(opened.moves).to.deep.equal([]);
    opened.button('Nach oben').click();
    expect(metres(opened.moves[0]![0], center)).to.be.below(200);
  });

  it('zooms with the wheel only while Ctrl is held, and says so', async () => {
    opened = await openedMap();
    const { x, y } = opened.canvas().getBoundingClientRect();
    const screen = opened.root.querySelector('.maplibregl-cooperative-gesture-screen')!;
    await sendMouse({ type: 'move', position: [x + 200, y + 200] });
    const wheel = new WheelEvent('wheel', { deltaY: 200, bubbles: true, cancelable: true });
    opened.canvas().dispatchEvent(wheel);
    expect(wheel.defaultPrevented, 'the page scrolls').to.equal(false);
    expect(screen.matches('.maplibregl-show')).to.equal(true);
  });

  it('picks a thing of the city’s that is tapped nearby, and puts the cross on it', async () => {
    const picked: string[] = [];
    const lamp = { id: 'L-2', label: 'Lamp 2', point: { lat: place.lat, long: place.long + 0.0006 } };
    opened = await openedMap({ point: place, assets: [lamp], onAsset: (id) => picked.push(id) });
    const { x, y, width, height } = opened.canvas().getBoundingClientRect();
    const right = (0.0006 * 512 * 2 ** 17) / 360;
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2 + right + 12), Math.round(y + height / 2)] });
    expect(picked).to.deep.equal(['L-2']);
    expect(opened.moves, 'whoever picked it tells the place').to.deep.equal([]);
    opened.map.showAssets([]);
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2 + 12), Math.round(y + height / 2)] });
    expect(picked).to.deep.equal(['L-2']);
    expect(opened.moves.map(([, by]) => by)).to.deep.equal(['tap']);
  });

  it('shows whose data it is, below it, as text and plain links', async () => {
    opened = await openedMap();
    const credit = opened.root.querySelector<HTMLElement>('.citydesk-map-credit')!;
    await waitUntil(() => credit.textContent);
    const link = credit.querySelector('a');
    opened.map.moveTo(place);
    opened.map.showAssets([]);
    await aTimeout(100);
    expect(credit.querySelector('a'), 'stays for the keyboard').to.equal(link);
    expect(credit.textContent).to.equal('© Street people & friends');
    expect([...credit.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal(['https://example.org/streets']);
    expect(credit.getBoundingClientRect().top).to.be.at.least(
      opened.root.querySelector('.citydesk-map-box')!.getBoundingClientRect().bottom,
    );
  });

  it('leaves nothing behind when it is removed, also twice', async () => {
    opened = await openedMap();
    opened.map.remove();
    opened.map.remove();
    opened.map.moveTo(center);
    expect(opened.root.querySelectorAll('canvas, button, .citydesk-map')).to.have.lengthOf(0);
    expect(opened.root.adoptedStyleSheets).to.have.lengthOf(0);
  });

  it('says that it has stopped when the device does not draw any more', async () => {
    const reasons: string[] = [];
    opened = await openedMap({ onFail: (reason) => reasons.push(reason) });
    opened.canvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    await waitUntil(() => reasons.length > 0, 'told', { timeout: 6000 });
    expect(reasons).to.deep.equal(['webgl']);
    expect(opened.root.querySelectorAll('.citydesk-map')).to.have.lengthOf(0);
  });
});
