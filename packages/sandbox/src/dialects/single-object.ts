/** JSON made from XML by a program that does not know it: where there is one, there is no list, and all is text. */

import type { Dialect } from '@citydesk/relay/town';
export const singleObject: Dialect = {
  like: 'servers that turn XML into JSON by themselves: one child is no list',
  answer: (answer, { format }) => (format === 'xml' ? answer : { ...answer, body: collapsed(answer.body) }),
};

function collapsed(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? collapsed(value[0]) : value.map(collapsed);
  if (typeof value !== 'object' || value === null) return value === null ? null : String(value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, collapsed(each)]));
}
