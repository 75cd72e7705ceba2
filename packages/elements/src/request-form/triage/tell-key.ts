/** Tells the web editor on the console which part of a key of the city file is left out, and what was expected there. */
export const tellKey =
  (name: string) =>
  (key: string, expects: string): void => {
    const at = key && !/^[[.]/.test(key) ? `.${key}` : key;
    console.warn(`citydesk: the city file: "${name}${at}" is left out. Write ${expects}.`);
  };
