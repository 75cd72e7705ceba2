/** The field for an address or the place in words. A plain field, until the address search makes a combobox of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, field, type FieldWords } from '../../parts/field.ts';
import type { View } from '../view.ts';
import type { PlacePart } from './place-part.ts';

/** @param part what searches, once it is here; it says itself whether there is anything to search in */
export function placeField(view: View, part: PlacePart | null | undefined): TemplateResult {
  const { state, words, send } = view;
  const about: FieldWords = {
    id: 'place',
    label: words.text('place.label'),
    hint: words.text('place.hint'),
    wrong: view.parts.here.later?.wrongAt(view, 'place'),
  };
  const combobox = part?.input;
  const typed = (event: InputEvent) => {
    send({ type: 'placed', words: (event.target as HTMLInputElement).value });
    part?.typed(event);
  };
  return field(
    about,
    html`<div class="combobox">
      <input
        class="input"
        id="place"
        type="text"
        dir="auto"
        autocomplete="off"
        role=${combobox?.role ?? nothing}
        aria-autocomplete=${combobox?.autocomplete ?? nothing}
        aria-expanded=${combobox?.expanded ?? nothing}
        aria-controls=${combobox?.controls ?? nothing}
        aria-activedescendant=${combobox?.active ?? nothing}
        aria-describedby=${describedBy(about) ?? nothing}
        aria-invalid=${about.wrong ? 'true' : nothing}
        aria-required="true"
        .value=${state.draft.place.words}
        @input=${typed}
        @compositionend=${(event: Event) => part?.typed(event)}
        @keydown=${(event: KeyboardEvent) => part?.keydown(event)}
        @blur=${() => part?.blur()}
      />
      ${part?.list() ?? nothing}
    </div>`,
  );
}
