// How much JavaScript a resident may have to fetch, in brotli. The files come from the built page's own imports.

import path from 'node:path';
import { builtTag } from './packages/checks/src/module-graph.ts';

const tag = builtTag(path.join(import.meta.dirname, 'examples/city-page/dist'));
const relative = (files) => files.map((file) => path.relative(import.meta.dirname, file));

export default [
  { name: 'The module loader', path: 'examples/city-page/dist/citydesk.js', limit: '3 kB' },
  { name: 'The classic loader', path: 'examples/city-page/dist/citydesk.classic.js', limit: '2 kB' },
  { name: 'From the tag to the first field', path: relative(tag.firstField), limit: '20 kB' },
  {
    name: 'From the tag to the address, where the page says what it is',
    path: relative(tag.firstPlace),
    limit: '20 kB',
  },
  { name: 'When typed words have found a service', path: relative(tag.wordsFound), limit: '32 kB' },
  { name: 'A report in own words, until the receipt', path: relative(tag.untilReceipt), limit: '50 kB' },
  {
    name: 'A report whose address is found and looked around, until the receipt',
    path: relative(tag.withPlace),
    limit: '66.1 kB',
  },
  { name: 'What keeps a draft, and freezes, keeps and sends a report', path: relative(tag.outbox), limit: '7.5 kB' },
  { name: 'A page with only the tracker, showing a report', path: relative(tag.trackedReport), limit: '30 kB' },
  { name: 'What the tracker adds beside the form', path: relative(tag.trackerBesideForm), limit: '10 kB' },
  {
    name: 'The client of a city that speaks JSON',
    path: 'examples/city-page/dist/citydesk/client-*.js',
    limit: '11 kB',
  },
  { name: 'What XML adds', path: 'examples/city-page/dist/citydesk/value-in-xml-*.js', limit: '9 kB' },
  {
    name: 'What searches addresses and says the place',
    path: 'examples/city-page/dist/citydesk/place-part-*.js',
    limit: '5 kB',
  },
  {
    name: 'What counts, where a city does',
    path: 'examples/city-page/dist/citydesk/counting-*.js',
    limit: '3 kB',
  },
  { name: 'The bridge to a data layer', path: 'examples/city-page/dist/citydesk/data-layer-*.js', limit: '1 kB' },
  { name: 'The bridge to Plausible', path: 'examples/city-page/dist/citydesk/plausible-*.js', limit: '1 kB' },
  { name: 'The bridge to Matomo', path: 'examples/city-page/dist/citydesk/matomo-*.js', limit: '1 kB' },
  { name: 'What makes photos ready', path: 'examples/city-page/dist/citydesk/photos-part-*.js', limit: '12 kB' },
  {
    name: 'The map, its worker and its reader of PMTiles, when it is opened',
    path: ['map', 'maplibre-gl', 'pmtiles'].map((name) => `examples/city-page/dist/citydesk/${name}-*.js`),
    limit: '390 kB',
  },
];
