import assert from 'node:assert/strict';
import { it } from 'node:test';
import { circle, metresPerPixel, movedBy } from './mercator.ts';

const town = { lat: 41.944, long: -85.6328 };

/** Metres between two points near each other. */
function metres(one: { lat: number; long: number }, other: { lat: number; long: number }): number {
  const east = (one.long - other.long) * 111_320 * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot((one.lat - other.lat) * 111_320, east);
}

for (const lat of [-60, 0, 41.944, 65]) {
  it(`moves as many metres as the pixels are, at ${lat}°`, () => {
    const camera = { point: { lat, long: 10 }, zoom: 18 };
    for (const [right, down] of [
      [100, 0],
      [0, -100],
      [-60, 80],
    ] as const) {
      const away = metres(camera.point, movedBy(camera, right, down));
      const expected = Math.hypot(right, down) * metresPerPixel(camera);
      assert.ok(Math.abs(away / expected - 1) < 0.01, `${away} m, not ${expected}`);
    }
  });

  it(`leaves no place farther than 5 m from a stop of the buttons at the highest zoom, at ${lat}°`, () => {
    // 80 px a press: at most half of it is missing, both ways.
    assert.ok(Math.hypot(40, 40) * metresPerPixel({ point: { lat, long: 0 }, zoom: 20 }) < 5);
  });
}

it('comes back to where it was', () => {
  const there = movedBy({ point: town, zoom: 16 }, 123, -45);
  const back = movedBy({ point: there, zoom: 16 }, -123, 45);
  assert.ok(metres(back, town) < 1e-6);
});

it('draws a closed ring as far away as the location is rough', () => {
  const ring = circle(town, 60);
  assert.deepEqual(ring[0], ring.at(-1));
  for (const [long, lat] of ring) assert.ok(Math.abs(metres(town, { lat, long }) - 60) < 0.5);
});
