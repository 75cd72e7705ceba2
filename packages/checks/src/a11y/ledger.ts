// What checkers cannot tell and ask people to look at, with the answer. An entry that nothing asks any more is a mistake, and so is a question that no
// entry answers.

import type { Finding } from './finding.ts';

export interface Answer {
  readonly by: 'axe' | 'ibm';
  readonly rule: string;
  /** Of the place, of the message with the beginning of the element, or of both. */
  readonly where: RegExp;
  readonly reason: string;
}

export const ledger: readonly Answer[] = [
  {
    by: 'axe',
    rule: 'color-contrast',
    where: /overlapped by another element|contains an image node/,
    reason:
      'An open list, or the sign of a picture, lies over it for the moment. In other states nothing does, and it is measured there.',
  },
  {
    by: 'axe',
    rule: 'color-contrast',
    where: /too short to determine .* class="scale"/,
    reason:
      'A single digit beside a line of a chart has the colour of all text, which is measured in the words around it.',
  },
  {
    by: 'ibm',
    rule: 'a_target_warning',
    where: /open311\/media/,
    reason:
      'A photo opens beside the page, so that what is being followed or written stays; the picture itself has no way back.',
  },
  {
    by: 'ibm',
    rule: 'aria_descendant_valid',
    where: /"strong" which are ignored/,
    reason: 'The bold words in a button are for eyes only; its name has them, and nothing is lost with their weight.',
  },
  {
    by: 'ibm',
    rule: 'aria_keyboard_handler_exists',
    where: /<input .*role="combobox"/,
    reason:
      'The keys of the address field are heard inside the shadow root; tests press them, and so does the keyboard walk.',
  },
  {
    by: 'ibm',
    rule: 'canvas_content_described',
    where: /<canvas .*role="application"/,
    reason:
      'The map has a name and tells by words where its cross is; the address field beside it does all that it does.',
  },
  {
    by: 'ibm',
    rule: 'form_submit_button_exists',
    where: /<form novalidate/,
    reason:
      'Where it has no button to send it, choosing goes on; the others have one, which the engine does not see in a shadow root.',
  },
  {
    by: 'ibm',
    rule: 'input_checkboxes_grouped',
    where: /snippet-builder.*id="(launcher|practice)"/,
    reason: 'Each is a setting of its own, with a heading above it.',
  },
  {
    by: 'ibm',
    rule: 'input_fields_grouped',
    where: /citydesk-/,
    reason:
      'Fields that belong together, such as choices and the parts of a date, stand in a fieldset; the others are asked one by one.',
  },
  {
    by: 'ibm',
    rule: 'input_label_visible',
    where: /<(textarea|select) |class="citydesk-map-/,
    reason:
      'The label is there: our own check measures it in every state. The map’s buttons show an arrow or a sign, as maps do.',
  },
  {
    by: 'ibm',
    rule: 'list_structure_proper',
    where: /<dl class="(slip|figures)/,
    reason:
      'Each pair of term and value stands in a div, which HTML allows; a short slip hides its terms from eyes only.',
  },
  {
    by: 'ibm',
    rule: 'style_color_misuse',
    where: /page\.css/,
    reason: 'It asks for every style sheet. That of the page has no colour but the system’s own.',
  },
  {
    by: 'ibm',
    rule: 'style_highcontrast_visible',
    where: /page\.css/,
    reason: 'It asks for every style sheet. Forced colours are looked at in runs of their own.',
  },
  {
    by: 'ibm',
    rule: 'text_block_heading',
    where: /is used as a heading/,
    reason: 'It is the label of a field, or what a row or a number is called: bold, and no heading.',
  },
  {
    by: 'ibm',
    rule: 'text_contrast_sufficient',
    where: /maplibregl-/,
    reason: 'The map’s hint for fingers cannot be seen until two are needed; then it has a ground of its own.',
  },
  {
    by: 'ibm',
    rule: 'text_sensory_misuse',
    where: /word\(s\)/,
    reason:
      'The word is part of an example or of a plain sentence (“right away”); nothing is found by its shape or place alone.',
  },
  {
    by: 'ibm',
    rule: 'widget_tabbable_exists',
    where: /role="listbox"/,
    reason: 'The focus stays in the field that opens the list, as in every editable combobox.',
  },
];

/** The entry that answers a question, if one does. */
export function answerTo({ by, rule, target, message }: Finding): Answer | undefined {
  return ledger.find((one) => one.by === by && one.rule === rule && one.where.test(`${target} ${message}`));
}
