/**
 * The tables of the wire as zod schemas, for servers and tools. Each field is read by its kind and never fails, but for the one
 * without which a row says nothing.
 */
import * as z from 'zod/mini';
import type { Kind } from './kinds.ts';
import { quietly } from './reading.ts';
import type { Kinds, Table } from './table.ts';
import { attributeRow, definitionRow, valueRow } from './definition-tables.ts';
import { discoveryRow, endpointRow } from './discovery-tables.ts';
import { receiptRow } from './receipt-table.ts';
import { reportRow } from './report-table.ts';
import { noteRow, requestRow } from './request-tables.ts';
import { serviceRow } from './tables.ts';

// Without this, zod probes `new Function` on the first parse, which a strict content security policy reports as a violation.
z.config({ jitless: true });

type Shape<K extends Kinds> = {
  [N in keyof K]: K[N] extends Kind<infer T> ? z.ZodMiniTransform<T, unknown> : never;
};

function schema<K extends Kinds>({ kinds }: Table<K>, key?: keyof K & string): z.ZodMiniObject<Shape<K>> {
  const shape = Object.entries(kinds).map(([name, kind]) => [
    name,
    z.transform((value: unknown, context) => {
      const read = kind(value, quietly, name);
      if (read === undefined && name === key) context.issues.push({ code: 'custom', input: value });
      return read;
    }),
  ]);
  return z.object(Object.fromEntries(shape) as Shape<K>);
}

export const wireService = schema(serviceRow, 'service_code');
export const wireDefinition = schema(definitionRow);
export const wireAttribute = schema(attributeRow);
export const wireValue = schema(valueRow, 'key');
export const wireReceipt = schema(receiptRow);
export const wireRequest = schema(requestRow, 'service_request_id');
export const wireNote = schema(noteRow);
export const wireDiscovery = schema(discoveryRow);
export const wireEndpoint = schema(endpointRow, 'url');
export const wireReport = schema(reportRow);
