/** The way to a photo, before any is there: a real button for a file field that stays hidden, and a place to drop or paste one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view.ts';

export interface PhotoButton {
  /** As many as the city takes. */
  readonly most: number;
  /** Takes what was chosen, dropped or pasted, of whatever kind; nothing, where there is no room for more. */
  readonly add: (files: readonly File[]) => void;
  /** The photos so far, once the part that shows them is here. */
  readonly photos?: unknown;
}

export function photoButton({ state, words }: View, { most, add, photos: list }: PhotoButton): TemplateResult {
  const { photos } = state.draft;
  const isFull = photos.filter(({ is }) => is === 'ready' || is === 'preparing').length >= most;
  const take = (event: Event, files?: FileList) => {
    if (!files?.length) return;
    event.preventDefault();
    add([...files]);
  };
  return html`<fieldset
    class="photos stack"
    @dragover=${(event: DragEvent) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
    @drop=${(event: DragEvent) => take(event, event.dataTransfer?.files)}
    @paste=${(event: ClipboardEvent) => take(event, event.clipboardData?.files)}
  >
    <legend>${words.text('optional', { label: words.text('photo.legend') })}</legend>
    <p class="hint" id="photos-hint">${words.text('photo.hint')}</p>
    ${list ?? nothing}
    <div class="actions">
      <button
        class="button"
        type="button"
        id="photos-add"
        aria-describedby="photos-hint"
        @click=${({ currentTarget }: Event) =>
          isFull ? add([]) : ((currentTarget as Element).nextElementSibling as HTMLInputElement).click()}
      >
        ${camera}${words.text(photos.length ? 'photo.more' : 'photo.add')}
      </button>
      <input
        type="file"
        accept="image/*"
        multiple
        hidden
        @change=${(event: Event) => {
          const field = event.target as HTMLInputElement;
          take(event, field.files!);
          // The same file can be chosen again.
          field.value = '';
        }}
      />
    </div>
  </fieldset>`;
}

const camera = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M3 8h4l2-3h6l2 3h4v12H3z" />
  <circle cx="12" cy="13.5" r="3.8" />
</svg>`;
