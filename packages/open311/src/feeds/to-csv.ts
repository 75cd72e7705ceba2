/**
 * Requests as a table for spreadsheets (RFC 4180). Send it as `text/csv; charset=utf-8`.
 */
import type { ServiceRequest } from '../types.ts';
import { plainText } from './plain-text.ts';
import { fieldOf, specFields, type SpecField } from './spec-fields.ts';

export interface CsvOptions {
  /** Which fields, in which order. Default: all of the spec's, in its order. */
  readonly columns?: readonly SpecField[] | undefined;
}

/**
 * A whole document: a byte order mark, without which spreadsheets take UTF-8 for something older, a header of the spec's names, and a row
 * for each request, in the order given. Every line ends with CRLF. A cell that a spreadsheet could take for a formula gets an apostrophe in
 * front; numbers stay numbers.
 */
export function toCsv(requests: readonly ServiceRequest[], { columns = specFields }: CsvOptions = {}): string {
  return csvText([columns, ...requests.map((request) => columns.map((name) => fieldOf(request, name)))]);
}

/** Any table as such a document: its header, and a row of cells for each thing. A cell that is `undefined` stays empty, codes that no one sees are left out. */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/**
 * What begins a formula in some spreadsheet, also behind blanks and characters no one sees, and as the wide and small forms that are read as
 * the plain ones; and the tab and line ends by which a cell could be left.
 */
const formula = /^[\s\p{C}\p{Z}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]|^[\t\r\n]/u;
const plainNumber = /^-?\d+(\.\d+)?$/;

function cellOf(value: string | number | undefined): string {
  return cell(typeof value === 'string' ? plainText(value) : value);
}

function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return String(value ?? '');
  const isFormula = formula.test(value) && !plainNumber.test(value);
  const words = isFormula ? `'${value}` : value;
  return isFormula || /[",;\t\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
