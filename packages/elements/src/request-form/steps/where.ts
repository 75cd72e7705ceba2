/** Where is it? A photo, which can bring the place along; an address, the place in words, or the device's own location; and what else there is to say. */
import { html, nothing, type TemplateResult } from 'lit';
import { field, type FieldWords, long } from '../../parts/field.ts';
import { icons } from '../../parts/icons.ts';
import { photosField } from '../photos-field.ts';
import { placeField } from '../place/place-field.ts';
import { toldSoFar } from '../told.ts';
import { screen, type View } from '../view.ts';

export { default as words } from '../../messages/where.en.json';
export { keepDrops } from '../photos-field.ts';

export function whereStep(view: View): TemplateResult {
  const { state, words, send, parts } = view;
  // What is wrong is known by what comes after, and said by it.
  const later = parts.want('later');
  const description: FieldWords = {
    id: 'description',
    label: words.text('optional', { label: words.text('questions.describe') }),
    hint: words.text('questions.describe.hint'),
    wrong: later?.wrongAt(view, 'description'),
  };
  const part = wanted(view);
  return screen(view, {
    title: words.text('where.heading'),
    submit: () => void goOn(view),
    told: toldSoFar(view),
    notice: later?.whatWentWrong(view),
    body: html`${view.beside('known')} ${later?.noticesHere(view)} ${photosField(view)}
      <div class="stack">
        ${placeField(view, part)}
        <div class="actions">
          <button class="button" type="button" @click=${() => send({ type: 'locate' })}>
            ${icons.location}${words.text('locate.button')}
          </button>
        </div>
        <div class="located" role="status">${part ? part.located(view) : located(view)}</div>
        ${part?.more(view) ?? (view.city.mapStyle ? wayToMap : nothing)}
      </div>
      ${field(
        description,
        long(description, {
          value: state.draft.description,
          input: (typed) => send({ type: 'edited', change: { description: typed } }),
        }),
      )}
      <div class="actions">
        <button class="button primary">${words.text('continue')}</button>
      </div>`,
  });
}

/** The room of the way to the map, which comes with what opens it. */
const wayToMap = html`<div class="room" aria-hidden="true"><span class="link">${icons.open}&nbsp;</span></div>`;

/** To the next screen, once it can be told what is to be fixed on this one. */
async function goOn({ state, send, parts }: View): Promise<void> {
  const later = await parts.bring('later').catch(() => undefined);
  send(later ? later.goOn(state) : { type: 'went', step: 'questions' });
}

/** What helps to say the place: where the city has an address search, a map or known things to choose from, and where there is something to say of a point. */
function wanted({ state, city, parts, isSearched }: View) {
  const { place } = state.draft;
  // Two numbers with decimals, or a link: it may be a place that was copied from a map.
  const isNumbers = /\d[.,°].*\d[.,°]|:\/\//.test(place.words);
  const isKnown = place.point || place.before || isNumbers;
  const isNeeded = isSearched || city.mapStyle || city.assets || state.locating !== 'idle' || isKnown;
  return isNeeded ? parts.want('place') : parts.here.place;
}

/** While what says more of it is on its way; and where that does not come, nobody can tell the place but the resident. */
function located({ state, words, parts }: View): unknown {
  if (state.locating === 'idle') return nothing;
  const said = parts.here.place === null || state.locating !== 'asking' ? 'locate.unavailable' : 'locate.asking';
  return html`<p class="bar">${words.text(said)}</p>`;
}
