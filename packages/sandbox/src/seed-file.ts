/** The demo city's own data, read at run time: too much to carry in a module. */

import { readFileSync } from 'node:fs';

/** A file of `seed/`, which lies beside `src` and `dist` alike. */
export function seedFile<Content>(name: 'streets' | 'crossings' | 'places'): Content {
  // Apart from `new URL`: the bundler would take the two together for a file to carry along.
  const here = import.meta.url;
  return JSON.parse(readFileSync(new URL(`../seed/${name}.json`, here), 'utf8')) as Content;
}
