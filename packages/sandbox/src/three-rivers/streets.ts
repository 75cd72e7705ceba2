/** What the demo city's services on streets, walks, lights and signs are called and ask. */

import { choices, type ServiceGroup } from './service-group.ts';

const yesNoUnsure = choices('yes: Yes', 'no: No', 'unsure: I do not know');

export const streets: ServiceGroup = {
  group: 'Streets and sidewalks',
  agency: 'Department of Public Services',
  services: [
    {
      service_code: 'pothole',
      service_name: 'Pothole in the street',
      description: 'A hole in the road surface',
      keywords:
        'pothole,pot hole,hole,big hole in the road,road damage,broken pavement,bump,asphalt,tire,flat tire,crack,chuckhole,street repair',
      expectedDays: 5,
      notice: 'A street crew looks at it within 1 work day.',
      attributes: [
        {
          code: 'weather',
          variable: false,
          description: 'Crews fill potholes on dry days when it is above 40 °F. In winter they use a quick fill first.',
        },
        {
          code: 'size',
          datatype: 'singlevaluelist',
          required: true,
          description: 'How big is the hole?',
          values: choices(
            'small: Smaller than a dinner plate',
            'medium: Bigger than a plate, smaller than a car tire',
            'large: Bigger than a car tire',
            'unsure: I do not know',
          ),
        },
        {
          code: 'lane',
          datatype: 'singlevaluelist',
          required: true,
          description: 'Where in the street is it?',
          values: choices(
            'drive: Where cars drive',
            'bike: Bike lane',
            'crosswalk: Where people cross',
            'curb: At the curb',
          ),
        },
        { code: 'count', datatype: 'number', description: 'How many holes are there?' },
        {
          code: 'first_seen',
          datatype: 'datetime',
          description: 'When did you first see it?',
          datatype_description: 'A guess is fine.',
        },
      ],
    },
    {
      service_code: 'cave_in',
      service_name: 'Cave-in or sinkhole',
      description: 'The ground is sinking or has opened',
      keywords:
        'cave in,cavein,sinkhole,sink hole,sinking,ground opened,collapsed street,dip,hole under the road,road gave way',
      expectedDays: 1,
      notice: 'A crew looks at it the same day and closes the spot if it has to.',
      attributes: [
        {
          code: 'danger',
          variable: false,
          description: 'If the hole is deep or growing, stay away from it and call 911.',
        },
        {
          code: 'size',
          datatype: 'singlevaluelist',
          required: true,
          description: 'How wide is it?',
          values: choices('foot: Less than a step', 'car: Up to the size of a car', 'more: More than a car'),
        },
        {
          code: 'water',
          datatype: 'singlevaluelist',
          required: true,
          description: 'Is there water in it?',
          values: yesNoUnsure,
        },
      ],
    },
    {
      service_code: 'manhole_cover',
      service_name: 'Manhole or drain cover',
      description: 'Missing, loose or noisy',
      keywords:
        'manhole,man hole,cover,lid,grate,drain cover,storm grate,missing lid,rattling,clanking,noise when cars pass,hole in the road',
      expectedDays: 2,
      notice: 'A crew secures the cover within 2 working days.',
    },
    {
      service_code: 'sidewalk',
      service_name: 'Sidewalk broken or raised',
      description: 'Someone could trip',
      keywords:
        'sidewalk,side walk,broken walk,cracked,uneven,raised slab,trip,tripping hazard,tree root,curb ramp,wheelchair,stroller,hole in the sidewalk',
      expectedDays: 15,
      notice: 'An inspector measures the walk within 15 working days.',
      attributes: [
        {
          code: 'wrong',
          datatype: 'multivaluelist',
          required: true,
          description: 'What is wrong with it?',
          datatype_description: 'Choose all that fit.',
          values: choices(
            'raised: One slab is higher than the next',
            'cracked: It is cracked or broken up',
            'missing: A piece is missing',
            'root: A tree root pushes it up',
            'ramp: The ramp to the street is bad',
          ),
        },
        { code: 'height', datatype: 'number', description: 'How high is the edge, in inches?' },
        { code: 'fall', datatype: 'singlevaluelist', description: 'Has someone fallen here?', values: yesNoUnsure },
      ],
    },
    {
      service_code: 'snow_ice',
      service_name: 'Snow or ice not cleared',
      description: 'A street, walk or crossing is not plowed or is slick',
      keywords:
        'snow,ice,icy,plow,plowing,not plowed,snow plow,slippery,slick,salt,sand,shovel,sidewalk not shoveled,snow bank',
      expectedDays: 2,
      notice: 'Main streets are plowed first, then side streets.',
    },
    {
      service_code: 'blocked',
      service_name: 'Street or sidewalk blocked',
      description: 'Something is in the way of cars or people',
      keywords:
        'blocked,in the way,obstruction,debris,gravel,dumpster,construction,cones,barrel,parked on the sidewalk,cannot get by,bush over sidewalk',
      expectedDays: 3,
    },
    {
      service_code: 'street_lines',
      service_name: 'Faded street lines',
      description: 'A crosswalk, stop line or lane line is hard to see',
      keywords:
        'paint,painted lines,striping,crosswalk faded,stop bar,lane marking,yellow line,parking lines,cross walk',
      expectedDays: 20,
      notice: 'Lines are painted from May to October.',
    },
    {
      service_code: 'curb',
      service_name: 'Curb broken or gutter damaged',
      description: 'A curb is cracked, gone, or hit by a plow',
      keywords: 'curb,kerb,gutter,plow damage,driveway edge,broken concrete,lawn torn up',
      expectedDays: 20,
    },
  ],
};

