/** Booleans and degrees as words: "false" is a text, which programs take for true. */

import { type Dialect, type Row, withRows } from '@citydesk/relay/town';
export const stringTypes: Dialect = {
  like: 'mySociety\'s adapter: "metadata": "false"; Helsinki and Tampere: "lat": "60.17"',
  answer(answer) {
    if (!answer.failed && answer.route === 'definition') {
      const definition = answer.body as { readonly attributes: readonly Row[] };
      return { ...answer, body: { ...definition, attributes: definition.attributes.map(question) } };
    }
    return withRows(answer, ['services', 'requests', 'request'], (row) => inWords(row, ['metadata', 'lat', 'long']));
  },
};

function question({ values, ...attribute }: Row): Row {
  const some = Array.isArray(values) && values.length > 0;
  return { ...inWords(attribute, ['variable', 'required']), ...(some && { values }) };
}

function inWords(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, names.includes(name) ? String(value) : value]),
  );
}
