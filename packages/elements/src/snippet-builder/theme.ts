/** The editor's colours with ours around them: which pairs can be read, and the style rules that set them. */
import { colour, font, radius, type Theme } from './choice.ts';
import { contrast, luminance } from './contrast.ts';

const light = {
  accent: '#0f4f78',
  onAccent: '#ffffff',
  surface: '#ffffff',
  soft: '#f1f4f3',
  text: '#14191d',
  quiet: '#434c54',
  border: '#57626b',
  rule: '#c5ccd0',
  error: '#951b12',
  caution: '#654600',
  done: '#155338',
  focus: '#14191d',
} as const;
export type Role = keyof typeof light;
export type Palette = Readonly<Record<Role, string>>;

const dark: Palette = {
  accent: '#93cdec',
  onAccent: '#06202e',
  surface: '#12181b',
  soft: '#1d262b',
  text: '#f2f5f5',
  quiet: '#c5cdd2',
  border: '#909ca5',
  rule: '#3f4b53',
  error: '#ffb5a9',
  caution: '#f3cf80',
  done: '#9bdcb5',
  focus: '#ffffff',
};

/** The colours that an editor sets. */
export const ownRoles = ['accent', 'onAccent', 'surface', 'text'] as const;

export interface Pair {
  readonly front: Role;
  readonly back: Role;
  readonly ratio: number;
  /** Below this it is refused. */
  readonly least: number;
}

const isDark = ({ surface }: Theme) => luminance(colour(surface) ?? light.surface) < 0.18;

/** Every role as it will be; what is not a colour counts as not set. */
export function paletteOf(theme: Theme): Palette {
  const palette: Record<Role, string> = { ...(isDark(theme) ? dark : light) };
  for (const role of ownRoles) palette[role] = colour(theme[role]) ?? palette[role];
  return palette;
}

/** All that has to be told apart, text first: 4.5:1; the edges of fields and the ring around what has the focus: 3:1. */
export function pairsOf(theme: Theme): readonly Pair[] {
  const palette = paletteOf(theme);
  const pair = (front: Role, back: Role, least: number): Pair => {
    return { front, back, least, ratio: contrast(palette[front], palette[back]) };
  };
  return [
    pair('text', 'surface', 4.5),
    pair('accent', 'surface', 4.5),
    pair('onAccent', 'accent', 4.5),
    pair('text', 'soft', 4.5),
    pair('accent', 'soft', 4.5),
    pair('quiet', 'surface', 4.5),
    pair('error', 'surface', 4.5),
    pair('caution', 'surface', 4.5),
    pair('done', 'surface', 4.5),
    pair('border', 'surface', 3),
    pair('focus', 'surface', 3),
  ];
}

export const tooWeak = (theme: Theme): readonly Pair[] => pairsOf(theme).filter(({ ratio, least }) => ratio < least);

/**
 * The custom properties that this theme sets, by name. With a colour of the editor's own, the widgets keep to one scheme, for which all pairs were
 * checked, wherever the page turns dark.
 */
export function themeProperties(theme: Theme): Readonly<Record<string, string>> {
  const properties: Record<string, string> = {};
  const own = ownRoles.filter((role) => colour(theme[role]));
  const palette = paletteOf(theme);
  if (own.length) properties['color-scheme'] = isDark(theme) ? 'dark' : 'light';
  // Browsers without light-dark() would take the light ones for the rest.
  const roles = own.length && isDark(theme) ? (Object.keys(palette) as Role[]) : own;
  for (const role of roles) properties[nameOf(role)] = palette[role];
  const fonts = font(theme.font);
  if (fonts) properties['--citydesk-font'] = fonts;
  const corner = radius(theme.radius);
  if (corner) properties['--citydesk-radius'] = `${corner}px`;
  return properties;
}

/** The rules for a style sheet; "" where the theme is as we made it. @param selector of the elements */
export function themeRules(theme: Theme, selector: string): string {
  const lines = Object.entries(themeProperties(theme)).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length ? `${selector} {\n${lines.join('\n')}\n}` : '';
}

const nameOf = (role: Role) => `--citydesk-${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
