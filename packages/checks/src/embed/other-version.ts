// The script tag's files as another version would have them: other names for the same parts, and each file says that it ran.

/**
 * @param version noted by each file that runs, in `globalThis.ranInTest`, as `0.2.0 citydesk/request-form-xxxxxxxx.js`
 * @param letter put into the hash of each name, so that no name is that of another version
 */
export function asVersion(
  files: ReadonlyMap<string, Buffer>,
  version: string,
  letter: string,
): ReadonlyMap<string, Buffer> {
  const names = [...files.keys()].filter((name) => name.startsWith('citydesk/'));
  const renamed = new Map(names.map((name) => [name, name.replace(/.{3}\.js$/, `${letter.repeat(3)}.js`)]));
  const one = new RegExp(
    [...renamed.keys()].map((name) => name.slice('citydesk/'.length).replace('.', '\\.')).join('|'),
    'g',
  );
  return new Map(
    [...files].map(([name, bytes]) => {
      const text = bytes
        .toString('utf8')
        .replace(one, (file) => renamed.get(`citydesk/${file}`)!.slice('citydesk/'.length));
      const note = `(globalThis.ranInTest??=[]).push(${JSON.stringify(`${version} ${name}`)});`;
      // The map's worker has a world of its own.
      const isWorker = name.includes('map-worker');
      return [renamed.get(name) ?? name, Buffer.from(isWorker ? text : note + text)];
    }),
  );
}
