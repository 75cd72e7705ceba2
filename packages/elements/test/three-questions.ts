/** A city with three services for tests of the three questions, and a resident who comes to its form. */
import { aTimeout, expect } from '@open-wc/testing';
import type { Seed } from '@citydesk/sandbox/testing';
import { axeSays } from './axe.ts';
import { cityFile } from './city-file.ts';
import { Resident } from './resident.ts';
import { values } from './seeds.ts';

export const here = { lat: 41.944, long: -85.632 };
/** So many metres to the north of here. */
export const north = (metres: number): number => here.lat + metres / 111_195;
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

export const services: Seed['services'] = [
  {
    service_code: 'pothole',
    service_name: 'Pothole in the street',
    attributes: [
      { code: 'size', description: 'How big?', datatype: 'singlevaluelist', values: values('small', 'deadly') },
      { code: 'more', description: 'What else?', datatype: 'text' },
    ],
  },
  { service_code: 'graffiti', service_name: 'Graffiti' },
  { service_code: 'wires_down', service_name: 'Cable trouble' },
];

/** Opens the form of a city with this file; `point` is what the page knows of the place. */
export async function opensForm(
  cityKeys: object,
  point?: { readonly lat: number; readonly long: number },
  width = 1100,
): Promise<Resident> {
  const config = cityFile({ cityName: 'Three Rivers', zone: 'America/Detroit', ...cityKeys });
  const prefill = point && { place: { words: '318 Hoffman St', point } };
  const resident = await Resident.opens({ config }, { width, ...(prefill && { prefill }) });
  await resident.sees('Some things you can report');
  return resident;
}

export async function choosesPothole(resident: Resident): Promise<void> {
  await resident.types('Say it in your own words', 'pothole');
  await resident.presses(/^Pothole/);
  await resident.arrivesAt('Show us where it is');
}

/** What is around is looked up while the resident still reads. */
export async function goesOn(resident: Resident): Promise<void> {
  await aTimeout(1200);
  await resident.presses('Continue');
}

export async function isClean(resident: Resident): Promise<void> {
  const { violations, passes } = await axeSays(resident.form);
  expect(violations).to.deep.equal([]);
  expect(passes).to.be.greaterThan(5);
  // The way back stands out a little on every screen.
  expect(resident.sticksOut.filter((one) => !/link back|class="flip"/.test(one))).to.deep.equal([]);
}
