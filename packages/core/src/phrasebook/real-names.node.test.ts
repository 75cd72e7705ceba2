/** How sure the phrasebook is about names that cities really use. By hand it was judged which phrase a name stands for; every other match is wrong. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { sample } from '../../test/phrases.ts';
import { createPhrasebook } from './phrasebook.ts';

const folder = fileURLToPath(new URL('../../../../../shared/open311/', import.meta.url));
const here = existsSync(folder);

/** The names of services in the recorded answers. */
function recordedNames(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of here ? readdirSync(folder) : []) {
    const text = readFileSync(folder + file, 'utf8');
    const found = file.endsWith('.xml')
      ? [...text.matchAll(/<service_name>([^<]*)</g)].map(([, name]) => name!)
      : [...text.matchAll(/"service_name"\s*:\s*("(?:[^"\\]|\\.)*")/g)].map(([, name]) => JSON.parse(name!) as string);
    for (const name of found) if (name.trim()) names.add(name.trim());
  }
  return names;
}

/** By id. Who reads only the translation would choose the service for the same problem, and no less. */
const recorded: Readonly<Record<string, readonly string[]>> = {
  alarm: ['FEMS - Smoke Alarm Application'],
  alley: ['Alley Repair'],
  'alley-cleaning': ['Alley Cleaning'],
  'alley-light': ['Alley Light Out', 'Alleylight Investigation'],
  animal: ['Animal Control'],
  animals: ['Animals'],
  bench: ['Damaged_Benches_on_Sidewalk'],
  bike: ['Bicycle Issues'],
  'bike-rack': ['Damaged_Bike_Rack'],
  blocked: ['Blocked Street, Alley, Sidewalk'],
  brush: ['Yard Waste'],
  building: ['Building Violation'],
  bulk: ['Residential Bulk Collection'],
  calming: ['Traffic Calming Investigation'],
  car: ['Abandoned Vehicle', 'Abandoned Vehicle - On Private Property', 'Abandoned Vehicle - On Public Property'],
  cart: ['Supercan - Repair', 'Trash Container - Delivery', 'Trash Container Repair'],
  // "Street or Sidewalk Cleaning" is more than that.
  cleaning: ['Street_Cleaning', 'Street Cleaning', 'Street Sweeping'],
  'crossing-guard': ['School Crossing Guard Program'],
  curb: ['Curb and Gutter Repair'],
  'dead-animal': ['Dead Animal Pickup'],
  dumping: ['Illegal_Dumping', 'Illegal Dumping'],
  'fire-hazard': ['Fire Hazards'],
  graffiti: ['Graffiti', 'Graffiti Removal'],
  grass: ['Weeds', 'Grass &amp; Weeds Mowing'],
  hydrant: ['Leaking Fire Hydrant'],
  insects: ['Insects'],
  leaves: ['Leaf Collection', 'Autumn Leaf Collection'],
  light: ['Street Lights', 'Streetlight Repair Investigation'],
  lines: ['Roadway Marking Maintenance'],
  'litter-can': ['Damaged_City_Can', 'Overflowing_City_Receptacle_or_Dumpster', 'Litter Can - Collection'],
  lot: ['Vacant Lot'],
  main: ['Water_Main_Break'],
  meter: ['Damaged_Parking_Meter', 'Parking Meter Repair'],
  'new-sign': ['Sign New Investigation'],
  noise: ['Noise'],
  other: ['Other'],
  parking: ['Parking Enforcement'],
  permit: ['Parking Permits', 'Resident Parking Permit'],
  planting: ['Tree Planting'],
  plate: ['Construction_Plate_Shifted'],
  posters: ['Illegal_Posting', 'Illegal Posters'],
  pothole: ['Potholes, Other Street Repair', 'Pothole Repairs', 'Pothole'],
  rats: ['Rat Abatement'],
  recreation: ['Parks & Playgrounds', 'Parks and Recreation'],
  recycling: ['Recycling Collection - Missed'],
  'recycling-cart': ['Recycling Container Delivery', 'Recycling Container Repair'],
  road: ['Pavement_Defect', 'Street Repair'],
  roadwork: ['Public Works Projects'],
  sewer: ['Sewage_back_up'],
  sidewalk: ['Sidewalk_Defect', 'Sidewalk Repair'],
  'sidewalk-cleaning': ['Sidewalk_Cleaning'],
  'sidewalk-snow': ['Sidewalk Snow Removal'],
  sight: ['Line of Sight'],
  sign: ['Sign - Bent', 'Sign - Defaced', 'Sign - Faded', 'Sign Missing Investigation', 'Sign Replacement'],
  signal: ['Traffic Signals', 'Traffic Signals Investigation'],
  snow: ['Street Snow Removal', 'Snow/Ice Removal'],
  'take-tree': ['Tree Removal'],
  tap: ['Water Quality'],
  taxi: ['Taxi Complaints'],
  ticket: ['Parking Tickets'],
  trail: ['Trails'],
  trash: ['Trash Collection - Missed'],
  trim: ['Overgrown_Tree', 'Trees - Overgrown Tree', 'Tree Pruning'],
  unsafe: ['Unsafe Structures'],
  'water-bill': ['Water Utility Billing Problems'],
};

