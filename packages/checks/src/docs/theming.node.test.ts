import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../workspace.ts';

const page = textOf('docs/guides/theming.md');
const tokens = textOf('packages/elements/src/styles/tokens.ts');

/** Each role with its color in the light and in the dark, as the widgets have them. */
const colors = [...tokens.matchAll(/^ {2}'?([\w-]+)'?: \['(#\w+)', '(#\w+)'\],$/gm)].map(
  ([, name = '', light = '', dark = '']) => [name, light, dark] as const,
);

/** Name → light and dark, as the page has them. */
const told = new Map(
  [...page.matchAll(/^\| `--citydesk-([\w-]+)` +\| `([^`]+)` +\| (?:`([^`]+)`)? *\|/gm)].map(
    ([, name = '', light = '', dark]) => [name, { light, dark }],
  ),
);

const long = (color: string) => color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the page about theming', () => {
  it('has the sixteen properties that there are', () => {
    const styles = ['tokens', 'base'].map((name) => textOf(`packages/elements/src/styles/${name}.ts`)).join('\n');
    const written = [...styles.matchAll(/--citydesk-([\w-]+)/g)].map(([, name = '']) => name);
    const all = new Set([...colors.map(([name]) => name), ...written]);
    assert.deepEqual([...told.keys()].toSorted(), [...all].toSorted());
    assert.equal(told.size, 16);
  });

  it('has every color as the widgets have it, in the light and in the dark', () => {
    assert.equal(colors.length, 12);
    for (const [name, light, dark] of colors)
      assert.deepEqual(told.get(name), { light: long(light), dark: long(dark) }, name);
  });

  for (const scheme of ['light', 'dark'] as const) {
    const color = (name: string) => told.get(name)?.[scheme] ?? assert.fail(name);
    const atLeast = (least: number, name: string, ground: string) => {
      const found = ratio(color(name), color(ground));
      assert.ok(found >= least, `${name} on ${ground} has ${found.toFixed(2)}:1`);
    };
    it(`promises contrast that the colors have in the ${scheme}`, () => {
      for (const name of ['text', 'quiet', 'accent', 'error', 'caution', 'done'])
        for (const ground of ['surface', 'soft']) atLeast(7, name, ground);
      for (const ground of ['accent', 'error']) atLeast(7, 'on-accent', ground);
      for (const name of ['border', 'focus']) atLeast(3, name, 'surface');
    });
  }
});
