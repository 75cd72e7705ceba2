/** A small real Open311 city in a box: `createCity` for its `fetch`, `serveCity` for a running server. */

export { stJosephCounty } from './county.ts';
export { createCity, type City, type CityOptions } from './city.ts';
export { runCommand } from './command.ts';
export { dialectNames, type DialectName } from './dialect-names.ts';
export { ConnectionCut, type Fault, type FaultRoute } from './faults.ts';
export {
  emptySeed,
  type Seed,
  type SeedAttribute,
  type SeedEntry,
  type SeedRequest,
  type SeedService,
} from '@citydesk/relay/town';
export type { KeptPhoto, Photo } from '@citydesk/relay/town';
export { serveCity, StartError, type ServedCity, type ServeOptions } from './serve.ts';
export type { Store } from '@citydesk/relay/town';
export type { StoreQuery } from '@citydesk/relay/town';
export {
  deskStatuses,
  type DeskStatus,
  type HistoryEntry,
  type NewRequest,
  type NewResidentAnswer,
  type ResidentAnswer,
  type StoredRequest,
} from '@citydesk/relay/town';
export { threeRivers } from './three-rivers.ts';
