/** The photos that came with reports: told by their first bytes, kept beside the reports, and named by chance. */

import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { SpecError } from './spec-error.ts';

/** One report may bring so many photos. */
export const mostPhotos = 5;
/** Bytes of one photo. */
export const photoLimit = 8 * 1024 * 1024;

/** A photo and the request it belongs to. */
export interface KeptPhoto extends Photo {
  readonly requestId: string;
}

export interface Photo {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  readonly bytes: Uint8Array;
}

/**
 * The photos in the files of a form. Their names and the types they claim are not looked at.
 * @throws SpecError 413 for too many or too large, 400 for what is no photo
 */
export async function photosIn(files: readonly Blob[], most = mostPhotos): Promise<readonly Photo[]> {
  // A form whose file field was left alone sends an empty file.
  const sent = files.filter(({ size }) => size > 0);
  if (sent.length > most) {
    throw new SpecError(413, most === 1 ? 'Send one photo. (media)' : `Send ${most} photos or fewer. (media)`);
  }
  const large = sent.flatMap(({ size }, index) => (size > photoLimit ? naming(index, sent) : []));
  if (large.length > 0)
    throw new SpecError(413, ...large.map((which) => `${which}Send photos of 8 MB or less. (media)`));
  const read = await Promise.all(
    sent.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { type: photoType(bytes), bytes };
    }),
  );
  const strange = read.flatMap(({ type }, index) => (type ? [] : naming(index, sent)));
  if (strange.length > 0) {
    throw new SpecError(400, ...strange.map((which) => `${which}Send a photo as JPEG, PNG, WebP or GIF. (media)`));
  }
  return read.flatMap(({ type, bytes }) => (type ? [{ type, bytes }] : []));
}

/** Which of several photos is meant: they have no names that anyone knows. */
function naming(index: number, { length }: readonly unknown[]): string {
  return length === 1 ? '' : `Photo ${index + 1} of ${length}: `;
}

/**
 * The photo in a `data:` address of Base64, whatever type it claims.
 * @throws Error for what is no photo
 */
export function photoFrom(address: string): Photo {
  const [, coded = ''] = /^data:[^,]*;base64,(.+)$/s.exec(address) ?? [];
  const bytes = new Uint8Array(Buffer.from(coded, 'base64'));
  const type = photoType(bytes);
  if (!type) throw new Error('A photo of a seed is a data: address of a JPEG, PNG, WebP or GIF in Base64.');
  return { type, bytes };
}

function photoType(bytes: Uint8Array): Photo['type'] | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF.{4}WEBP$/s.test(start)) return 'image/webp';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  return undefined;
}

export const photoSchema = `
CREATE TABLE IF NOT EXISTS photo (
  name TEXT PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES request (id),
  type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS photo_by_request ON photo (request_id);
CREATE TABLE IF NOT EXISTS entry_photo (
  entry INTEGER PRIMARY KEY REFERENCES entry (position),
  name TEXT NOT NULL UNIQUE REFERENCES photo (name)
) STRICT;
`;

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' } as const;

/** Where photos are kept; the names are all that leads to them. The tables must be there. */
export function photoShelf(db: DatabaseSync) {
  const names = db.prepare(
    'SELECT name FROM photo WHERE request_id = ? AND name NOT IN (SELECT name FROM entry_photo) ORDER BY rowid',
  );
  const put = (requestId: string, { type, bytes }: Photo): string => {
    const name = `${randomUUID()}.${endings[type]}`;
    db.prepare('INSERT INTO photo (name, request_id, type, bytes) VALUES (?, ?, ?, ?)').run(
      name,
      requestId,
      type,
      bytes,
    );
    return name;
  };
  return {
    put,
    /** Keeps a photo that staff added to a line of the history. */
    putWithEntry(requestId: string, entry: number | bigint, photo: Photo): void {
      db.prepare('INSERT INTO entry_photo (entry, name) VALUES (?, ?)').run(entry, put(requestId, photo));
    },
    get(name: string): KeptPhoto | undefined {
      return db.prepare('SELECT type, bytes, request_id AS requestId FROM photo WHERE name = ?').get(name) as
        KeptPhoto | undefined;
    },
    /** Those of the report itself, in the order they were sent. */
    namesOf(requestId: string): readonly string[] {
      return names.all(requestId).map((row) => String(row['name']));
    },
  };
}

/**
 * Where photos answer, by their names.
 * @param url an address of the city that was asked
 * @param base the path under which the city answers
 */
export function mediaAddress(url: string, base: string): (name: string) => string {
  const { origin } = new URL(url);
  return (name) => `${origin}${base}/open311/media/${name}`;
}

/** A photo as it is served: nothing but a picture, whatever a browser might see in its bytes. */
export function photoAnswer({ type, bytes }: Photo): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': 'inline',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
