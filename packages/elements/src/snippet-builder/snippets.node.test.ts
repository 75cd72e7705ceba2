import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstChoice, plainTheme, shapes, type Choice, type Shape } from './choice.ts';
import { placesFor, releaseIn } from './places.ts';
import { snippetFor, type Where } from './snippets.ts';

const release = releaseIn({
  version: '0.1.0',
  files: { 'citydesk.js': 'sha384-AAAA', 'citydesk.classic.js': 'sha384-BBBB' },
});
const city: Choice = {
  ...firstChoice,
  endpoint: 'https://311.example.gov/open311/v2/',
  phone: '269-555-0142',
  practice: false,
};
const chosen = (part: Partial<Choice> = {}): Choice => ({ ...city, ...part });
const known = 'https://docs.example/citydesk/';

const snippet = (shape: Shape, part: Partial<Choice> = {}, isRelay = true) => {
  const choice = chosen(part);
  return snippetFor(shape, choice, placesFor(choice, release, known, isRelay));
};
const text = (shape: Shape, where: Where, part: Partial<Choice> = {}, isRelay = true) => {
  const pieces = snippet(shape, part, isRelay).pieces;
  return pieces.find((piece) => piece.where === where)?.text ?? assert.fail(`${shape} has ${JSON.stringify(pieces)}`);
};

