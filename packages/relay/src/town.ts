/**
 * A small Open311 city on one SQLite file: its memory, GeoReport v2 over it, feeds, and the desk of its staff. The relay
 * serves a town with it that has no backend of its own; the sandbox adds seeds, dialects and switches.
 */

export { filled, only, staffPhotosOf, withDates, withRows, type Answer, type Around, type Row } from './town/answer.ts';
export { inTransaction, openDatabase } from './database.ts';
export { changeIn, type Change, type Mistake } from './town/desk/change.ts';
export { staffDesk, type DeskOptions } from './town/desk/staff-desk.ts';
export type { Dialect } from './town/dialect.ts';
export { feeds, type FeedsOptions } from './town/feeds.ts';
export { geoReport, type GeoReportOptions } from './town/georeport.ts';
export { htmlPage } from './town/html-page.ts';
export { metresBetween, type Point } from './town/metres-between.ts';
export { mostPhotos, photoAnswer, photoFrom, photoLimit, type KeptPhoto, type Photo } from './town/photos.ts';
export { readBody, readForm } from './town/report-form.ts';
export {
  emptySeed,
  type Seed,
  type SeedAttribute,
  type SeedEntry,
  type SeedRequest,
  type SeedService,
} from './town/seed.ts';
export { apiAnswer, errorAnswer, SpecError, type WireError } from './town/spec-error.ts';
export { publicSide, type PublicSide } from './town/public-side.ts';
export { openStore, type Store, type StoreOptions } from './town/store.ts';
export type { StoreQuery } from './town/store-query.ts';
export {
  deskStatuses,
  followersOf,
  type DeskStatus,
  type HistoryEntry,
  type NewRequest,
  type NewResidentAnswer,
  type ResidentAnswer,
  type StoredRequest,
} from './town/stored-request.ts';
export { afterWorkDays, offsetAt } from './town/work-days.ts';
export { formatOfPath, specShape, writeAnswer } from './town/write-answer.ts';
export { escaped, xmlText } from './answers/xml.ts';
