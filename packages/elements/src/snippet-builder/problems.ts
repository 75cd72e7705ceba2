/** What keeps the editor from copying, in words, each with the field that mends it. */
import type { Messages } from '../messages/messages.ts';
import { webAddress, type Choice } from './choice.ts';
import { keepsFromCopying, type Slip } from './slips.ts';
import type { BuilderView } from './view.ts';
import { ownRoles, type Pair } from './theme.ts';
import { weakWords } from './views/theme.ts';

export interface Problem {
  /** Of the field. */
  readonly id: string;
  readonly words: string;
}

/** Every problem, in the order of the fields. */
export function problemsOf(view: BuilderView): readonly Problem[] {
  const { slips, weak, choice, words } = view;
  const ofFields = slips.filter(keepsFromCopying).map((slip) => ({ id: slip, words: slipWords(slip, choice, words) }));
  const ofColours = weak.map((pair) => ({ id: fieldOf(pair), words: weakWords(view, pair) }));
  return [...ofFields, ...ofColours];
}

/** The field that changes a pair: a role of ours has none, its ground has. */
const fieldOf = ({ front }: Pair): string => ownRoles.find((role) => role === front) ?? 'surface';

export function slipWords(slip: Slip, { endpoint }: Choice, words: Messages): string {
  switch (slip) {
    case 'endpoint':
      return words.text(webAddress(endpoint) ? 'builder.endpoint.insecure' : 'builder.endpoint.wrong');
    case 'widgets':
      return words.text('builder.widgets.wrong');
    case 'locale':
      return words.text('builder.locale.wrong');
    case 'mapStyle':
      return words.text('builder.map-style.wrong');
    case 'font':
      return words.text('builder.theme.font.wrong');
    case 'radius':
      return words.text('builder.theme.radius.wrong');
    case 'files':
      return words.text('builder.files.wrong');
    case 'config':
      return words.text('builder.config.wrong');
    case 'page':
      return words.text('builder.page.wrong');
    default:
      return words.text('builder.theme.colour.wrong');
  }
}
