/** What the demo city's services on trash and water, and for all that fits nowhere, are called and ask. */

import type { SeedService } from '@citydesk/relay/town';
import { choices, type ServiceGroup } from './service-group.ts';

export const trash: ServiceGroup = {
  group: 'Trash, recycling and brush',
  agency: 'Department of Public Services',
  services: [
    {
      service_code: 'missed_trash',
      service_name: 'Missed trash pick-up',
      description: 'Your trash was out but was not taken',
      keywords:
        'trash,garbage,garbage not picked up,trash not picked up,missed pickup,missed pick up,rubbish,bin not emptied,garbage truck,can still full,waste,refuse',
      expectedDays: 1,
      notice: 'Leave the cart at the curb. The truck comes back the next working day.',
      attributes: [
        {
          code: 'rule',
          variable: false,
          description: 'Carts go out by 6 am. In a holiday week pick-up is one day later.',
        },
        {
          code: 'day',
          datatype: 'datetime',
          required: true,
          description: 'Which day was it out?',
        },
        {
          code: 'left',
          datatype: 'multivaluelist',
          required: true,
          description: 'What was left behind?',
          datatype_description: 'Choose all that fit.',
          values: choices(
            'cart: The whole cart',
            'bags: Bags beside the cart',
            'bulky: A large item',
            'street: The whole street was missed',
          ),
        },
        { code: 'tag', datatype: 'text', description: 'If there was a note on the cart, what did it say?' },
      ],
    },
    {
      service_code: 'missed_recycling',
      service_name: 'Missed recycling pick-up',
      description: 'Your recycling was out but was not taken',
      keywords: 'recycling,recycle,recycling not picked up,blue bin,cardboard,bottles,cans,plastic,missed pickup',
      expectedDays: 2,
      notice: 'Recycling is picked up every other week.',
    },
    {
      service_code: 'brush',
      service_name: 'Brush not picked up',
      description: 'Branches, leaves or yard waste at the curb',
      keywords:
        'brush,branches,leaves,leaf pickup,leaf bags,yard waste,sticks,twigs,limbs at the curb,brush pile,christmas tree',
      expectedDays: 8,
      attributes: [
        {
          code: 'rule',
          variable: false,
          description: 'Brush is taken once a month from April to November. Pieces may be up to 6 feet long.',
        },
        {
          code: 'what',
          datatype: 'multivaluelist',
          required: true,
          description: 'What is in the pile?',
          values: choices(
            'branches: Branches',
            'leaves: Leaves',
            'bags: Bags of yard waste',
            'stump: A stump or large log',
          ),
        },
        { code: 'length', datatype: 'number', description: 'How long is the pile, in feet?' },
      ],
    },
    {
      service_code: 'cart',
      service_name: 'Trash cart broken or missing',
      description: 'A wheel, lid or the whole cart',
      keywords:
        'cart,trash can,garbage can,bin,stolen can,broken lid,broken wheel,new cart,replace,toter,need another bin',
      expectedDays: 5,
      attributes: [
        {
          code: 'need',
          datatype: 'singlevaluelist',
          required: true,
          description: 'What do you need?',
          values: choices('repair: A repair', 'replace: A new cart, mine is gone', 'extra: One more cart'),
        },
        {
          code: 'serial',
          datatype: 'string',
          description: 'What is the number on the cart?',
          datatype_description: 'It is stamped below the lid.',
        },
      ],
    },
    {
      service_code: 'dumping',
      service_name: 'Dumped trash',
      description: 'Someone left trash where it does not belong',
      keywords:
        'dumping,illegal dumping,dumped,mattress,couch,sofa,tires,furniture,junk,litter,trash on the street,trash in alley,appliance',
      expectedDays: 4,
      attributes: [
        {
          code: 'what',
          datatype: 'multivaluelist',
          required: true,
          description: 'What was dumped?',
          values: choices(
            'bags: Bags',
            'furniture: Furniture or a mattress',
            'tires: Tires',
            'machine: A fridge or other machine',
            'paint: Paint, oil or chemicals',
            'other: Something else',
          ),
        },
        { code: 'seen', datatype: 'datetime', description: 'When did you see it?' },
        {
          code: 'who',
          datatype: 'text',
          description: 'What else do you know?',
          datatype_description: 'Others may read this. Leave out names and license plates.',
        },
      ],
    },
  ],
};

export const water: ServiceGroup = {
  group: 'Water and sewer',
  agency: 'Water and Wastewater',
  services: [
    {
      service_code: 'street_water',
      service_name: 'Water in the street',
      description: 'A leak, a flood or a broken main',
      keywords:
        'water,leak,water leak,water main,main break,flood,flooded,flooding,standing water,puddle,bubbling,hydrant,hydrant leaking,water running down the street',
      expectedDays: 1,
      notice: 'A crew looks at it the same day.',
      attributes: [
        {
          code: 'flow',
          datatype: 'singlevaluelist',
          required: true,
          description: 'What does the water do?',
          values: choices('standing: It stands there', 'running: It runs', 'gushing: It shoots up or gushes'),
        },
        {
          code: 'from',
          datatype: 'string',
          description: 'Where does it come from?',
          datatype_description: 'For example: a hydrant, the road, a drain.',
        },
        { code: 'since', datatype: 'datetime', description: 'Since when?' },
      ],
    },
    {
      service_code: 'sewer',
      service_name: 'Sewer backing up or smelling',
      description: 'In the street or in your home',
      keywords: 'sewer,sewage,backup,backing up,basement,toilet,smell,stink,odor,rotten eggs,drain slow,waste water',
      expectedDays: 1,
      notice: 'Do not touch the water. A crew calls or comes the same day.',
      attributes: [
        {
          code: 'where',
          datatype: 'multivaluelist',
          required: true,
          description: 'Where is it?',
          values: choices(
            'street: In the street',
            'yard: In the yard',
            'basement: In a basement',
            'home: In more than one home',
          ),
        },
        { code: 'depth', datatype: 'number', description: 'How deep is the water, in inches?' },
      ],
    },
    {
      service_code: 'storm_drain',
      service_name: 'Storm drain clogged',
      description: 'Leaves or dirt keep rain water from draining',
      keywords:
        'storm drain,drain,catch basin,clogged,blocked drain,plugged,leaves in drain,street floods when it rains,puddle,gutter',
      expectedDays: 4,
    },
    {
      service_code: 'tap_water',
      service_name: 'Tap water color, taste or pressure',
      description: 'Something is wrong with the water in your home',
      keywords:
        'tap water,drinking water,brown water,rusty,cloudy,taste,smell,low pressure,no water,water bill,meter,chlorine',
      expectedDays: 2,
    },
  ],
};

/** In no group, for what fits nowhere. */
export const somethingElse: SeedService = {
  service_code: 'other',
  service_name: 'Something else',
  description: 'Tell us what it is. We pass it on to the right team.',
  keywords: 'other,else,not listed,question,complaint,idea,help',
  agency: 'City Hall',
  expectedDays: 5,
  attributes: [{ code: 'about', datatype: 'text', required: true, description: 'What is it about?' }],
};
