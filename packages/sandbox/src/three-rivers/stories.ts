/** What residents of the demo city reported, and what its crews wrote back: made up, in the words people use. */

export interface Story {
  readonly service: string;
  readonly at: 'house' | 'crossing' | 'park';
  /** How many such requests there are. */
  readonly times: number;
  /** What residents wrote; an empty one wrote nothing. */
  readonly says: readonly string[];
  /** What staff wrote on starting. */
  readonly started: readonly string[];
  /** What staff wrote on closing. */
  readonly done: readonly string[];
  /** How else it may end. Default: found to be known already, or not found. */
  readonly endings?: readonly Ending[];
  /** Answers that cannot be made up from the definition. */
  readonly answers?: Readonly<Record<string, readonly string[]>>;
}

/** Closings that are not about the work itself. */
export const otherEndings = {
  duplicate: 'Someone told us about this before, as {id}. We answer under that number.',
  notFound: 'We looked twice and could not find it. Send a new report if it is still there.',
  notOurs: 'This is a state road. We passed it on to MDOT. You can call them at 269-555-0188.',
  private: 'This is on private land. The city cannot do the work there. We wrote to the owner.',
} as const;

export type Ending = keyof typeof otherEndings;

export const stories: readonly Story[] = [
  {
    service: 'pothole',
    endings: ['duplicate', 'notFound', 'notOurs'],
    at: 'house',
    times: 19,
    says: [
      'It is deep and fills with water when it rains. Cars swerve to the other side.',
      'Third winter in a row in the same spot.',
      'Right where you turn in. I hit it every morning.',
      'Two holes next to each other.',
      'The old patch came out again.',
      '',
    ],
    started: ['On the list for the next dry day.', 'Marked. A crew comes this week.'],
    done: [
      'Filled with hot asphalt.',
      'Filled with a quick patch. We come back in spring.',
      'Cut out and filled. Sorry for the wait.',
    ],
  },
  {
    service: 'street_light',
    endings: ['duplicate', 'notOurs'],
    at: 'crossing',
    times: 12,
    says: [
      'Dark since last week.',
      'It goes on and off all night.',
      'The whole corner is dark. My kids wait for the bus here.',
      '',
    ],
    started: ['Part ordered.', 'Passed to the power company. They say five working days.'],
    done: ['New lamp put in.', 'The power company fixed the line. We checked at night: it is on.', 'Sensor replaced.'],
  },
  {
    service: 'missed_trash',
    endings: [],
    at: 'house',
    times: 11,
    says: ['Out by 5:30, not taken.', 'They took my neighbor’s but not mine.', 'The whole block was missed.', ''],
    started: ['The truck comes back tomorrow.'],
    done: [
      'Picked up.',
      'Picked up. The truck had broken down.',
      'There was paint in the cart, so it had to stay. Bring paint to the drop-off.',
    ],
  },
  {
    service: 'brush',
    endings: [],
    at: 'house',
    times: 9,
    says: ['Pile has been out for two weeks.', 'Leaves in paper bags, about twelve.', ''],
    started: ['On this month’s round.'],
    done: ['Picked up.', 'Picked up, but the stump stays: it is too heavy for the truck.'],
  },
  {
    service: 'limb_down',
    endings: ['duplicate', 'private'],
    at: 'house',
    times: 8,
    says: [
      'Big branch came down in the storm.',
      'Hangs over the walk, looks like it could go any time.',
      'Half the street is blocked.',
    ],
    started: ['Street is open again. The rest is cut up this week.'],
    done: ['Cut up and hauled away.', 'The limb was on a power line. The power company took it down.'],
  },
  {
    service: 'sidewalk',
    endings: ['duplicate', 'private'],
    at: 'house',
    times: 8,
    says: [
      'My mother tripped here with her walker.',
      'A root pushes the slab up by about two inches.',
      'Broken since the gas work.',
    ],
    started: ['Measured. It is on the list for grinding.'],
    done: ['The edge was ground down.', 'Two slabs replaced.'],
  },
  {
    service: 'street_water',
    at: 'house',
    times: 5,
    says: ['Water runs down the gutter even when it is dry.', 'Bubbles up through a crack in the road.'],
    started: ['We found the leak. The street is half closed while we dig.'],
    done: ['Water main fixed and road patched.', 'It was a sprinkler. We talked to the owner.'],
  },
  {
    service: 'storm_drain',
    at: 'crossing',
    times: 5,
    says: ['Full of leaves. The corner floods.', 'Puddle stays for days.'],
    started: ['On the list for the vacuum truck.'],
    done: ['Cleaned out.', 'Cleaned out, and the grate was set straight.'],
  },
  {
    service: 'dead_animal',
    endings: ['notFound'],
    at: 'house',
    times: 5,
    says: ['A deer at the side of the road.', 'Raccoon by the curb.', ''],
    started: [],
    done: ['Taken away.'],
  },
  {
    service: 'dumping',
    endings: ['duplicate', 'private'],
    at: 'house',
    times: 5,
    says: ['A couch and a mattress in the alley.', 'Six tires behind the hedge.'],
    started: ['We asked the owner of the lot to clean it up.'],
    done: ['Hauled away.', 'The owner cleaned it up.'],
  },
  {
    service: 'tall_grass',
    endings: ['duplicate'],
    at: 'house',
    times: 4,
    says: ['Nobody has lived there since June.', 'Up to my waist.'],
    started: ['Notice sent. The owner has seven days.'],
    done: ['The owner mowed it.', 'The city mowed it and sent the owner the bill.'],
  },
  {
    service: 'sign',
    endings: ['duplicate', 'notOurs'],
    at: 'crossing',
    times: 4,
    says: ['Stop sign is down after an accident.', 'Street sign turned the wrong way.'],
    started: ['New sign ordered.'],
    done: ['New sign put up.', 'Straightened.'],
  },
  {
    service: 'park_repair',
    endings: ['duplicate'],
    at: 'park',
    times: 4,
    says: ['The chain is worn through.', 'Board with nails sticking out.'],
    started: ['Taped off until the part comes.'],
    done: ['Fixed.', 'Taken out. A new one comes in spring.'],
    answers: { what: ['Swing', 'Bench', 'Picnic table', 'Railing on the footbridge'] },
  },
  {
    service: 'junk_car',
    endings: ['duplicate', 'private'],
    at: 'house',
    times: 4,
    says: ['Has not moved since summer.', 'No plates, two flat tires.'],
    started: ['Tagged. It is towed in 48 hours if nobody moves it.'],
    done: ['Towed.', 'The owner moved it.'],
  },
  {
    service: 'graffiti',
    endings: ['duplicate'],
    at: 'park',
    times: 3,
    says: ['On the wall facing the river.', 'All over the restroom door.'],
    started: [],
    done: ['Painted over.'],
  },
  {
    service: 'loose_animal',
    endings: ['notFound'],
    at: 'house',
    times: 3,
    says: ['Brown dog, friendly, no collar.', 'Two dogs chase people on bikes.'],
    started: ['An officer is looking for the owner.'],
    done: ['The dog is at the county shelter.', 'Talked to the owner. The fence is fixed now.'],
  },
  {
    service: 'cart',
    endings: [],
    at: 'house',
    times: 3,
    says: ['The lid came off.', 'Someone took it.'],
    started: [],
    done: ['New cart brought.'],
  },
  {
    service: 'cave_in',
    endings: [],
    at: 'house',
    times: 2,
    says: ['The road dips more each week.'],
    started: ['Closed off. We look at the sewer below with a camera.'],
    done: ['Dug up, pipe fixed, road filled.'],
  },
  {
    service: 'manhole_cover',
    at: 'crossing',
    times: 2,
    says: ['Clanks all night when cars drive over it.'],
    started: [],
    done: ['New ring put in. It is quiet now.'],
  },
  {
    service: 'sewer',
    endings: [],
    at: 'house',
    times: 2,
    says: ['Smells like rotten eggs at the corner.', 'Water comes up in the basement.'],
    started: ['Line is being flushed.'],
    done: ['Line flushed. A plug of roots was cut out.'],
  },
  {
    service: 'other',
    endings: [],
    at: 'house',
    times: 2,
    says: [''],
    started: ['Passed on to City Hall.'],
    done: ['Answered by email.'],
    answers: { about: ['The clock on the bridge is an hour late.', 'Can we have a bench at the bus stop?'] },
  },
];