/** Names as other cities word them, which the book was not written from; what follows `none` sounds like a phrase and is another thing. */
const others: Readonly<Record<string, readonly string[]>> = {
  alley: ['Pothole in Alley', 'Alley Pothole Complaint'],
  barking: ['Barking Dog'],
  bike: ['Bicycle Request/Complaint'],
  'building-noise': ['Construction Noise'],
  calming: ['Speed Hump Request'],
  camp: ['Homeless Encampment'],
  car: ['Abandoned Vehicle Complaint', 'Junk Vehicle on Private Property'],
  cart: ['Garbage Cart Maintenance'],
  cleaning: ['Requests for Street Cleaning', 'Streets > Street Sweeping'],
  cruelty: ['Animal-Abuse'],
  curb: ['Curb Condition'],
  'dead-animal': ['Dead Animal Pick-Up Request'],
  drain: ['Clogged Storm Drain'],
  driveway: ['Blocked Driveway'],
  fireworks: ['Illegal Fireworks'],
  food: ['Restaurant Complaint', 'Food Establishment'],
  graffiti: ['Graffiti Removal Request', 'Graffiti on Private Property'],
  grass: ['Weeds/Tall Grass'],
  heat: ['HEAT/HOT WATER'],
  insects: ['Mosquitoes'],
  light: ['Streetlight Out', 'Street Light Repair'],
  limb: ['Tree Emergencies', 'Tree Down'],
  meter: ['Parking Meter Problem'],
  needles: ['Needle Pickup'],
  'no-water': ['No Water Complaint'],
  park: ['Broken Park Equipment', 'Park Maintenance'],
  parking: ['Illegal Parking'],
  planting: ['New Tree Request'],
  pothole: ['Pothole in Street Complaint', 'Request for Pothole Repair', 'PW – Pothole', 'Pothole (311)', 'POTHOLES'],
  property: ['Property Maintenance'],
  sewer: ['Sewer Odor', 'Sewer Backup'],
  sidewalk: ['Sidewalk Condition'],
  sign: ['Street Sign - Damaged', 'Sign Repair'],
  signal: ['Traffic Signal Condition', 'Traffic Signal Repair', 'Traffic Light Out'],
  snow: ['Request for Snow Plowing'],
  stray: ['Stray Animal Complaint', 'Loose Dog'],
  taxi: ['Taxi Complaint'],
  trash: ['Missed Garbage Pick-Up Complaint', 'Trash - Missed Pickup'],
  'tree-removal': ['Dead/Dying Tree'],
  water: ['Water On Street Complaint', 'Standing Water'],
};
const none: readonly string[] = [
  ...['Dog License', 'Street Vendor', 'Water Heater Permit', 'Sign Permit', 'Noise Permit', 'Parking Garage Feedback'],
  ...['Sidewalk Cafe Permit', 'Tree Protection Permit', 'Fire Hydrant Flow Test', 'Street Closure Permit', 'Bus Pass'],
  ...['Park Reservation', 'Public Parking', 'Property Tax', 'Trash Bin Rental', 'Recycling Workshop', 'Pothole Claim'],
  ...[
    'Graffiti Prevention Grant',
    'Bridge Toll',
    'Snow Parking Ban',
    'Light Rail',
    'Water Conservation',
    'Sign Removal',
  ],
  ...[
    'Animal Adoption',
    'Employee Services',
    'Sewer Lateral Certificate',
    'School Maintenance',
    'Tree Other',
    'RCS - G',
  ],
  ...['Traffic Collision Report', 'Building Inspection Request', 'Housing', 'Requests for Traffic Signal Studies'],
];

function judge(names: Iterable<string>, judged: Readonly<Record<string, readonly string[]>>) {
  const meant = new Map(Object.entries(judged).flatMap(([id, all]) => all.map((name) => [name, id] as const)));
  const book = createPhrasebook(sample.en, sample.ids);
  const matched = [...names].flatMap((name) => {
    const id = book.phrase(name)?.text;
    return id === undefined ? [] : [{ name, id, isRight: meant.get(name) === id }];
  });
  const wrong = matched.filter(({ isRight }) => !isRight).map(({ name, id }) => `${name}: ${id}`);
  return { matched: matched.length, right: matched.length - wrong.length, wrong, meant: meant.size };
}

describe('the names of services', () => {
  it(
    'that were recorded are translated rightly, or not at all',
    { skip: !here && !process.env['CI'] && 'they are not on this machine' },
    () => {
      const names = recordedNames();
      const { matched, right, wrong, meant } = judge(names, recorded);
      console.log(`phrasebook: ${right} right of ${matched} matched, ${meant} expected, of ${names.size} names`);
      assert.ok(names.size >= 216, `${names.size} names in ${folder}`);
      assert.ok(right / matched >= 0.97, wrong.join('\n'));
      assert.equal(right, meant);
    },
  );

  it('of other cities are, too', () => {
    const { matched, right, wrong, meant } = judge([...Object.values(others).flat(), ...none], others);
    assert.ok(right / matched >= 0.97, wrong.join('\n'));
    assert.equal(right, meant);
  });
});
