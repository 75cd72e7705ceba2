/**
 * Derives two layers of the demo city's page from the OpenStreetMap extract of Three Rivers, Michigan, that the npm package
 * @openstreetmap/id carries: the street lights to choose from, and the roads that the county keeps. Run it by hand when the
 * extract changes, after `derive-three-rivers.mjs`, which brings the extract; what it writes is committed.
 *
 *   node packages/sandbox/scripts/derive-demo-layers.mjs
 *
 * Streets and the city limits are real. Which roads are the county's, and where lights stand, is made up.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const here = new URL('..', import.meta.url);
const page = new URL('../../examples/city-page/', here);
const notice =
  'Streets and city limits © OpenStreetMap contributors, Open Database License 1.0, https://www.openstreetmap.org/copyright. ' +
  'Derived database, same licence. What is on them is made up.';

const things = Object.values(JSON.parse(readFileSync(new URL('.cache/package/data/intro_graph.json', here), 'utf8')));
const byId = new Map(things.map((each) => [each.id, each]));
const metresPerDegree = 111_320;
const squeeze = Math.cos((41.945 * Math.PI) / 180);

writeLights();
writeCountyRoads();

/** One at every crossing, then one halfway along each block that is long enough, from west to east, numbered from A1001. */
function writeLights() {
  const crossings = JSON.parse(readFileSync(new URL('seed/crossings.json', here), 'utf8'));
  const streets = JSON.parse(readFileSync(new URL('seed/streets.json', here), 'utf8'));
  const most = 150;
  const apart = 60;
  const chosen = [];
  const add = (place, lat, long) => {
    if (chosen.length < most && chosen.every((each) => distance(each, { lat, long }) >= apart)) {
      chosen.push({ place, lat, long });
    }
  };
  for (const { name, lat, long } of crossings) add(name, lat, long);
  // By turns along the streets, so that no street takes all that are left.
  for (let round = 1; chosen.length < most && round < 40; round += 2) {
    for (const { name, houses } of streets) {
      const house = houses[round * 2];
      if (house) add(`${house[0]} ${name}`, house[1], house[2]);
    }
  }
  const features = chosen
    .toSorted((a, b) => a.long - b.long || a.lat - b.lat)
    .map(({ place, lat, long }, index) => ({
      type: 'Feature',
      properties: { pole: `A${1001 + index}`, label: place },
      geometry: { type: 'Point', coordinates: [long, lat] },
    }));
  write('assets/street-lights.geojson', features);
}

/** Two roads inside the city limits, as wide as they and the houses on them are, and all that lies outside the limits. */
function writeCountyRoads() {
  const roads = [
    { name: 'Constantine Street', parts: wayPoints('Constantine Street', 'tertiary', () => true) },
    // East of Jefferson Street, as far as the city limits.
    { name: '6th Avenue', parts: wayPoints('6th Avenue', 'residential', ([long]) => long > -85.6199) },
  ];
  const inTown = roads.flatMap(({ name, parts }) =>
    parts.map((points) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Polygon', coordinates: [around(points, 18)] },
    })),
  );
  const limits = things.find(({ tags }) => tags?.boundary === 'administrative' && tags.name === 'Three Rivers');
  const ring = limits.members.flatMap(({ id }) => byId.get(id).nodes.map((node) => rounded(byId.get(node).loc)));
  const county = [
    [-85.8, 41.76],
    [-85.29, 41.76],
    [-85.29, 42.07],
    [-85.8, 42.07],
    [-85.8, 41.76],
  ];
  const outside = {
    type: 'Feature',
    properties: { name: 'Outside the city limits' },
    geometry: { type: 'Polygon', coordinates: [county, clockwise(ring)] },
  };
  write('responsibility/county-roads.geojson', [...inTown, outside]);
}

/** The points of each way of that name that has at least two which fit. */
function wayPoints(name, kind, fits) {
  return things
    .filter((each) => each.tags?.name === name && each.tags.highway === kind && each.nodes)
    .map((way) => way.nodes.map((node) => byId.get(node).loc).filter(fits))
    .filter((points) => points.length > 1);
}

/** A ring so many metres to each side of a line, squarely ended. */
function around(points, metres) {
  const flat = points.map(([long, lat]) => ({ x: long * metresPerDegree * squeeze, y: lat * metresPerDegree }));
  const side = (sign) =>
    flat.map((point, at) => {
      const [from, to] = [flat[Math.max(0, at - 1)], flat[Math.min(flat.length - 1, at + 1)]];
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      const x = point.x - ((to.y - from.y) / length) * metres * sign;
      const y = point.y + ((to.x - from.x) / length) * metres * sign;
      return rounded([x / (metresPerDegree * squeeze), y / metresPerDegree]);
    });
  const ring = [...side(-1), ...side(1).reverse()];
  return [...ring, ring[0]];
}

function clockwise(ring) {
  const closed = String(ring[0]) === String(ring.at(-1)) ? ring : [...ring, ring[0]];
  const area = closed.slice(1).reduce((sum, [x, y], at) => sum + (closed[at][0] - x) * (closed[at][1] + y), 0);
  return area > 0 ? [...closed].reverse() : closed;
}

function rounded([long, lat]) {
  return [Number(long.toFixed(6)), Number(lat.toFixed(6))];
}

function distance(a, b) {
  return Math.hypot((a.long - b.long) * metresPerDegree * squeeze, (a.lat - b.lat) * metresPerDegree);
}

/** One feature a line, so that a change shows as one. */
function write(name, features) {
  const lines = features.map((each) => `    ${JSON.stringify(each)}`);
  const file = new URL(name, page);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(
    file,
    `{\n  "type": "FeatureCollection",\n  "notice": ${JSON.stringify(notice)},\n  "features": [\n${lines.join(',\n')}\n  ]\n}\n`,
  );
  console.log(`${name}: ${features.length}`);
}
