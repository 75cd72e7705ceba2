/** Walks a GeoJSON value (RFC 7946) for one kind of geometry. */

/** [long, lat] in WGS84 degrees. */
export type Position = readonly number[];

const kinds = /^(Multi)?(Point|LineString|Polygon)$/;

/**
 * All geometries of one kind in a value, those of `Multi…`, features and collections, too. `undefined` where one of them is broken, or something
 * is no GeoJSON: what draws half an area draws the wrong one.
 * @param kind without `Multi`
 * @param isOne whether coordinates draw one
 */
export function geometriesIn<T>(
  value: unknown,
  kind: 'LineString' | 'Polygon',
  isOne: (coordinates: unknown) => coordinates is T,
): readonly T[] | undefined {
  const found: T[] = [];
  return gather(value, 0) ? found : undefined;

  function gather(one: unknown, depth: number): boolean {
    if (typeof one !== 'object' || !one || depth > 4) return false;
    const { type, coordinates, geometry, geometries, features } = one as Readonly<Record<string, unknown>>;
    const every = (list: unknown) => Array.isArray(list) && list.every((each) => gather(each, depth + 1));
    const take = (each: unknown) => isOne(each) && found.push(each) > 0;
    switch (type) {
      case kind:
        return take(coordinates);
      case `Multi${kind}`:
        return Array.isArray(coordinates) && coordinates.every(take);
      case 'Feature':
        return geometry === null || gather(geometry, depth + 1);
      case 'FeatureCollection':
        return every(features);
      case 'GeometryCollection':
        return every(geometries);
      default:
        return kinds.test(String(type));
    }
  }
}

export const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length > 1 &&
  value.every((one) => Number.isFinite(one)) &&
  Math.abs(value[0] as number) <= 180 &&
  Math.abs(value[1] as number) <= 90;
