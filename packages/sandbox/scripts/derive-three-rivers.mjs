/**
 * Derives the streets and places of the demo city from the OpenStreetMap extract of Three Rivers, Michigan, that the
 * npm package @openstreetmap/id carries. Run it by hand when the extract changes; what it writes is committed.
 *
 *   node packages/sandbox/scripts/derive-three-rivers.mjs
 *
 * House numbers are interpolated, not surveyed: distance from the crossing of Main and Michigan, about one number a metre.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const source = '@openstreetmap/id@2.42.2';
const here = new URL('..', import.meta.url);
const cache = new URL('.cache/', here);
const file = new URL('package/data/intro_graph.json', cache);

const metresPerDegree = 111_320;
/** City Hall, 333 W Michigan Ave, lies some 306 m from the crossing. */
const metresPerNumber = 0.92;
const lowestNumber = 100;
const houseSpacing = 36;
const setBack = 11;

if (!existsSync(file)) {
  mkdirSync(cache, { recursive: true });
  const packed = execFileSync('npm', ['pack', source, '--silent'], { cwd: cache, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', packed, 'package/data/intro_graph.json'], { cwd: cache });
}
const things = Object.values(JSON.parse(readFileSync(file, 'utf8')));
const locations = new Map(things.filter((each) => each.loc).map((each) => [each.id, each.loc]));

const streetKinds = new Set(['residential', 'primary', 'secondary', 'tertiary', 'unclassified']);
const ways = things.filter((each) => each.tags?.name && each.nodes && streetKinds.has(each.tags.highway));
const namesAt = new Map();
for (const way of ways) {
  for (const node of way.nodes) namesAt.set(node, new Set([...(namesAt.get(node) ?? []), short(way.tags.name)]));
}
const [centreNode] = [...namesAt].find(([, names]) => names.has('Main St') && names.has('Michigan Ave'));
const centre = locations.get(centreNode);
const squeeze = Math.cos((centre[1] * Math.PI) / 180);

write('streets.json', [...Map.groupBy(ways, (way) => short(way.tags.name))].flatMap(housesOn).sort(byName));
write(
  'crossings.json',
  [...namesAt]
    .filter(([, names]) => names.size === 2)
    .map(([node, names]) => ({ name: [...names].sort().join(' at '), ...place(locations.get(node)) }))
    .filter((each, index, all) => all.findIndex(({ name }) => name === each.name) === index)
    .sort(byName),
);
write(
  'places.json',
  things
    .filter(
      ({ tags }) =>
        tags?.name && (tags.leisure === 'park' || /^(townhall|library|school|fire_station)$/.test(tags.amenity)),
    )
    .map((each) => ({
      name: each.tags.name,
      kind: each.tags.leisure ?? each.tags.amenity,
      ...place(each.loc ?? middle(each.nodes.map((node) => locations.get(node)))),
    }))
    .sort(byName),
);

/** One entry for each street, or for each half of one that crosses the centre line ("N Main St", "S Main St"). */
function housesOn([name, parts]) {
  const houses = parts.flatMap((way) => alongWay(way.nodes.map((node) => metres(locations.get(node)))));
  const spread = (axis) =>
    Math.max(...houses.map((each) => each[axis])) - Math.min(...houses.map((each) => each[axis]));
  const axis = spread('x') > spread('y') ? 'x' : 'y';
  const reach = (sign) => Math.max(0, ...houses.map((each) => each[axis] * sign));
  const crosses = reach(1) > 120 && reach(-1) > 120;
  const halves = crosses ? [1, -1] : [0];
  return halves
    .map((sign) => {
      const prefix = sign === 0 ? '' : { x: ['E ', 'W '], y: ['N ', 'S '] }[axis][sign > 0 ? 0 : 1];
      const mine = houses.filter((each) => sign === 0 || Math.sign(each[axis]) === sign);
      const numbered = new Map();
      for (const house of mine) {
        const rough = Math.round(Math.abs(house[axis]) / metresPerNumber);
        if (rough < lowestNumber) continue;
        const number = rough - (rough % 2) + (house.side > 0 ? 1 : 0);
        if (![number - 2, number, number + 2].some((taken) => numbered.has(taken))) numbered.set(number, house);
      }
      const points = [...numbered]
        .sort(([a], [b]) => a - b)
        .map(([number, { x, y }]) => {
          const { lat, long } = place([centre[0] + x / (metresPerDegree * squeeze), centre[1] + y / metresPerDegree]);
          return [number, lat, long];
        });
      return { name: `${prefix}${name}`, houses: points };
    })
    .filter(({ houses: points }) => points.length > 0);
}

/** Houses on both sides of a way, set back from its middle. */
function alongWay(points) {
  const houses = [];
  let until = houseSpacing / 2;
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    for (; until < length; until += houseSpacing) {
      const at = { x: from.x + ((to.x - from.x) * until) / length, y: from.y + ((to.y - from.y) * until) / length };
      for (const side of [1, -1]) {
        // Odd numbers to the north and west of a street, whichever way it was drawn.
        const across = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
        const flip = across.y - across.x * 0.5 > 0 ? 1 : -1;
        houses.push({ x: at.x + across.x * flip * side * setBack, y: at.y + across.y * flip * side * setBack, side });
      }
    }
    until -= length;
  }
  return houses;
}

function metres([long, lat]) {
  return { x: (long - centre[0]) * metresPerDegree * squeeze, y: (lat - centre[1]) * metresPerDegree };
}

function place([long, lat]) {
  return { lat: Number(lat.toFixed(5)), long: Number(long.toFixed(5)) };
}

function middle(points) {
  const mean = (index) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  return [mean(0), mean(1)];
}

function short(name) {
  return name
    .replace(/Street$/, 'St')
    .replace(/Avenue$/, 'Ave')
    .replace(/Drive$/, 'Dr');
}

function byName(a, b) {
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}

/** One entry a line, so that a change shows as one. */
function write(name, entries) {
  const lines = entries.map((entry) => `  ${JSON.stringify(entry)}`);
  writeFileSync(new URL(`seed/${name}`, here), `[\n${lines.join(',\n')}\n]\n`);
  console.log(`seed/${name}: ${entries.length}`);
}
