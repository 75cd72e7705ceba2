/** Collections of bad input that may lie beside the repository. */

/**
 * The lines of a collection; `undefined` where it is not there.
 * @throws Error where it has to be
 */
export async function corpus(name: string): Promise<readonly Readonly<Record<string, unknown>>[] | undefined> {
  const answer = await fetch(`/__shared/corpora/${name}`);
  if (!answer.ok) {
    if (answer.headers.get('Citydesk-CI')) throw new Error(`${name} is not there.`);
    return undefined;
  }
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
