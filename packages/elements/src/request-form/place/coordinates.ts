/** Reads numbers as a point: fetched when some are typed. */
export { coordinatesIn } from '@citydesk/core/place';
