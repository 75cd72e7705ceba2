/**
 * JSON that `JSON.parse` refuses or cannot hold: control characters in strings, and whole numbers beyond 2^53, which are ids.
 */
import { valueInJson } from './json.ts';
import type { Reading } from './reading.ts';

/** @param value what the text holds, if it could be parsed as it is */
export function mendJson(text: string, value: unknown, mended: Reading['mended']): unknown {
  let valid = text;
  if (value === undefined) {
    valid = blankControls(text);
    if (valid === text || valueInJson(valid) === undefined) return undefined;
    mended(43, 'text');
  }
  const quoted = quoteLongNumbers(valid);
  if (quoted !== valid) mended(6, 'text');
  return quoted === text ? value : valueInJson(quoted);
}

/** Before the first bracket and in strings alone: between the values of a list they are a sign that something is missing. */
function blankControls(text: string): string {
  let inString = false;
  // oxlint-disable-next-line no-control-regex
  return text.replace(/^[\0- \uFEFF]+/, '').replace(/\\.|"|[\0-\x1f]/gs, (token) => {
    if (token === '"') inString = !inString;
    return inString && token.length === 1 && token !== '"' ? ' ' : token;
  });
}

/** In valid JSON, whole numbers that would lose digits become words. */
function quoteLongNumbers(json: string): string {
  return json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}
