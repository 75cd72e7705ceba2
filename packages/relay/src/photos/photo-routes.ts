/** The shelf's own addresses: bring a photo, see it, have it removed. The relay mounts them beside the city's. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorAnswer } from '../spec-answer.ts';
import { checkPhoto, photoLimits, type PhotoLimits } from './check-photo.ts';
import { deleteKey, isDeleteKey } from './delete-key.ts';
import { PhotoRefused } from './photo-refused.ts';
import { isPhotoName, photoName, photoUrl, ShelfFull, typeOfName, type Shelf } from './shelf.ts';

export interface PhotoRouteOptions {
  readonly shelf: Shelf;
  /** Of the relay; keys that remove photos follow from it. */
  readonly secret: string;
  /** Where photos answer, such as `https://relay.example.gov/open311/v2/photos/`. Default: below the address that was asked. */
  readonly publicBase?: string | undefined;
  readonly limits?: PhotoLimits | undefined;
}

/** What a form has around its file. */
const formLimit = 16_384;

/**
 * `POST /photos` takes one photo, as the body or as the file of a form, and answers 201 `{ url, delete_key }`; `GET` and `HEAD /photos/{name}`
 * give it; `DELETE /photos/{name}` with `Authorization: Bearer {delete_key}` removes it.
 */
export function photoRoutes({ shelf, secret, publicBase, limits = {} }: PhotoRouteOptions): Hono {
  const app = new Hono();

  app.post(
    '/photos',
    bodyLimit({
      maxSize: (limits.bytes ?? photoLimits.bytes) + formLimit,
      onError: () =>
        refusal(new PhotoRefused('size', `${Math.floor((limits.bytes ?? photoLimits.bytes) / 1048576)} MB`)),
    }),
    async (c) => {
      try {
        const photo = await checkPhoto(await fileIn(c.req.raw), limits);
        const name = photoName(photo.type);
        await shelf.put(name, photo);
        const url = photoUrl(name, publicBase ?? c.req.url.replace(/\/*(?:\?.*)?$/, '/'));
        return Response.json(
          { url, delete_key: await deleteKey(secret, name) },
          { status: 201, headers: { Location: url, 'Cache-Control': 'no-store' } },
        );
      } catch (error) {
        return refusal(error);
      }
    },
  );

  app.get('/photos/:name', async (c) => {
    const name = c.req.param('name');
    const bytes = isPhotoName(name) ? await shelf.get(name) : undefined;
    if (!bytes) return errorList(404, 'This photo is not here, or not any more.');
    const headers = photoHeaders(name, bytes.length);
    return new Response(c.req.method === 'HEAD' ? null : bytes, { headers });
  });

  app.delete('/photos/:name', async (c) => {
    const name = c.req.param('name');
    const [, given] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
    if (given === undefined) {
      return errorList(401, 'Send the key of this photo to remove it.', { 'WWW-Authenticate': 'Bearer' });
    }
    // Before it is looked for: without the key nobody learns whether it is there.
    if (!(await isDeleteKey(secret, name, given))) return errorList(403, 'This is not the key of this photo.');
    return (await shelf.remove(name))
      ? new Response(null, { status: 204 })
      : errorList(404, 'This photo is not here, or not any more.');
  });

  return app;
}

/** The body itself, or the first file of a form; its name and the type it claims are not looked at. */
async function fileIn(request: Request): Promise<Blob> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return new Blob([await request.arrayBuffer()]);
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new PhotoRefused('damaged');
  }
  for (const [, value] of form) if (typeof value !== 'string' && value.size > 0) return value;
  throw new PhotoRefused('empty');
}

/** Nothing but a picture, whatever a browser might see in its bytes. Kept for an hour only, so that removing it is felt. */
export function photoHeaders(name: string, length: number): Record<string, string> {
  return {
    'Content-Type': typeOfName(name),
    'Content-Length': String(length),
    'Content-Disposition': 'inline',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
    'Cache-Control': 'public, max-age=3600',
  };
}

function refusal(error: unknown): Response {
  if (error instanceof PhotoRefused) return errorList(error.status, error.message);
  if (error instanceof ShelfFull) return errorList(503, error.message, { 'Retry-After': '3600' });
  throw error;
}

function errorList(status: number, description: string, headers: Record<string, string> = {}): Response {
  return errorAnswer([{ code: String(status), description }], { format: 'json', status, headers });
}
