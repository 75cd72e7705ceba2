/** A shelf that is a folder of this machine. For Node only. */
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPhotoName, ShelfFull, type Shelf } from './shelf.ts';

export interface FolderShelfOptions {
  /** Made where it is not there, readable by its owner only. */
  readonly folder: string;
  /** Milliseconds that a photo is kept. */
  readonly keepFor: number;
  /** Bytes of all photos together. Default 5 GB. */
  readonly room?: number | undefined;
  readonly now?: (() => number) | undefined;
}

/** A file that is still being written when it is so old never will be. */
const abandoned = 3_600_000;

export function folderShelf({ folder, keepFor, room = 5e9, now = Date.now }: FolderShelfOptions): Shelf {
  let taken: number | undefined;

  /** Every file of ours with its size and age; `sizes` of what is gone meanwhile are left out. */
  async function files() {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = (await readdir(folder)).filter((name) => isPhotoName(name.replace(/\.part$/, '')));
    const found = await Promise.all(
      names.map(async (name) => {
        const stats = await stat(join(folder, name)).catch(() => undefined);
        return stats && { name, size: stats.size, age: now() - stats.mtimeMs };
      }),
    );
    return found.filter((file) => file !== undefined);
  }

  async function measure(): Promise<number> {
    return (await files()).reduce((sum, { size }) => sum + size, 0);
  }

  return {
    async put(name, { file }) {
      if (!isPhotoName(name)) throw new Error('A photo needs a name of ours.');
      taken ??= await measure();
      if (taken + file.size > room) throw new ShelfFull();
      taken += file.size;
      // Written beside and renamed, so that nobody ever reads half a photo.
      const partial = join(folder, `${name}.part`);
      try {
        const handle = await open(partial, 'wx', 0o600);
        try {
          await handle.writeFile(new Uint8Array(await file.arrayBuffer()));
          await handle.sync();
          const date = new Date(now());
          await handle.utimes(date, date);
        } finally {
          await handle.close();
        }
        await rename(partial, join(folder, name));
      } catch (error) {
        taken -= file.size;
        await rm(partial, { force: true });
        throw error;
      }
    },

    async get(name) {
      if (!isPhotoName(name)) return undefined;
      const path = join(folder, name);
      try {
        if (now() - (await stat(path)).mtimeMs > keepFor) return undefined;
        return new Uint8Array(await readFile(path));
      } catch (error) {
        return absent(error);
      }
    },

    async remove(name) {
      if (!isPhotoName(name)) return false;
      const path = join(folder, name);
      try {
        const { size } = await stat(path);
        await rm(path);
        if (taken !== undefined) taken -= size;
        return true;
      } catch (error) {
        return absent(error) ?? false;
      }
    },

    async sweep() {
      const old = (await files()).filter(({ name, age }) => age > (name.endsWith('.part') ? abandoned : keepFor));
      await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
      taken = await measure();
      return old.filter(({ name }) => isPhotoName(name)).length;
    },
  };
}

/** Nothing, where a file is not there; any other error is thrown on. */
function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
