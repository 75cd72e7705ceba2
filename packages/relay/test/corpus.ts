/** Collections of bad input that may lie beside the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a collection is, and whether a test of it is skipped: never in CI, where it has to be there. */
export function corpus(name: string): { readonly path: string; readonly options: { readonly skip: string | false } } {
  const path = fileURLToPath(new URL(`../../../../shared/corpora/${name}`, import.meta.url));
  const skip = !existsSync(path) && !process.env['CI'] && 'the corpora are not on this machine';
  return { path, options: { skip } };
}

/** Every file of a folder. */
export function filesIn(folder: string): readonly File[] {
  return readdirSync(folder)
    .sort()
    .map((name) => new File([readFileSync(join(folder, name))], name));
}
