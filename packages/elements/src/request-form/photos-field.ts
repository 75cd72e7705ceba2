/** The photos of a report: the button first, and all that is done with a photo once there is one. */
import { nothing } from 'lit';
import { photoButton } from './photos/photo-button.ts';
import type { View } from './view.ts';

/** As many as a city takes that does not say. */
const usualPhotos = 3;

export function photosField(view: View): unknown {
  const { city, parts, state } = view;
  const { media = 'none', mostPhotos = usualPhotos } = city;
  if (media === 'none' || !mostPhotos) return nothing;
  const part = state.draft.photos.length ? parts.want('photos') : parts.here.photos;
  return photoButton(view, {
    most: mostPhotos,
    add: (files) =>
      void parts.bring('photos').then(
        (photos) => photos.add(files),
        () => {},
      ),
    photos: part?.render(),
  });
}

/** A photo that is dropped beside its field would take the browser to another page, and all that was typed with it. */
export function keepDrops(host: EventTarget): void {
  for (const name of ['dragover', 'drop']) host.addEventListener(name, (event) => event.preventDefault());
}
