/** The photos of the report: what was added, what became of it, and what each shows. Comes with the first photo. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { pointed } from '@citydesk/core/place';
import type { Journey, Photo, Point } from '@citydesk/core/request';
import type { CityController } from '../../city/city-controller.ts';
import { photoBytes } from '../../device/photo-bytes.ts';
import { thumbnailOf } from '../../device/photo-thumbnail.ts';
import { PhotoRefused, preparePhoto } from '../../device/photo.ts';
import en from '../../messages/photos.en.json';
import { messagesIn, type Messages } from '../../messages/messages.ts';
import type { View } from '../view.ts';
import { milestone } from './milestone.ts';
import { onTheirWay } from './on-their-way.ts';
import { photoRow } from './photo-row.ts';
import { photosStyles } from './photos.styles.ts';

/** What of the form is needed. */
export { photoAddress } from './photo-address.ts';

export interface PhotosForm {
  readonly host: LitElement;
  readonly city: CityController;
  readonly view: () => Pick<View<Journey>, 'state' | 'send'>;
  /** Says it to screen readers; nothing for "". */
  readonly announce: (words: string) => void;
  /**
   * Names the place where a photo was taken, before the resident has agreed to it: only for an address search that asks nobody else than
   * the city. Without it, the place is offered without a name.
   */
  readonly addressAt?: ((point: Point) => Promise<string | undefined>) | undefined;
}

/** As many as a city takes that does not say. */
const usualPhotos = 3;
/** Milliseconds in which what several photos have to say is gathered. */
const announceAfter = 400;

export class PhotosPart {
  readonly #form: PhotosForm;
  /** Of those that are being made ready. */
  readonly #stops = new Map<string, AbortController>();
  readonly #thumbnails = new WeakMap<Blob, HTMLCanvasElement>();
  readonly #addresses = new Map<string, string>();
  /** One after the other: two decoded at once may be more than a phone can hold. */
  #work: Promise<void> = Promise.resolve();
  #said: string[] = [];
  #saying?: ReturnType<typeof setTimeout>;
  /** More were added than there was room for. */
  #isOver = false;
  /** The resident has said whether the place of a photo is the place. */
  #isPlaceAnswered = false;

