/** The built files of package `citydesk` as they are installed here. For Node only. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { BuiltFile, BuiltFiles } from './built-routes.ts';

const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/**
 * Each file is read once and kept: they do not change while the relay runs.
 * @param packageFile its package.json. Default: of the package this relay came with
 * @param versions folder in which every version that was ever run here is kept, so that pages which name one go on after the relay was updated. Without it
 * there is only this one.
 */
export function builtFolder(
  packageFile = fileURLToPath(import.meta.resolve('citydesk/package.json')),
  versions?: string,
): BuiltFiles {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const folder = join(dirname(packageFile), 'dist');
  if (versions !== undefined) keep(folder, join(versions, version));
  const kept = new Map<string, BuiltFile>();
  return {
    version,
    async read(path, asked = version) {
      const from = asked === version ? folder : versions && join(versions, asked);
      const known = from && (kept.get(`${asked}/${path}`) ?? (await fileAt(from, path)));
      if (known) kept.set(`${asked}/${path}`, known);
      return known || undefined;
    },
  };
}

/** Copies the files beside and then moves them into place: a copy that was cut short is none. */
function keep(folder: string, place: string): void {
  if (existsSync(place)) return;
  const beside = `${place}.${process.pid}`;
  cpSync(folder, beside, { recursive: true, filter: (name) => !name.endsWith('.d.ts') });
  try {
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another relay was quicker.
    if (!existsSync(place)) throw error;
  }
}

/** A link inside the folder may not lead out of it. */
async function fileAt(folder: string, path: string): Promise<BuiltFile | undefined> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (!real.startsWith(root + sep)) return undefined;
    bytes = new Uint8Array(await readFile(real));
  } catch {
    return undefined;
  }
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    bytes,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    compressed(encoding) {
      const known = packed.get(encoding) ?? compressors[encoding](bytes).then((body) => new Uint8Array(body));
      packed.set(encoding, known);
      return known;
    },
  };
}