describe('what is copied', () => {
  it('is as a module: the exact version, its digest, the settings, and a fallback', () => {
    assert.equal(
      text('module', 'page'),
      `<script type="module" src="https://311.example.gov/citydesk/0.1.0/citydesk.js" integrity="sha384-AAAA" crossorigin="anonymous"
  data-endpoint="https://311.example.gov/open311/v2/"
  data-phone="269-555-0142"></script>
<citydesk-request-form><p><a href="https://311.example.gov/citydesk/embed?widget=request-form">Report a problem</a> or call <a href="tel:2695550142">269-555-0142</a>.</p></citydesk-request-form>
`,
    );
  });

  it('says practice until the editor turns it off', () => {
    const { pieces, notes } = snippet('module', { practice: true });
    assert.match(pieces[0]!.text, /\n {2}data-practice="true">/);
    assert.ok(notes.includes('practice'));
    for (const shape of shapes) {
      assert.equal(
        snippet(shape).pieces.some((piece) => /practice/.test(piece.text)),
        false,
        shape,
      );
    }
  });

  it('holds every script to its digest, at an exact version', () => {
    for (const shape of shapes) {
      for (const piece of snippet(shape).pieces) {
        const names = [...piece.text.matchAll(/https:[^"]*\/(citydesk(?:\.classic)?\.js)/g)];
        for (const [address, name] of names) {
          assert.match(address, /\/0\.1\.0\//, shape);
          const digest = name === 'citydesk.js' ? 'sha384-AAAA' : 'sha384-BBBB';
          assert.ok(piece.text.includes(digest), shape);
        }
        assert.doesNotMatch(piece.text, /latest/);
      }
    }
  });

  it('is for old systems a classic script, and blocks', () => {
    const page = text('classic', 'page', { start: 'pothole' });
    assert.match(
      page,
      /^<script async src="[^"]+\/citydesk\.classic\.js" integrity="sha384-BBBB" crossorigin="anonymous"\n/,
    );
    assert.match(page, /<div data-citydesk="request-form" data-citydesk-service-code="pothole"><p>/);
  });

  it('is for editors that strip scripts a block that says all by itself', () => {
    assert.doesNotMatch(text('div', 'template'), /data-endpoint/);
    assert.match(
      text('div', 'page'),
      /^<div data-citydesk="request-form" data-citydesk-endpoint="https:\/\/311[^"]+" data-citydesk-phone="269-555-0142">/,
    );
  });

  it('is a frame or a link where there is a relay, and says so where there is none', () => {
    assert.equal(
      text('iframe', 'page'),
      '<iframe src="https://311.example.gov/citydesk/embed?widget=request-form" title="Report a problem" width="100%" height="700" allow="geolocation"></iframe>\n',
    );
    assert.equal(
      text('link', 'page', { widgets: ['status-tracker'] }),
      '<p><a href="https://311.example.gov/citydesk/embed?widget=status-tracker">Follow a report</a></p>\n',
    );
    for (const shape of ['iframe', 'link'] as const) {
      assert.deepEqual(snippet(shape, {}, false).pieces, []);
      assert.deepEqual(snippet(shape, {}, false).notes, ['relay']);
    }
  });

  it('names no plain form that nothing speaks for', () => {
    assert.match(text('module', 'page', {}, false), /src="https:\/\/docs\.example\/citydesk\/citydesk\.js"/);
    assert.match(text('module', 'page', {}, false), /<citydesk-request-form><p>Call <a href="tel:2695550142">/);
  });

  it('says where the files are only the builder’s own', () => {
    assert.deepEqual(snippet('module', {}, false).notes, ['files']);
    assert.deepEqual(snippet('module').notes, []);
    assert.deepEqual(snippet('module', { files: 'https://www.example.gov/citydesk/' }, false).notes, []);
    assert.deepEqual(snippet('npm', {}, false).notes, []);
  });

  it('takes the files from where the editor says', () => {
    const files = 'https://cdn.example/x/';
    assert.match(text('module', 'page', { files }), /src="https:\/\/cdn\.example\/x\/citydesk\.js"/);
  });

  it('puts the form into a launcher where the shape can', () => {
    assert.match(
      text('module', 'page', { launcher: true }),
      /<citydesk-launcher label="Report a problem">\n {2}<citydesk-request-form>/,
    );
    assert.match(text('classic', 'page', { launcher: true }), /<citydesk-launcher /);
    assert.match(text('npm', 'code', { launcher: true }), /import '@citydesk\/elements\/launcher\/define';/);
    for (const shape of ['div', 'iframe', 'link', 'wordpress'] as const) {
      assert.ok(snippet(shape, { launcher: true }).notes.includes('launcher'), shape);
    }
  });

  it('keeps the settings in the city file where some are words for it alone', () => {
    const part = { cityName: 'Three Rivers', services: ['a', 'b'], contact: 'none', locale: 'es' } as const;
    const page = text('module', 'page', part);
    assert.match(page, /data-config="\/citydesk\.json"/);
    assert.doesNotMatch(page, /data-(contact|locale)/);
    assert.deepEqual(JSON.parse(text('module', 'file', part)), {
      endpoint: 'https://311.example.gov/open311/v2/',
      locale: 'es',
      cityName: 'Three Rivers',
      phone: '269-555-0142',
      popularServices: ['a', 'b'],
      contact: 'none',
      storage: 'device',
    });
    assert.deepEqual(
      snippet('city-file', part).pieces.map(({ where }) => where),
      ['file'],
    );
  });

  it('is the words of the plugin and of the module', () => {
    const part = { widgets: ['request-form', 'status-tracker'], start: 'pothole', practice: true } as const;
    assert.equal(
      text('wordpress', 'editor', part),
      '<!-- wp:citydesk/request-form {"serviceCode":"pothole","practice":true} /-->\n<!-- wp:citydesk/status-tracker {"practice":true} /-->',
    );
    assert.equal(
      text('wordpress', 'shortcode', part),
      '[citydesk_request_form service-code="pothole" practice]\n[citydesk_status_tracker practice]',
    );
    assert.equal(text('wordpress', 'editor'), '<!-- wp:citydesk/request-form /-->');
    assert.equal(
      text('drupal', 'editor', part),
      '[citydesk:request-form service-code="pothole" practice]\n[citydesk:status-tracker practice]',
    );
    assert.match(text('drupal', 'editor', { launcher: true }), /^\[citydesk:launcher label="Report a problem"\]$/);
  });

  it('is for a build of one’s own the exact version and its elements', () => {
    assert.equal(text('npm', 'terminal'), 'npm install @citydesk/elements@0.1.0\n');
    assert.match(text('npm', 'page'), /^<citydesk-request-form endpoint="https:/);
    assert.equal(
      text('react', 'code', { practice: true }),
      `import '@citydesk/elements/request-form/define';

export function Citydesk() {
  return (
    <>
      <citydesk-request-form endpoint={"https://311.example.gov/open311/v2/"} phone={"269-555-0142"} practice />
    </>
  );
}
`,
    );
  });

  it('brings the colours as rules, where the shape can', () => {
    const theme = { ...plainTheme, accent: '#14574a' };
    assert.match(text('module', 'page', { theme }), /<style>\ncitydesk-request-form \{\n {2}color-scheme: light;\n/);
    assert.match(text('react', 'styles', { theme }), /--citydesk-accent: #14574a;/);
    assert.ok(snippet('iframe', { theme }).notes.includes('theme'));
  });
});

describe('the list of built files', () => {
  for (const bad of [
    null,
    {},
    { version: 'latest', files: release.files },
    { version: '0.1.0', files: {} },
    { version: '0.1.0', files: { 'citydesk.js': '" onload="' } },
  ]) {
    it(`is refused where it is none: ${JSON.stringify(bad)}`, () => {
      assert.throws(() => releaseIn(bad), /integrity\.json/);
    });
  }
});
