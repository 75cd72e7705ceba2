/** The widgets as HTML: elements, blocks for editors that let no element through, and the fallback inside them. */
import { callTo } from '../parts/phone.ts';
import type { Choice, Widget } from './choice.ts';
import { attribute, inHtml } from './escape.ts';
import type { Places } from './places.ts';
import type { Setting } from './settings-of.ts';
import { themeRules } from './theme.ts';

/** The words of a plain link to each widget, for residents. */
export const linkWords: Readonly<Record<Widget, string>> = {
  'request-form': 'Report a problem',
  'faq-panel': 'Find an answer',
  'status-tracker': 'Follow a report',
};

/** The settings of one widget alone. */
const ownSettings = ({ start }: Choice, widget: Widget): readonly Setting[] =>
  widget === 'request-form' && start ? [['service-code', start]] : [];

const dataSettings = (settings: readonly Setting[], start = 'data-') =>
  settings.map(([name, value]) => attribute(start + name, value === true ? 'true' : value)).join('');

/** @param settings of this widget beside its own */
export function element(choice: Choice, widget: Widget, places: Places, settings: readonly Setting[] = []): string {
  const attributes = [...settings, ...ownSettings(choice, widget)].map(([name, value]) => attribute(name, value));
  return `<citydesk-${widget}${attributes.join('')}>${fallback(choice, widget, places)}</citydesk-${widget}>`;
}

/** The elements, the form in a launcher where that is chosen. */
export function elements(choice: Choice, places: Places, settings: readonly Setting[] = []): string {
  return choice.widgets
    .map((widget) => {
      const one = element(choice, widget, places, settings);
      if (widget !== 'request-form' || !choice.launcher) return one;
      return `<citydesk-launcher label="${linkWords[widget]}">\n  ${one}\n</citydesk-launcher>`;
    })
    .join('\n');
}

export function blocks(choice: Choice, places: Places, settings: readonly Setting[] = []): string {
  return choice.widgets
    .map((widget) => {
      const own = dataSettings([...settings, ...ownSettings(choice, widget)], 'data-citydesk-');
      return `<div data-citydesk="${widget}"${own}>${fallback(choice, widget, places)}</div>`;
    })
    .join('\n');
}

/** What residents have until the widget stands, and where it cannot. */
function fallback(choice: Choice, widget: Widget, { embed }: Places): string {
  const phone = choice.phone;
  const link = embed && `<a href="${inHtml(pageOf(embed, widget))}">${linkWords[widget]}</a>`;
  const call = phone && `<a href="${inHtml(callTo(phone))}">${inHtml(phone)}</a>`;
  if (link && call) return `<p>${link} or call ${call}.</p>`;
  if (link) return `<p>${link}</p>`;
  return call ? `<p>Call ${call}.</p>` : '';
}

/** The plain form's address for a widget. */
export const pageOf = (embed: string, widget: Widget): string => `${embed}?widget=${widget}`;

/** The script of this file, held to the bytes that the build wrote, with `settings` for all widgets on it. */
export function scriptTag(file: ScriptFile, { files, release }: Places, settings: readonly Setting[]): string {
  const kind = file === 'citydesk.js' ? ' type="module"' : ' async';
  const digest = attribute('integrity', release.files[file]);
  const data = settings.map(([name, value]) => `\n  data-${name}="${value === true ? 'true' : inHtml(value)}"`);
  return `<script${kind} src="${inHtml(files + file)}"${digest} crossorigin="anonymous"${data.join('')}></script>`;
}

export type ScriptFile = 'citydesk.js' | 'citydesk.classic.js';

/** The rules of the theme for the widgets on the page; "" where there are none. */
export function themeSheet(choice: Choice): string {
  const names = choice.widgets.map((widget) => `citydesk-${widget}`);
  if (choice.launcher && choice.widgets.includes('request-form')) names.push('citydesk-launcher');
  return themeRules(choice.theme, names.join(',\n'));
}

/** The same as it stands in a page; its text is what a policy's hash is of. */
export function themeTag(choice: Choice): string {
  const rules = themeSheet(choice);
  return rules && `<style>${styleText(rules)}</style>\n`;
}

/** What stands between `<style>` and `</style>`. */
export const styleText = (rules: string): string => `\n${rules}\n`;
