/** Puts a value into each kind of text that is copied, so that it stays a value whatever is in it. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of HTML, and what stands between quotes in it. */
export const inHtml = (value: string): string => value.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** ` name="value"`. An empty value gives nothing, `true` the name alone. */
export function attribute(name: string, value: string | boolean | undefined): string {
  if (value === true) return ` ${name}`;
  return value ? ` ${name}="${inHtml(value)}"` : '';
}

/** A literal of JavaScript that may stand in a `<script>` of a page: nothing in it ends the script or the line. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The attributes of a block of WordPress: JSON in an HTML comment, as its own serializer writes it. */
export const inBlockComment = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(String.raw`\\`, String.raw`\u005c`)
    .replaceAll('--', String.raw`\u002d\u002d`)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`)
    .replaceAll('&', String.raw`\u0026`)
    .replaceAll(String.raw`\"`, String.raw`\u0022`);

/** The value of a shortcode's attribute, which neither a quote nor a bracket may end. */
export const inShortcode = (value: string): string =>
  inHtml(value).replace(/[[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`);
