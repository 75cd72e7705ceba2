/**
 * Reads a table by the letter of RFC 4180, and nothing that is not by the letter.
 */

/** Rows of cells; the byte order mark is dropped. @throws {Error} for a line end other than CRLF, a stray quote, rows of unequal length */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  while (at < text.length) {
    cell.lastIndex = at;
    const [whole = '', quoted, bare = ''] = cell.exec(text) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    at += whole.length;
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
  }
  if (row.length > 0 || rows.some(({ length }) => length !== rows[0]?.length))
    throw new Error('rows of unequal length');
  return rows;
}
