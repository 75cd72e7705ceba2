/** The wire of GeoReport v2: its schemas, and what turns it into our types and back. */
export * from './schemas.ts';
export * from './decode.ts';
export { decodeServiceDefinition } from './decode-definition.ts';
export * from './decode-discovery.ts';
export * from './decode-receipt.ts';
export * from './decode-requests.ts';
export * from './decode-errors.ts';
export * from './encode.ts';
export * from './answers.ts';
export * from './read.ts';
export type { ReadingOptions } from './reading.ts';
export * from './quirk-table.ts';
export * from './tell-answer.ts';
export type * from '../types.ts';
