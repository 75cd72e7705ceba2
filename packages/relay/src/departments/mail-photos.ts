/** The photos of a report as they go with a mail. */

import type { Attachment } from '../mail/message.ts';
import type { Store, StoredRequest } from '../town.ts';

/** Bytes of all photos in one mail. Encoded they are a third more, and most servers take no more than 25 MB. */
const mostBytes = 15 * 1024 * 1024;
const mostPhotos = 5;

export interface MailPhotos {
  readonly attachments: readonly Attachment[];
  /** How many are too large to go along. */
  readonly left: number;
}

export function mailPhotos({ photo }: Pick<Store, 'photo'>, { serviceRequestId, photos }: StoredRequest): MailPhotos {
  const attachments: Attachment[] = [];
  let bytes = 0;
  for (const name of photos) {
    const kept = photo(name);
    if (!kept || attachments.length === mostPhotos || bytes + kept.bytes.byteLength > mostBytes) continue;
    bytes += kept.bytes.byteLength;
    const number = attachments.length + 1;
    attachments.push({
      name: `${serviceRequestId} photo ${number}.${kept.type.slice('image/'.length).replace('jpeg', 'jpg')}`,
      type: kept.type,
      bytes: kept.bytes,
      shownAs: `photo-${number}@citydesk`,
    });
  }
  return { attachments, left: photos.length - attachments.length };
}