  constructor(form: PhotosForm) {
    this.#form = form;
    (form.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(photosStyles.styleSheet!);
  }

  /** Adds as many of the files as there is room for, and makes them ready; of none it only says that there is no more. */
  add(files: Iterable<File>): void {
    const chosen = [...files];
    if (!this.#photos.length) this.#isPlaceAnswered = false;
    const kept = chosen.slice(0, this.#room);
    const added = kept.map((file): Photo => ({ id: newId(), is: 'preparing', name: file.name, about: '' }));
    this.#isOver = chosen.length > kept.length;
    if (this.#isOver) this.#say(this.#words.text('photo.many', { count: this.#most }));
    else if (!chosen.length) this.#say(this.#words.text('photo.full'));
    this.#put([...this.#photos, ...added]);
    added.forEach(({ id }, at) => {
      const stop = new AbortController();
      this.#stops.set(id, stop);
      this.#work = this.#work.then(() => this.#prepare(id, kept[at]!, stop.signal));
    });
  }

  /** Resolves when no photo is being made ready any more: before that, a report would go without it. Never rejects. */
  get settled(): Promise<void> {
    return this.#work;
  }

  /** Says how far they are on their way: at the start, halfway, and when all have gone. */
  changed(state: Journey, before: Journey): void {
    if (state.phase !== 'sending' || before.phase !== 'sending' || state.progress === undefined) return;
    const percent = milestone(before.progress, state.progress);
    if (percent !== undefined) this.#form.announce(this.#words.text('photos.sending', { percent }));
  }

  /** Stands on the last screen while they are sent; nothing where nobody can tell how far they are. */
  onTheirWay(state: Journey): unknown {
    if (state.phase !== 'sending' || state.progress === undefined) return nothing;
    return onTheirWay(state.progress, this.#words, () => this.#form.view().send({ type: 'photos-stopped' }));
  }

  /** The list of photos, and how many more there may be. */
  render(view: Pick<View<Journey>, 'state'> = this.#form.view()): TemplateResult {
    const words = this.#words;
    const { photos } = view.state.draft;
    const offered = this.#isPlaceAnswered ? undefined : photos.find(({ taken }) => taken);
    return html`${
      photos.length
        ? html`<ul class="stack">
          ${photos.map((photo, at) =>
            photoRow(photo, {
              index: at + 1,
              words,
              thumbnail: photo.file && this.#thumbnailOf(photo.file),
              describe: (about) => this.#change(photo.id, { about }),
              remove: () => void this.#remove(photo),
              place:
                photo === offered
                  ? {
                      address: this.#addresses.get(photo.id),
                      use: () => void this.#answerPlace(photo, true),
                      no: () => void this.#answerPlace(photo, false),
                    }
                  : undefined,
            }),
          )}
        </ul>`
        : nothing
    }
    ${this.#isOver ? html`<p class="bar caution" lang=${words.lang}>${words.text('photo.many', { count: this.#most })}</p>` : nothing}
    ${
      photos.length
        ? html`<p class="small quiet">
          ${this.#room ? words.text('photo.left', { count: this.#room }) : words.text('photo.full')}
        </p>`
        : nothing
    }`;
  }

  get #words(): Messages {
    return messagesIn(en, this.#form.city.settings);
  }

  /** As they are now: others may have come or gone meanwhile. */
  get #photos(): readonly Photo[] {
    return this.#form.view().state.draft.photos;
  }

  get #most(): number {
    return this.#form.city.settings.mostPhotos ?? usualPhotos;
  }

  get #room(): number {
    const taken = this.#photos.filter(({ is }) => is === 'ready' || is === 'preparing').length;
    return Math.max(0, this.#most - taken);
  }

  #put(photos: readonly Photo[]): void {
    this.#form.view().send({ type: 'pictured', photos });
    this.#form.host.requestUpdate();
  }

  #change(id: string, change: Partial<Photo>): void {
    this.#put(this.#photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)));
  }

  async #prepare(id: string, file: File, signal: AbortSignal): Promise<void> {
    const index = () => this.#photos.findIndex((photo) => photo.id === id) + 1;
    let change: Partial<Photo>;
    try {
      const { blob, taken } = await preparePhoto(file, { most: photoBytes(), signal });
      change = { is: 'ready', file: blob, taken };
    } catch (error) {
      if (!(error instanceof PhotoRefused || signal.aborted)) console.error('citydesk: a photo was not read.', error);
      change = { is: error instanceof PhotoRefused ? error.fault : 'broken' };
    }
    this.#stops.delete(id);
    // Removed meanwhile, or the report has begun anew.
    if (signal.aborted || !index()) return;
    this.#change(id, change);
    const words = this.#words;
    const { is, taken } = change;
    if (is !== 'ready' && is !== 'preparing') {
      return this.#say(words.text('photo.is.refused', { index: index(), reason: words.text(`photo.fault.${is!}`) }));
    }
    this.#say(words.text('photo.is.ready', { index: index() }));
    if (!taken || this.#isPlaceAnswered) return;
    const address = await this.#form.addressAt?.(taken).catch(() => undefined);
    if (address) this.#addresses.set(id, address);
    this.#say(address ? words.text('photo.place', { address }) : words.text('photo.place.unnamed'));
    this.#form.host.requestUpdate();
  }

  async #remove({ id }: Photo): Promise<void> {
    const photos = this.#photos;
    const at = photos.findIndex((photo) => photo.id === id);
    this.#stops.get(id)?.abort();
    this.#isOver = false;
    this.#put(photos.filter((photo) => photo.id !== id));
    this.#say(this.#words.text('photo.removed', { index: at + 1 }));
    const next = photos[at + 1];
    await this.#focus(next ? `photo-remove-${next.id}` : 'photos-add');
  }

  async #answerPlace({ id, taken }: Photo, isIt: boolean): Promise<void> {
    const { state, send } = this.#form.view();
    this.#isPlaceAnswered = true;
    if (isIt && taken) {
      send({ type: 'place-set', place: pointed(state.draft.place, taken, 'photo', this.#addresses.get(id)) });
      this.#say(this.#words.text('photo.place.used'));
    }
    // What is not used is not kept.
    this.#put(this.#photos.map((photo) => ({ ...photo, taken: undefined })));
    // Not to a field: that would bring up the keyboard of a phone.
    await this.#focus('photos-add');
  }

  async #focus(id: string): Promise<void> {
    const { host } = this.#form;
    await host.updateComplete;
    (host.renderRoot as ShadowRoot).getElementById(id)?.focus();
  }

  #thumbnailOf(picture: Blob): HTMLCanvasElement {
    const known = this.#thumbnails.get(picture) ?? thumbnailOf(picture);
    this.#thumbnails.set(picture, known);
    return known;
  }

  /** Silence before, so that the same words are news again. */
  #say(words: string): void {
    this.#said.push(words);
    this.#form.announce('');
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.#form.announce(this.#said.join(' '));
      this.#said = [];
    }, announceAfter);
  }
}

const newId = () => Math.random().toString(36).slice(2);
