/** A geocoder's base URL as cities write it: with or without a slash at the end, perhaps with parameters of their own. */

/** What is asked: what is empty or unknown is left out. */
export type Parameters = Readonly<Record<string, string | number | undefined>>;

/**
 * Makes the URLs of a geocoder's operations. Parameters that the city wrote into its URL go along and stand over ours: a token, an area, a language.
 * @param ending of the base URL: what the operation takes the place of
 */
export function operationsAt(base: string, ending = /\/*$/): (operation: string, parameters: Parameters) => string {
  const [path = '', own] = base.split('?');
  return (operation, parameters) => {
    const query = new URLSearchParams(own);
    for (const name in parameters) if (parameters[name] && !query.has(name)) query.set(name, `${parameters[name]}`);
    return `${path.replace(ending, '/')}${operation}?${query}`;
  };
}
