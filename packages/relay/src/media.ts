/** How photos reach the city: as files, as text, or as addresses of the relay's own shelf. */

import type { ClientOptions } from '@citydesk/open311';
import { presets } from '@citydesk/open311/presets';
import { notLeft } from './guarded-fetch.ts';
import type { RelayConfig } from './config.ts';
import { photoName, photoUrl, type Shelf } from './photos/shelf.ts';
import type { PhotoType } from './photos.ts';

export interface Media {
  readonly media: ClientOptions['media'];
  readonly takesPhotos: boolean;
}

/** Where nothing is said, photos go by their addresses, which every city of the standard takes, if residents' own is known. */
export function mediaFor(
  config: Pick<RelayConfig, 'upstream' | 'media' | 'preset' | 'publicUrl' | 'base'>,
  shelf: Shelf | undefined,
): Media {
  const { publicUrl, base, preset } = config;
  const canKeep = shelf !== undefined && publicUrl !== undefined;
  const way = config.media ?? (preset && presets[preset].media) ?? (canKeep ? 'url' : 'none');
  if (way !== 'url') return { media: way, takesPhotos: way !== 'none' };
  if (!canKeep) return { media: 'none', takesPhotos: false };
  return {
    takesPhotos: true,
    async media(photo) {
      const type = photo.type as PhotoType;
      const name = photoName(type);
      await shelf.put(name, { file: new File([photo], 'photo', { type }), type, sha256: '' }).catch(() => {
        throw notLeft(config.upstream, 'a photo could not be kept');
      });
      return photoUrl(name, new URL(`${base}photos/`, publicUrl).href);
    },
  };
}
