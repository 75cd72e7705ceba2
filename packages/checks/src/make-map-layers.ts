// Sorts things from OpenStreetMap into the layers of a street map: what is drawn, and what is written on it.

import { centreOf, joined, type Point } from './make-map-lines.ts';

/** A node, way or relation, as the extract holds them. */
export interface Osm {
  readonly id: string;
  readonly loc?: Point;
  readonly nodes?: readonly string[];
  readonly members?: readonly { readonly id: string; readonly role: string }[];
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Layer {
  readonly name: string;
  /** The lowest zoom at which anything of it is in a tile. */
  readonly from: number;
  readonly fields: readonly string[];
  readonly features: readonly Feature[];
}

export interface Feature {
  readonly type: 'Feature';
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, string | number>>;
  /** The lowest zoom at which it is in a tile. */
  readonly from: number;
}

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: number[] }
  | { readonly type: 'Polygon' | 'MultiLineString'; readonly coordinates: number[][][] };

type Tags = Readonly<Record<string, string>>;

/** @param things in any order; the layers do not depend on it */
export function layersOf(things: readonly Osm[]): readonly Layer[] {
  const byId = new Map(things.map((each) => [each.id, each]));
  const inOrder = things.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  const line = (id: string): readonly Point[] =>
    (byId.get(id)?.nodes ?? []).map((node) => byId.get(node)?.loc).filter((loc) => loc !== undefined);
  const ways = inOrder.filter((each) => each.nodes && each.tags).map((way) => ({ ...way, points: line(way.id) }));
  const areas = [
    ...ways.filter(({ nodes, tags }) => nodes?.[0] === nodes?.at(-1) && tags?.['area'] !== 'no'),
    ...inOrder.flatMap(({ members, tags, id }) =>
      tags?.['type'] === 'multipolygon' && members?.length === 1 && members[0]
        ? [{ id, tags, points: line(members[0].id) }]
        : [],
    ),
  ].filter(({ points }) => points.length > 3);

  const drawn = (kindOf: (tags: Tags) => Kind | undefined, shape: 'area' | 'line'): readonly Feature[] =>
    (shape === 'area' ? areas : ways).flatMap(({ tags = {}, points }) => {
      const kind = kindOf(tags);
      return kind
        ? [feature(shape === 'area' ? polygon(points) : lineString([points]), { kind: kind[0] }, kind[1])]
        : [];
    });
  const named = (kindOf: (tags: Tags) => Kind | undefined): readonly Feature[] => {
    const parts = new Map<string, { name: string; kind: Kind; lines: (readonly Point[])[] }>();
    for (const { tags = {}, points } of ways) {
      const kind = kindOf(tags);
      const name = short(tags['name'] ?? '');
      if (!kind || !name) continue;
      const key = `${kind[0]} ${name}`;
      parts.set(key, { name, kind, lines: [...(parts.get(key)?.lines ?? []), points] });
    }
    return [...parts.values()].flatMap(({ name, kind, lines }) =>
      joined(lines).map((whole) => feature(lineString([whole]), { name, kind: kind[0] }, kind[1])),
    );
  };
  const places = inOrder.flatMap((each) => {
    const kind = placeKind(each.tags ?? {});
    const at = each.loc ?? centreOf(areas.find(({ id }) => id === each.id)?.points ?? []);
    if (!kind || !at) return [];
    const name = each.tags?.['name'] ?? '';
    return [feature({ type: 'Point', coordinates: [...at] }, { name, kind: kind[0], rank: kind[2] }, kind[1])];
  });

  return [
    layer('land', ['kind'], drawn(landKind, 'area')),
    layer('water', ['kind'], drawn(waterKind, 'area')),
    layer('rivers', ['kind'], drawn(riverKind, 'line')),
    layer('buildings', ['kind'], drawn(buildingKind, 'area')),
    layer('roads', ['kind'], drawn(roadKind, 'line')),
    layer('river_names', ['kind', 'name'], named(riverKind)),
    layer('road_names', ['kind', 'name'], named(roadKind)),
    layer('places', ['kind', 'name', 'rank'], places),
  ];
}

