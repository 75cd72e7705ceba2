/** Collections of bad input that are files each. */

/**
 * Every file of a folder, with its name; `undefined` where the folder is not there.
 * @throws Error where it has to be
 */
export async function corpusFiles(folder: string): Promise<readonly File[] | undefined> {
  const at = `/__shared/corpora/${folder}/`;
  const answer = await fetch(`${at}?list`);
  if (!answer.ok) {
    if (answer.headers.get('Citydesk-CI')) throw new Error(`${folder} is not there.`);
    return undefined;
  }
  const names = ((await answer.json()) as string[]).sort();
  return Promise.all(
    names.map(async (name) => {
      const got = await fetch(at + encodeURIComponent(name));
      if (!got.ok) throw new Error(`${folder}/${name}: ${got.status}`);
      return new File([await got.arrayBuffer()], name);
    }),
  );
}
