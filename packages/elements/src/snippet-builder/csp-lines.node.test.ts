import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstChoice, plainTheme, type Choice, type Shape } from './choice.ts';
import { cspLines, cspText, hashOf } from './csp-lines.ts';
import { placesFor } from './places.ts';

const release = { version: '0.1.0', files: { 'citydesk.js': 'sha384-AAAA' } };
const lines = (shape: Shape, part: Partial<Choice> = {}, styleHash?: string) => {
  const choice: Choice = { ...firstChoice, endpoint: 'https://311.example.gov/open311/v2/', ...part };
  const places = placesFor(
    choice,
    release,
    'https://cdn.example/citydesk/',
    part.files === undefined && shape === 'iframe',
  );
  return cspText(cspLines(shape, choice, places, { styleHash }));
};

describe('the lines of the policy', () => {
  it('are those of the simplest page, and no more', () => {
    assert.equal(
      lines('module'),
      "script-src https://cdn.example;\nimg-src 'self' data: blob: https://311.example.gov;\nconnect-src https://311.example.gov;\ntrusted-types citydesk;\n",
    );
  });

  it('grow with a map, a style and a city file', () => {
    const theme = { ...plainTheme, accent: '#14574a' };
    assert.equal(
      lines('module', { mapStyle: 'https://tiles.example/style.json', theme, cityName: 'X' }, 'sha256-abc='),
      [
        'script-src https://cdn.example;',
        "style-src 'sha256-abc=';",
        "img-src 'self' data: blob: https://311.example.gov;",
        "connect-src https://311.example.gov 'self' https://tiles.example;",
        'worker-src blob: https://cdn.example;',
        'trusted-types citydesk citydesk-map;\n',
      ].join('\n'),
    );
  });

  it('name the page’s own files where a build or a plugin brings them', () => {
    assert.match(lines('npm', { mapStyle: '/map.json' }), /script-src 'self';[^]*worker-src 'self';/);
    assert.match(lines('wordpress'), /^script-src 'self';/);
  });

  it('are one line for a frame, and none for the city file', () => {
    assert.equal(lines('iframe'), 'frame-src https://311.example.gov;\n');
    assert.equal(lines('city-file'), '');
  });

  it('take a style by the hash of its text', async () => {
    assert.equal(await hashOf(''), 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });
});
