// Joins the pieces of a street to one line, so that its name has room, and finds the middle of an area for its name.

/** Longitude and latitude. */
export type Point = readonly [long: number, lat: number];

/** Lines that share an end become one, as long as there is a next. */
export function joined(lines: readonly (readonly Point[])[]): readonly (readonly Point[])[] {
  const left = lines.filter((line) => line.length > 1);
  const whole: (readonly Point[])[] = [];
  for (let line = left.shift(); line; line = left.shift()) {
    let all = line;
    for (let next = take(left, all); next; next = take(left, all)) all = next;
    whole.push(all);
  }
  return whole;
}

/** The middle of the area, weighed by its surface; undefined for fewer than three points. */
export function centreOf(ring: readonly Point[]): Point | undefined {
  const [first] = ring;
  if (!first || ring.length < 3) return undefined;
  let [area, x, y] = [0, 0, 0];
  for (let at = 0; at < ring.length; at += 1) {
    const [from, to] = [ring[at] ?? first, ring[(at + 1) % ring.length] ?? first];
    const [ax, ay, bx, by] = [from[0] - first[0], from[1] - first[1], to[0] - first[0], to[1] - first[1]];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0 ? first : [first[0] + x / (3 * area), first[1] + y / (3 * area)];
}

/** Takes the first line that goes on where this one begins or ends out of those left, and gives both as one. */
function take(left: (readonly Point[])[], line: readonly Point[]): readonly Point[] | undefined {
  for (const [at, other] of left.entries()) {
    const next = together(line, other);
    if (!next) continue;
    left.splice(at, 1);
    return next;
  }
  return undefined;
}

function together(line: readonly Point[], other: readonly Point[]): readonly Point[] | undefined {
  const same = (a: Point | undefined, b: Point | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];
  if (same(line.at(-1), other[0])) return [...line, ...other.slice(1)];
  if (same(line.at(-1), other.at(-1))) return [...line, ...other.toReversed().slice(1)];
  if (same(line[0], other.at(-1))) return [...other, ...line.slice(1)];
  if (same(line[0], other[0])) return [...other.toReversed(), ...line.slice(1)];
  return undefined;
}
