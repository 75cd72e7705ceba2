/** What became of a report, as pure functions. Apart: how it ended (`./closed-as`), and lists of reports (`./request-list`). */

export { referencesIn, referencesInFragment, fragmentFor, type Reference } from './tracking/references.ts';
export { refreshAfter, type RefreshHistory } from './tracking/refresh-timing.ts';
export { isLate, skewOf, standingOf, type Standing } from './tracking/standing.ts';
export { stageOf, type Stage } from './tracking/stage.ts';
export { photosOf, timelineOf, type TimelineEntry } from './tracking/timeline.ts';
export { createTracker, type Tracker, type TrackerPorts } from './tracking/tracker.ts';
export {
  isSame,
  startTracking,
  track,
  type Look,
  type Seen,
  type Tracked,
  type Tracking,
  type TrackingAction,
} from './tracking/tracking.ts';
