// Where engines say the same thing in other words, or cannot be asked. All that is not declared here has to be equal.

import type { NamingEngine } from './naming-engine.ts';

export type EngineName = NamingEngine['name'];

interface RoleDifference {
  /** Which elements: as `Found.tag` says it. */
  readonly tag: string;
  /** What each engine answers, in the engines' own spelling. */
  readonly said: Readonly<Record<EngineName, string>>;
  /** What all three mean. */
  readonly meant: string;
  readonly why: string;
}

/** The engines' own spellings of one role. */
export const roleDifferences: readonly RoleDifference[] = [
  {
    tag: 'summary',
    said: { Chromium: 'DisclosureTriangle', Firefox: '', WebKitGTK: '' },
    meant: 'summary',
    why: 'ARIA has no role for it; each engine tells the platform that it opens and closes, by a role of its own.',
  },
  {
    tag: 'select',
    said: { Chromium: 'combobox', Firefox: 'combobox', WebKitGTK: 'button' },
    meant: 'combobox',
    why: 'WebKit tells the platform of a button that opens a menu.',
  },
  {
    tag: 'input[type=date]',
    said: { Chromium: 'Date', Firefox: '', WebKitGTK: 'textbox' },
    meant: 'date field',
    why: 'ARIA has no role for it; WebKitGTK has no picker and offers a field for text.',
  },
  {
    tag: 'input[type=time]',
    said: { Chromium: 'InputTime', Firefox: '', WebKitGTK: 'textbox' },
    meant: 'time field',
    why: 'As with dates.',
  },
  {
    tag: 'input[type=color]',
    said: { Chromium: 'ColorWell', Firefox: 'button', WebKitGTK: '' },
    meant: 'color field',
    why: 'ARIA has no role for it.',
  },
];

/** Elements that an engine does not tell of while they cannot be seen, though its users hear them as soon as they can. */
export const untold: readonly { readonly engine: EngineName; readonly tag: string; readonly why: string }[] = [
  {
    engine: 'WebKitGTK',
    tag: 'option',
    why: 'The options of a closed list are drawn by the platform, and WebKit names them only while it is open.',
  },
  {
    engine: 'Firefox',
    tag: 'option',
    why: 'Options that come into a closed list are added to the tree when it is opened.',
  },
];

/** States that an engine cannot reach. */
export const unreached: readonly { readonly engine: EngineName; readonly state: string; readonly why: string }[] = [
  {
    engine: 'Firefox',
    state: 'form-where-map-moved',
    why: 'Without a screen Firefox draws nothing in three dimensions.',
  },
  {
    engine: 'WebKitGTK',
    state: 'form-where-photos-full',
    why: 'Its private sessions keep no files in the database of a page, so that a report with a photo is not kept.',
  },
  { engine: 'WebKitGTK', state: 'form-check-photos-failed', why: 'The same.' },
  { engine: 'WebKitGTK', state: 'form-check-answers', why: 'The same: nothing is kept that could be cleared.' },
];