/** What it is, and the lowest zoom it is for. */
type Kind = readonly [kind: string, from: number];

function landKind(tags: Tags): Kind | undefined {
  if (/^(park|recreation_ground|cemetery)$/.test(tags['leisure'] ?? tags['landuse'] ?? '')) return ['park', 12];
  if (/^(wood|scrub|wetland)$/.test(tags['natural'] ?? '')) return ['wood', 12];
  if (/^(pitch|track|playground)$/.test(tags['leisure'] ?? '')) return ['pitch', 14];
  if (tags['amenity'] === 'school') return ['school', 13];
  if (tags['amenity'] === 'parking') return ['parking', 15];
  if (/^(runway|apron|taxiway)$/.test(tags['aeroway'] ?? '')) return ['runway', 12];
  return undefined;
}

function waterKind(tags: Tags): Kind | undefined {
  if (tags['leisure'] === 'swimming_pool') return ['pool', 16];
  return tags['natural'] === 'water' ? ['water', 12] : undefined;
}

function riverKind(tags: Tags): Kind | undefined {
  return tags['waterway'] === 'river' ? ['river', 12] : undefined;
}

function buildingKind(tags: Tags): Kind | undefined {
  return tags['building'] && tags['building'] !== 'no' ? ['building', 14] : undefined;
}

function roadKind(tags: Tags): Kind | undefined {
  const road = tags['highway'] ?? '';
  if (/^(primary|secondary)$/.test(road)) return ['main', 12];
  if (/^(tertiary|residential|unclassified)$/.test(road)) return ['street', 12];
  if (road === 'service' || road === 'track') return [tags['service'] === 'parking_aisle' ? 'aisle' : 'service', 15];
  if (/^(footway|path|steps)$/.test(road)) return ['path', 15];
  if (tags['railway'] === 'rail') return ['rail', 12];
  return undefined;
}

/** Places that people find their way by, the more public ones first. */
function placeKind(tags: Tags): readonly [...Kind, rank: number] | undefined {
  if (!tags['name'] || tags['highway'] || tags['waterway'] || tags['railway'] || tags['boundary']) return undefined;
  if (tags['amenity'] === 'townhall') return ['civic', 14, 0];
  if (/^(library|post_office|fire_station|police)$/.test(tags['amenity'] ?? '')) return ['civic', 14, 1];
  if (tags['leisure'] === 'park' || tags['landuse'] === 'cemetery' || tags['tourism'] === 'zoo') return ['park', 13, 2];
  if (tags['amenity'] === 'school') return ['civic', 13, 3];
  if (tags['natural'] === 'water') return ['water', 14, 4];
  if (tags['aeroway'] === 'aerodrome') return ['civic', 12, 4];
  return tags['place'] ? undefined : ['shop', 16, 5];
}

function layer(name: string, fields: readonly string[], features: readonly Feature[]): Layer {
  return { name, fields, features, from: Math.min(16, ...features.map(({ from }) => from)) };
}

function feature(geometry: Geometry, properties: Feature['properties'], from: number): Feature {
  return { type: 'Feature', geometry, properties, from };
}

function polygon(points: readonly Point[]): Geometry {
  return { type: 'Polygon', coordinates: [points.map((point) => [...point])] };
}

function lineString(lines: readonly (readonly Point[])[]): Geometry {
  return { type: 'MultiLineString', coordinates: lines.map((line) => line.map((point) => [...point])) };
}

/** As on the street's sign, and in the city's addresses. */
function short(name: string): string {
  return name
    .replace(/\bStreet$/, 'St')
    .replace(/\bAvenue$/, 'Ave')
    .replace(/\bDrive$/, 'Dr')
    .replace(/\bRoad$/, 'Rd')
    .replace(/\bHighway\b/, 'Hwy');
}