export const lights: ServiceGroup = {
  group: 'Street lights and signs',
  agency: 'Department of Public Services',
  services: [
    {
      service_code: 'street_light',
      service_name: 'Street light out',
      description: 'A light is off, flickers, or burns all day',
      keywords:
        'street light,streetlight,light out,lamp,dark,bulb,flickering,blinking light,light pole,on all day,burned out,no light',
      expectedDays: 7,
      notice: 'The light is checked within 7 working days. Some lights belong to the power company.',
      attributes: [
        {
          code: 'state',
          datatype: 'singlevaluelist',
          required: true,
          description: 'What does the light do?',
          values: choices(
            'off: It is off all night',
            'flicker: It flickers',
            'day: It is on all day',
            'pole: The pole is damaged or leans',
          ),
        },
        {
          code: 'pole',
          datatype: 'string',
          description: 'What is the number on the pole?',
          datatype_description: 'Look for a small metal tag, like A1234.',
        },
        { code: 'lights', datatype: 'number', description: 'How many lights are out?' },
      ],
    },
    {
      service_code: 'traffic_signal',
      service_name: 'Traffic light not working',
      description: 'A light at a crossing is dark, stuck, or turned',
      keywords:
        'traffic light,traffic signal,stop light,stoplight,red light,stuck on red,walk button,crosswalk signal,pedestrian button,timing',
      expectedDays: 1,
      notice: 'Treat a dark traffic light as a four-way stop. A crew looks at it the same day.',
    },
    {
      service_code: 'sign',
      service_name: 'Sign missing or damaged',
      description: 'A stop sign, street name or other sign',
      keywords:
        'sign,stop sign,street sign,street name,knocked over,bent,missing sign,faded sign,stolen sign,speed limit sign,no parking sign',
      expectedDays: 5,
      attributes: [
        {
          code: 'kind',
          datatype: 'singlevaluelist',
          required: true,
          description: 'Which sign is it?',
          values: choices(
            'stop: Stop or yield',
            'name: Street name',
            'speed: Speed limit',
            'parking: Parking',
            'school: School or crossing',
            'arrow: Curve or arrow',
            'other: Some other sign',
          ),
        },
        { code: 'says', datatype: 'string', description: 'What does the sign say?' },
      ],
    },
    {
      service_code: 'speeding',
      service_name: 'Speeding or unsafe crossing',
      description: 'Cars go too fast, or a crossing needs a look',
      keywords:
        'speeding,fast cars,racing,dangerous crossing,speed bump,need a stop sign,school crossing,traffic,reckless,blind corner',
      agency: 'Police Department',
      expectedDays: 15,
    },
  ],
};
