/** The declaration of the wire: service definitions. See `tables.ts`. */
import { anything, id, no, number, text, yes, type Kind } from './kinds.ts';
import { table } from './table.ts';

/** A row that says nothing without it: the type says that it is there. */
const key = id as Kind<string>;

/** The answer to GET services/{code}; its rows are of `attributeRow`. */
export const definitionRow = table({ service_code: id, attributes: anything, attribute: anything });

/** One question or notice of a service definition; its choices are of `valueRow`. */
export const attributeRow = table({
  code: id,
  datatype: text,
  required: no,
  variable: yes,
  order: number(26),
  description: text,
  datatype_description: text,
  values: anything,
  /** Extension (mySociety). */
  automated: text,
  /** Extension (Boston). */
  dependencies: anything,
});

/** One choice of a list. */
export const valueRow = table({ key, name: text }, 'key');
