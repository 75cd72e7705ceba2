/** A typed client for Open311 GeoReport v2, for browsers, Node and workers. */
export * from './types.ts';
export * from './errors.ts';
export { createClient, type CallOptions, type Client, type RequestOptions, type SubmitOptions } from './client.ts';
export type { ClientOptions, Uploader } from './client-options.ts';
export type { PollOptions } from './poll-request-id.ts';
export type { Preset, PresetName } from './presets.ts';
