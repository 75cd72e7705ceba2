/** The colours, each typed or picked, and at once whether they can be read. */
import { html, type TemplateResult } from 'lit';
import { field, line } from '../../parts/field.ts';
import { heading } from '../../parts/heading.ts';
import { icons } from '../../parts/icons.ts';
import { ratioWords } from '../contrast.ts';
import { ownRoles, pairsOf, paletteOf, type Pair } from '../theme.ts';
import type { BuilderView } from '../view.ts';
import { textField } from './controls.ts';

export function themeView(view: BuilderView): TemplateResult {
  const { words, choice, level } = view;
  const { theme } = choice;
  const palette = paletteOf(theme);
  return html`<div class="stack">
    ${heading(level + 1, words.text('builder.theme.heading'))}
    <p class="hint">${words.text('builder.theme.hint')}</p>
    <div class="colours">
      ${ownRoles.map((role) => {
        const name = words.text(`builder.theme.${role}`);
        const said = { id: role, label: name, wrong: view.wrong(role) };
        const give = (value: string) => view.do.theme({ [role]: value });
        return field(
          said,
          html`<div class="colour">
            ${line(said, { value: theme[role], input: give })}
            <input
              class="well"
              type="color"
              aria-label=${words.text('builder.theme.pick', { name })}
              .value=${palette[role]}
              @input=${(event: Event) => give((event.target as HTMLInputElement).value)}
            />
          </div>`,
        );
      })}
    </div>
    ${textField(
      {
        id: 'font',
        label: words.text('builder.theme.font'),
        hint: words.text('builder.theme.font.hint'),
        wrong: view.wrong('font'),
      },
      theme.font,
      (font) => view.do.theme({ font }),
    )}
    ${textField(
      { id: 'radius', label: words.text('builder.theme.radius'), wrong: view.wrong('radius') },
      theme.radius,
      (radius) => view.do.theme({ radius }),
    )}
    ${contrastTable(view)} ${view.weak.map((pair) => html`<p class="message">${icons.warning}<span>${weakWords(view, pair)}</span></p>`)}
  </div>`;
}

/** Why a pair is refused. */
export function weakWords({ words }: Pick<BuilderView, 'words'>, { front, back, ratio, least }: Pair): string {
  const sentence = words.text('builder.contrast.wrong', {
    front: words.text(`builder.role.${front}`),
    back: words.text(`builder.role.${back}`),
    ratio: ratioWords(ratio),
    least: String(least),
  });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function contrastTable({ words, choice }: BuilderView): unknown {
  const cell = (pair: Pair) => ({
    name: words.text('builder.contrast.pair', {
      front: words.text(`builder.role.${pair.front}`),
      back: words.text(`builder.role.${pair.back}`),
    }),
    isWeak: pair.ratio < pair.least,
  });
  return html`<table>
    <caption>${words.text('builder.contrast')}</caption>
    <thead>
      <tr>
        <th scope="col">${words.text('builder.contrast.colours')}</th>
        <th scope="col">${words.text('builder.contrast.ratio')}</th>
        <th scope="col">${words.text('builder.contrast.verdict')}</th>
      </tr>
    </thead>
    <tbody>
      ${pairsOf(choice.theme).map((pair) => {
        const { name, isWeak } = cell(pair);
        return html`<tr class=${isWeak ? 'weak' : ''}>
          <th scope="row">${name}</th>
          <td class="keep">${ratioWords(pair.ratio)} : 1</td>
          <td>
            ${isWeak ? html`${icons.warning} ${words.text('builder.contrast.weak', { least: String(pair.least) })}` : words.text('builder.contrast.good')}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
