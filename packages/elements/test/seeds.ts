/** Small cities for tests, in the words of the wire. */
import type { Seed, SeedAttribute } from '@citydesk/sandbox/testing';

/** A city with one service, "Everything", that asks `attributes`. */
export function asking(...attributes: readonly SeedAttribute[]): Seed {
  return { services: [{ service_code: 'all', service_name: 'Everything', attributes }] };
}

export const values = (...names: readonly string[]) =>
  names.map((name) => ({ key: name.toLowerCase().replaceAll(' ', '_'), name }));
