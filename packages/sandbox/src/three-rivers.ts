/**
 * The demo city: Three Rivers, Michigan, on its real streets, with made-up reports. Not the city's own service.
 * Streets and places © OpenStreetMap contributors (ODbL); see seed/NOTICE.
 */

import type { Seed } from '@citydesk/relay/town';
import { lights, streets } from './three-rivers/streets.ts';
import { animals, parks, yards } from './three-rivers/parks-and-yards.ts';
import { pastRequests, type CityMap } from './three-rivers/past-requests.ts';
import { servicesOf } from './three-rivers/service-group.ts';
import { somethingElse, trash, water } from './three-rivers/trash-and-water.ts';
import { seedFile } from './seed-file.ts';

const timeZone = 'America/Detroit';

/** @param now the day its past ends on */
export function threeRivers(now: Date): Seed {
  const services = [...[streets, lights, trash, water, parks, animals, yards].flatMap(servicesOf), somethingElse];
  return {
    city: 'City of Three Rivers',
    timeZone,
    services,
    requests: pastRequests(services, cityMap(), timeZone, now),
  };
}

let map: CityMap | undefined;

/** Read once: tests open a city each. */
function cityMap(): CityMap {
  map ??= { streets: seedFile('streets'), crossings: seedFile('crossings'), places: seedFile('places') } as CityMap;
  return map;
}
