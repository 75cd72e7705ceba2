/** A shelf in a bucket that speaks S3. Runs wherever there is fetch. */
import { AwsClient } from 'aws4fetch';
import { hex } from './check-photo.ts';
import { isPhotoName, type Shelf } from './shelf.ts';

export interface S3ShelfOptions {
  /** The bucket's address, such as `https://s3.eu-central-1.amazonaws.com/city-photos`. */
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** In front of every name, such as `photos/`. Default: nothing. */
  readonly prefix?: string | undefined;
  /** Milliseconds that a photo is kept. A rule of the bucket may remove them too. */
  readonly keepFor: number;
  readonly now?: (() => number) | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for one call. Default 30,000. */
  readonly timeout?: number | undefined;
}

/** The bucket did not do what it was asked to. Names the status, never the address or a key. */
export class ShelfFailed extends Error {
  override readonly name = 'ShelfFailed';
  constructor(doing: string, status: number) {
    super(`The bucket answered ${status} to ${doing}.`);
  }
}

export function s3Shelf(options: S3ShelfOptions): Shelf {
  const { region, accessKeyId, secretAccessKey, prefix = '', keepFor, now = Date.now, timeout = 30_000 } = options;
  const bucket = options.bucket.replace(/\/*$/, '');
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });

  /** Signed with the hash of its body, sent once, led nowhere else. */
  async function call(
    method: string,
    address: string,
    body?: Uint8Array<ArrayBuffer>,
    type?: string,
  ): Promise<Response> {
    const digest = await crypto.subtle.digest('SHA-256', body ?? new Uint8Array());
    const headers = { 'X-Amz-Content-Sha256': hex(new Uint8Array(digest)), ...(type && { 'Content-Type': type }) };
    const signed = await signer.sign(address, { method, headers, ...(body && { body }) });
    const send = options.fetch ?? globalThis.fetch;
    return send(signed.url, {
      method,
      headers: signed.headers,
      ...(body && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
  }

  const addressOf = (name: string) => `${bucket}/${prefix}${name}`;

  async function drop(name: string): Promise<boolean> {
    const answer = await call('DELETE', addressOf(name));
    await answer.body?.cancel();
    if (!answer.ok && answer.status !== 404) throw new ShelfFailed('removing a photo', answer.status);
    return answer.ok;
  }

  return {
    async put(name, { file, type }) {
      if (!isPhotoName(name)) throw new Error('A photo needs a name of ours.');
      const answer = await call('PUT', addressOf(name), new Uint8Array(await file.arrayBuffer()), type);
      await answer.body?.cancel();
      if (!answer.ok) throw new ShelfFailed('keeping a photo', answer.status);
    },

    async get(name) {
      if (!isPhotoName(name)) return undefined;
      const answer = await call('GET', addressOf(name));
      const since = Date.parse(answer.headers.get('last-modified') ?? '');
      if (!answer.ok || now() - since > keepFor) {
        await answer.body?.cancel();
        // A key that may not list the bucket is told 403 for what is not there.
        if (answer.ok || answer.status === 404 || answer.status === 403) return undefined;
        throw new ShelfFailed('reading a photo', answer.status);
      }
      return new Uint8Array(await answer.arrayBuffer());
    },

    // A bucket says of nothing that it is removed as well: whether it was there has to be asked first.
    async remove(name) {
      if (!isPhotoName(name)) return false;
      const there = await call('HEAD', addressOf(name));
      return there.ok && drop(name);
    },

    async sweep() {
      let swept = 0;
      let next: string | undefined = '';
      while (next !== undefined) {
        const query: string = new URLSearchParams({
          'list-type': '2',
          prefix,
          ...(next && { 'continuation-token': next }),
        }).toString();
        const answer = await call('GET', `${bucket}?${query}`);
        if (!answer.ok) throw new ShelfFailed('listing photos', answer.status);
        const list = await answer.text();
        for (const [, each = ''] of list.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = inside(each, 'Key')?.slice(prefix.length) ?? '';
          const age = now() - Date.parse(inside(each, 'LastModified') ?? '');
          if (isPhotoName(name) && age > keepFor && (await drop(name))) swept += 1;
        }
        next = inside(list, 'IsTruncated') === 'true' ? inside(list, 'NextContinuationToken') : undefined;
      }
      return swept;
    },
  };
}

/** What stands in an element of an S3 answer; no name of ours holds anything that XML would have to escape, and tokens seldom do. */
function inside(xml: string, name: string): string | undefined {
  const [, text] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
  return text?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
