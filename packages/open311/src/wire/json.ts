/** JSON.parse without its errors: they quote the text, which may hold what a resident wrote. */
export function valueInJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
