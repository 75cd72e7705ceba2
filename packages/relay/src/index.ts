/** The relay as one `fetch`, for any server that has the web's Request and Response. What needs Node is in `@citydesk/relay/node`. */

export { configFrom, ConfigError, type ConfigFile, type RelayConfig } from './config.ts';
export type { Health } from './health.ts';
export type { Log, LogLine } from './log.ts';
export type { KeyStore } from './once/key-store.ts';
export { memoryKeys } from './once/memory-keys.ts';
export { fasterRelayTimes, realRelayTimes, type RelayTimes } from './once/times.ts';
export { s3Shelf, type Shelf } from './photos.ts';
export { createRelay, type Relay, type RelayOptions, type SiteAround } from './relay.ts';
export { relaySite, siteRoutes, type BuiltFiles, type SiteOptions, type Words } from './site.ts';
