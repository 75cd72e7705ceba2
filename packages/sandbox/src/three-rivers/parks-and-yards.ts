/** What the demo city's services on parks, trees, animals and yards are called and ask. */

import { choices, type ServiceGroup } from './service-group.ts';

export const parks: ServiceGroup = {
  group: 'Parks and trees',
  agency: 'Parks Department',
  services: [
    {
      service_code: 'limb_down',
      service_name: 'Tree limb down',
      description: 'A tree or branch fell or hangs loose',
      keywords:
        'tree,limb,branch,fallen tree,tree down,storm damage,hanging branch,tree in road,tree fell,broken branch',
      expectedDays: 3,
      notice: 'Limbs that block a street are cleared first.',
      attributes: [
        {
          code: 'wires',
          variable: false,
          description: 'If a wire is down, stay 25 feet away and call 911.',
        },
        {
          code: 'blocks',
          datatype: 'multivaluelist',
          required: true,
          description: 'What does it block or touch?',
          values: choices(
            'street: The street',
            'walk: The sidewalk',
            'wire: A wire',
            'house: A house or car',
            'nothing: Nothing',
          ),
        },
        { code: 'thick', datatype: 'number', description: 'How thick is it, in inches?' },
      ],
    },
    {
      service_code: 'tree_trim',
      service_name: 'Tree needs trimming',
      description: 'A city tree is dead, low, or hides a sign or light',
      keywords:
        'tree,trim,trimming,prune,dead tree,low branches,overgrown,branches over street,blocks sign,blocks light,stump,tree removal',
      expectedDays: 30,
    },
    {
      service_code: 'park_repair',
      service_name: 'Park equipment broken',
      description: 'A swing, bench, table, path or restroom',
      keywords:
        'park,playground,swing,slide,bench,picnic table,restroom,bathroom,broken glass,path,trail,fountain,boat launch,pavilion,zoo',
      expectedDays: 10,
      attributes: [
        {
          code: 'park',
          datatype: 'singlevaluelist',
          required: true,
          description: 'Which park is it?',
          values: choices(
            'scidmore: Scidmore Park',
            'memory-isle: Memory Isle Park',
            'conservation: Conservation Park',
            'lafayette: LaFayette Park',
            'bowman: Bowman Park',
            'marina: Marina Park',
            'scouter: Scouter Park',
            'unsure: I do not know',
          ),
        },
        { code: 'what', datatype: 'string', required: true, description: 'What is broken?' },
      ],
    },
    {
      service_code: 'park_mess',
      service_name: 'Trash or mess in a park',
      description: 'Full cans, litter, or a dirty restroom',
      keywords:
        'park trash,litter,full can,overflowing,dirty restroom,dog waste,dog poop,goose droppings,broken glass,mess',
      expectedDays: 2,
    },
  ],
};

export const animals: ServiceGroup = {
  group: 'Animals',
  agency: 'Police Department',
  services: [
    {
      service_code: 'dead_animal',
      service_name: 'Dead animal',
      description: 'On a street, a walk or in a park',
      keywords:
        'dead animal,roadkill,road kill,dead deer,deer,dead dog,dead cat,raccoon,skunk,possum,carcass,dead bird',
      agency: 'Department of Public Services',
      expectedDays: 1,
      attributes: [
        {
          code: 'animal',
          datatype: 'singlevaluelist',
          required: true,
          description: 'What animal is it?',
          values: choices(
            'deer: Deer',
            'pet: Dog or cat',
            'small: Other small animal',
            'bird: Bird',
            'unsure: I do not know',
          ),
        },
        { code: 'collar', datatype: 'string', description: 'If it has a tag, what does it say?' },
      ],
    },
    {
      service_code: 'loose_animal',
      service_name: 'Loose or stray animal',
      description: 'A dog or other animal runs free',
      keywords:
        'stray,stray dog,loose dog,stray cat,dog off leash,barking,animal control,lost dog,aggressive dog,bite,bat,chickens',
      expectedDays: 1,
      notice: 'If an animal attacks, call 911.',
    },
  ],
};

export const yards: ServiceGroup = {
  group: 'Homes and yards',
  agency: 'Code Enforcement',
  services: [
    {
      service_code: 'tall_grass',
      service_name: 'Tall grass or weeds',
      description: 'A yard is higher than 10 inches',
      keywords: 'grass,weeds,tall grass,long grass,mow,not mowed,overgrown yard,lawn,vacant lot,empty house,brush',
      expectedDays: 10,
      // About a neighbor.
      private: true,
    },
    {
      service_code: 'junk_car',
      service_name: 'Junk or abandoned car',
      description: 'On a street, in a yard or in an alley',
      keywords:
        'car,abandoned car,junk car,abandoned vehicle,old car,parked for weeks,no plates,flat tires,truck,trailer,rv,camper,boat',
      expectedDays: 10,
      private: true,
      attributes: [
        {
          code: 'where',
          datatype: 'singlevaluelist',
          required: true,
          description: 'Where does it stand?',
          values: choices('street: On the street', 'yard: In a yard', 'alley: In an alley', 'lot: In a parking lot'),
        },
        {
          code: 'looks',
          datatype: 'string',
          description: 'What does it look like?',
          datatype_description: 'For example: blue pickup truck.',
        },
        { code: 'since', datatype: 'datetime', description: 'Since when has it been there?' },
      ],
    },
    {
      service_code: 'graffiti',
      service_name: 'Graffiti',
      description: 'Paint or stickers on a wall, sign or bridge',
      keywords: 'graffiti,spray paint,tagging,vandalism,vandalized,sticker,writing on wall,painted wall',
      expectedDays: 6,
    },
  ],
};
