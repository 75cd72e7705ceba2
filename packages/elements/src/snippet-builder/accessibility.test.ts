import { expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { axeSays } from '../../test/axe.ts';
import { Editor, endpointOf, plainAddress } from '../../test/building.ts';
import { nameOf } from '../../test/reading.ts';
import type { Page } from '../../test/visitor.ts';

let city: TestCity;
beforeEach(async () => {
  city = await freshCity();
});
afterEach(async () => {
  plainAddress();
  await city.close();
});

/** With everything in it that it can show: an endpoint, a preview, pieces, a link and a poster. */
async function full(page: Page = {}, attributes: Readonly<Record<string, string>> = {}): Promise<Editor> {
  const editor = await Editor.comes(attributes, page);
  await editor.checks(endpointOf(city));
  await editor.chooses('The ones I choose');
  await editor.types(/^Address of the page with the form/, 'https://www.example.gov/report/');
  await editor.presses('Make a poster');
  await editor.until('the poster', () => editor.root.querySelector('iframe.poster') ?? undefined);
  return editor;
}

/** What stands in the frames is the widgets’ own business, and takes axe some time. */
const axe = async ({ root }: Editor) => {
  const frames = [...root.querySelectorAll('iframe')];
  for (const frame of frames) frame.remove();
  return axeSays(root.host);
};

describe('the builder, by axe', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`is clean on a ${scheme} page, with everything in it`, async () => {
      const { violations, passes } = await axe(await full({ scheme }));
      expect(violations).to.deep.equal([]);
      expect(passes).to.be.at.least(20);
    });
  }

  it('is clean at first, and with all there is to fix', async () => {
    const editor = await Editor.comes();
    expect((await axe(editor)).violations).to.deep.equal([]);
    await editor.types('Links and main button', '#9ab');
    await editor.types('Words', 'red');
    await editor.chooses('A form to report a problem');
    await editor.presses('Show what to fix');
    await editor.sees(/There are [67] things to fix/);
    expect((await axe(editor)).violations).to.deep.equal([]);
  });
});

describe('what is wrong', () => {
  it('stands on top, takes the focus, and each entry leads to its field', async () => {
    const editor = await Editor.comes();
    await editor.types('Words', 'red');
    await editor.types('Font', 'a;b');
    await editor.chooses('A form to report a problem');
    await editor.presses('Show what to fix');
    await editor.until('the summary', () => editor.focused?.id === 'problems');
    const entries = [...editor.root.querySelectorAll<HTMLAnchorElement>('#problems a')];
    expect(entries.map(nameOf)).to.deep.equal([
      'Write the whole address, from https:// on.',
      'Choose at least one widget.',
      'Write a color like #0f4f78.',
      'Write names of fonts with commas between them.',
    ]);
    for (const [entry, id] of entries.map((one, at) => [one, ['endpoint', 'widgets', 'text', 'font'][at]] as const)) {
      entry.click();
      expect(editor.focused?.id).to.equal(id);
    }
  });
});

describe('the headings', () => {
  for (const level of [1, 2, 5]) {
    it(`fit into a page's outline from level ${level}`, async () => {
      const editor = await Editor.comes({ 'heading-level': String(level) });
      const levels = editor.all('heading').map(({ localName }) => Number(localName.slice(1)));
      expect(levels).to.deep.equal([level, ...Array<number>(8).fill(level + 1)]);
    });
  }
});

describe('a narrow page', () => {
  for (const width of [320, 280]) {
    it(`of ${width} pixels shows everything without scrolling sideways`, async () => {
      const editor = await full({ width });
      expect(editor.sticksOut).to.deep.equal([]);
    });
  }
});

describe('what is pressed', () => {
  it('is 44 pixels high or more, and has a name', async () => {
    const editor = await full({ width: 320 });
    const pressed = editor.root.querySelectorAll<HTMLElement>('button, summary, select, textarea, input, a');
    expect(pressed.length).to.be.greaterThan(60);
    for (const one of pressed) {
      const target = one.closest('label') ?? one;
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), one.outerHTML.slice(0, 120)).to.be.at.least(44);
      expect(nameOf(one) || one.getAttribute('aria-label'), one.outerHTML.slice(0, 120)).not.to.equal(null);
    }
  });

  it('is reached by the Tab key, in the order in which it is read', async () => {
    const editor = await full();
    expect(editor.root.querySelectorAll('[tabindex]:not([tabindex="-1"])').length).to.equal(0);
    for (const one of editor.root.querySelectorAll<HTMLElement>('button, summary, select, textarea, input')) {
      one.focus();
      expect(editor.focused, one.outerHTML.slice(0, 80)).to.equal(one);
    }
  });
});

describe('forced colours', () => {
  it('lose nothing: what is chosen and what is wrong are said by boxes, ticks and words', async () => {
    const editor = await Editor.comes();
    await editor.types('Links and main button', '#9ab');
    const weak = [...editor.root.querySelectorAll('.weak td:last-child')].map((one) => nameOf(one));
    expect(weak).to.deep.equal(Array(3).fill('Too weak: it needs 4.5 to 1'));
    for (const option of editor.root.querySelectorAll('.option input')) {
      expect(getComputedStyle(option).appearance).to.equal('auto');
    }
  });
});
