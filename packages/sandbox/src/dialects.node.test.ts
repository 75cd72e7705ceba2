/** Each dialect held against what the server it imitates really answered: the same fields of the same kinds, the same elements. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { noRecordings, recorded } from '../test/recorded.ts';
import { automaticJson, jsonNames, jsonShape, readXml, xmlNames, xmlShape } from '../test/shapes.ts';
import { held, type Held } from '../test/held.ts';
import { dialectCity, spoken } from '../test/dialect-city.ts';
import { dialectNames } from './dialect-names.ts';

describe('a dialect and the server it imitates', { skip: noRecordings }, () => {
  const seen: string[] = [];
  after(() =>
    console.log(
      `dialects: ${seen.length} answers of ${new Set(seen).size} dialects held against recorded ones, of ${held.length} expected`,
    ),
  );

  for (const each of held) {
    it(`${each.dialect} answers ${each.ask.path} as in ${each.file}`, async () => {
      const city = await dialectCity(each.dialect, each.city);
      const { status, text } = await spoken(city, each.ask);
      assert.equal(status, each.status ?? 200, text);
      assert.deepEqual(shapeOf(text, each), shapeOf(recorded(each.file), each));
      city.close();
      seen.push(each.dialect);
    });
  }

  it('is held for every dialect there is', () => {
    assert.deepEqual([...new Set(held.map(({ dialect }) => dialect))].sort(), [...dialectNames].sort());
  });
});

function shapeOf(text: string, { compare, leaveOut = [] }: Held): readonly string[] {
  const lines = (): readonly string[] => {
    switch (compare) {
      case 'json':
        return jsonShape(JSON.parse(text));
      case 'xml':
        return xmlShape(text);
      case 'html':
        return xmlShape(text.replace(/<!doctype html>/i, ''));
      case 'names':
        return text.trimStart().startsWith('<') ? xmlNames(text) : jsonNames(JSON.parse(text));
      case 'first as object':
        return jsonShape(text.trimStart().startsWith('<') ? automaticJson(firstOf(text)) : JSON.parse(text));
    }
  };
  return lines().filter((line) => !leaveOut.some((pattern) => pattern.test(line)));
}

function firstOf(xml: string): ReturnType<typeof readXml> {
  const [first] = readXml(xml).children;
  assert.ok(first);
  return first;
}
