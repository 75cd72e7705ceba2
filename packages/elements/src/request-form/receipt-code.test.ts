import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { readQrCode } from '../../test/read-qr-code.ts';
import { Resident, type Surroundings } from '../../test/resident.ts';

describe('the QR code of the receipt', () => {
  let city: TestCity;

  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(async () => {
    await emulateMedia({ media: 'screen', forcedColors: 'none' });
    await city.close();
  });

  const files = async (around: Surroundings, attributes: Readonly<Record<string, string>> = {}) => {
    const resident = await Resident.opens({ endpoint: city.endpoint, ...attributes }, around);
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.getsReceipt();
    const svg = () => resident.root.querySelector<SVGSVGElement>('.qr-code') ?? undefined;
    return { resident, svg: await resident.until('the code', svg) };
  };

  it('is the link that the button follows', async () => {
    const { resident, svg } = await files({ width: 800 });
    expect(svg.checkVisibility()).to.equal(true);
    await resident.sees('Scan this to follow the report on your phone.');
    const { href } = await resident.link('Follow this report');
    expect(href).to.include('#citydesk:request=');
    expect(await readQrCode(svg)).to.equal(href);
  });

  it('stays black on white in a dark page and in forced colors', async () => {
    const { resident, svg } = await files({ width: 800, scheme: 'dark' });
    const { href } = await resident.link('Follow this report');
    for (const forcedColors of ['none', 'active'] as const) {
      await emulateMedia({ forcedColors });
      const fills = [...svg.querySelectorAll('path')].map((path) => getComputedStyle(path).fill);
      expect(fills).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      expect(getComputedStyle(svg).forcedColorAdjust).to.equal('none');
    }
    expect(await readQrCode(svg)).to.equal(href);
  });

  it('is on paper, and not on the screen that would have to scan itself', async () => {
    const { svg } = await files({ width: 599 });
    expect(svg.checkVisibility()).to.equal(false);
    await emulateMedia({ media: 'print' });
    expect(svg.checkVisibility()).to.equal(true);
  });

  it('is printed with the slip, without what paper cannot do', async () => {
    const { resident } = await files({ width: 800 });
    await resident.button('Yes');
    await emulateMedia({ media: 'print' });
    const shown = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
    expect([...resident.root.querySelectorAll('button, input, .actions a')].filter(shown).length).to.equal(0);
    expect(shown(resident.root.querySelector('.number')!)).to.equal(true);
    expect(resident.names('heading')).to.deep.equal(['The city has your report', 'What happens next']);
  });

  it('waits to be there when the resident prints', async () => {
    let printed: boolean | undefined;
    const { print } = globalThis;
    const resident = await Resident.opens({ endpoint: city.endpoint });
    globalThis.print = () => void (printed = !!resident.root.querySelector('.qr-code'));
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.getsReceipt();
    await resident.presses('Print');
    await resident.until('the printing', () => printed !== undefined);
    globalThis.print = print;
    expect(printed).to.equal(true);
  });

  it('moves nothing when it comes, and neither does the question', async () => {
    const { requestIdleCallback } = globalThis;
    for (const width of [320, 800, 1200]) {
      const resident = await Resident.opens({ endpoint: city.endpoint }, { width });
      await resident.reportsGraffiti();
      // Idle when the test says so: a quick browser would have both before the first look.
      const waiting: IdleRequestCallback[] = [];
      globalThis.requestIdleCallback = (run) => waiting.push(run);
      await resident.presses('Send report');
      await resident.getsReceipt();
      globalThis.requestIdleCallback = requestIdleCallback;
      const places = () =>
        ['.slip', '.tear', '.actions', '.keep-report', '.easy', '.aside'].map((part) => {
          const { top, bottom } = resident.root.querySelector(part)!.getBoundingClientRect();
          return [part, Math.round(top), Math.round(bottom)];
        });
      expect(resident.root.querySelectorAll('.qr-code, .feedback').length).to.equal(0);
      const before = places();
      for (const run of waiting) run({ didTimeout: false, timeRemaining: () => 50 });
      await resident.until('the code', () => resident.root.querySelector('.qr-code') ?? undefined);
      await resident.button('Partly');
      expect(places(), `${width} px`).to.deep.equal(before);
    }
  });
});
