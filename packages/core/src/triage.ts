/** The other two questions before the details: is it ours, and is it known already? The first one has parts of its own: `./sounds-urgent`, `./urgent`. */
export {
  nearbyAmong,
  nearbyQuery,
  radiusFor,
  readNearby,
  usualNearby,
  type NearbyQuestion,
  type NearbyRules,
} from './triage/nearby.ts';
export {
  ownerOf,
  readGround,
  readResponsibility,
  withGround,
  type Ground,
  type OwnerQuestion,
  type Responsibility,
} from './triage/responsibility.ts';
export { type Danger, type Nearby, type Owner, type Stop } from './triage/stop.ts';
export { readUrgentRules, type DangerAnswer, type UrgentRules } from './triage/urgent-rules.ts';
export { handOver } from './request/other-report.ts';
