/** What is said of a town's file that cannot be used, and the file that `init` writes. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runCommand, settingsFrom } from './command.ts';
import { configFrom, ConfigError, type ConfigFile } from './config.ts';
import { StartError } from './start-error.ts';
import { starterFile } from './starter-file.ts';
import { townFile } from '../test/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'citydesk-town-file-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'services.yaml');
const home = process.cwd();
after(() => process.chdir(home));

const complaint = (more: object): string => {
  try {
    configFrom({ ...townFile, ...more });
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return '';
};
const without = (...keys: (keyof ConfigFile)[]) => Object.fromEntries(keys.map((key) => [key, undefined]));
const service = { code: 'a', name: 'A', department: 'streets' };
const asking = (...questions: object[]) => ({ services: [{ ...service, questions }] });
const city = { ...without('services', 'departments'), upstream: 'https://311.example.gov/open311/v2/' };

describe('the settings of a town', () => {
  it('go together as the tests have them', () => assert.equal(complaint({}), ''));

  const bad: readonly (readonly [string, object, RegExp])[] = [
    ['without services', without('services'), /"upstream: mailto" needs "services".*citydesk-relay init/],
    ['without departments', without('departments'), /needs "departments": who does the work/],
    ['without mail', without('mail'), /"upstream: mailto" needs "mail"/],
    ['by webhook without one', { upstream: 'webhook' }, /"upstream: webhook" needs "webhook"/],
    ['with a webhook nobody uses', { webhook: 'https://a.example/' }, /"webhook" is for "upstream: webhook"/],
    [
      'with a department nobody has',
      { services: [{ ...service, department: 'street' }] },
      /Service "a": there is no department "street". Write "streets" or "code", or add it/,
    ],
    ['with a code twice', { services: [service, service] }, /Service "a": another one has the same code/],
    [
      'with a question without its choices',
      asking({ code: 'q', ask: 'Q?', kind: 'one-of' }),
      /Service "a": question "q" needs "choices"/,
    ],
    [
      'with choices nobody can choose from',
      asking({ code: 'q', ask: 'Q?', choices: ['A'] }),
      /question "q" has "choices", so its kind has to be "one-of" or "some-of"/,
    ],
    [
      'with a choice twice',
      asking({ code: 'q', ask: 'Q?', kind: 'some-of', choices: ['A', 'A'] }),
      /has the choice "A" twice/,
    ],
    [
      'with a question twice',
      asking({ code: 'q', ask: 'Q?' }, { code: 'q', ask: 'R?' }),
      /question "q" has the same code as another one/,
    ],
    [
      'in capital letters',
      { services: [{ ...service, code: 'Pot Hole' }] },
      /"services.0.code" has to be made of small/,
    ],
    [
      'with two receivers in one address',
      { departments: { a: { name: 'A', mail: 'a@b.example, c@d.example' } } },
      /"departments.a.mail" is no mail address/,
    ],
    ['with a department in capitals', { departments: { A: { name: 'A', mail: 'a@b.example' } } }, /small letters/],
    ['with mail, out on the net, without its address', { host: '0.0.0.0' }, /"publicUrl" is needed/],
    ['with a staff header, but no proxy', { staffHeader: 'X-User' }, /counts only behind a proxy.*"trustProxy" to 1/],
    ['with alerts, but no mail', { ...city, ...without('mail'), alerts: true }, /"alerts" needs "mail"/],
    [
      'with a password in the file',
      { mail: { from: 'a@b.example', server: 'smtp://a:b@c.example' } },
      /Put the password of "mail.server" into .*CITYDESK_SMTP_PASSWORD/,
    ],
    ['with a password as a setting', { staffPassword: 'x' }, /CITYDESK_STAFF_PASSWORD/],
    ['of a city with a backend', { ...city, services: [service] }, /"services" is for a town without a backend/],
    [
      'with a name of a thousand letters',
      { services: [{ ...service, name: 'x'.repeat(1000) }] },
      /is too long. Use 200/,
    ],
    ['with half cents', { costs: { call: 1.005, online: 1 } }, /more digits than cents have/],
  ];
  for (const [title, more, words] of bad) {
    it(`${title} are refused, with a word on what to write`, () => assert.match(complaint(more), words));
  }
});

describe('a file in YAML', () => {
  const said = (text: string): string => {
    writeFileSync(file, text);
    try {
      settingsFrom(['--config', file]);
    } catch (error) {
      assert.ok(error instanceof StartError || error instanceof ConfigError);
      return error.message;
    }
    return '';
  };

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['a tab', 'upstream: mailto\nmail:\n\tfrom: a@b.example\n', /services.yaml, line 3: Indent with blanks/],
    ['a bare star', 'upstream: mailto\norigins: *\n', /line 2: Put the star into quotes/],
    ['a name twice', 'city: A\ncity: B\n', /line 2: This setting stands here twice/],
    ['an open quote', 'city: "A\nzone: UTC\n', /line \d: /],
    ['a mistyped setting', 'upstream: mailto\ncty: A\n', /^Line 2: There is no setting "cty". Do you mean "city"\?/m],
    [
      'a number for a code',
      starterFile.replace('code: pothole', 'code: 311'),
      /^Line \d+: "services.0.code" has to be a text/,
    ],
    ['a kind nobody knows', starterFile.replace('kind: day', 'kind: date'), /^Line \d+: .* is one of "text"/],
    [
      'a department nobody has',
      starterFile.replace('department: water', 'department: watter'),
      /^Line \d+: Service "water-leak": there is no department "watter"/,
    ],
    ['a list', '- a\n- b\n', /has to hold settings, each as "name: value"/],
    ['nothing', '', /has to hold settings/],
  ];
  for (const [title, text, words] of bad) {
    it(`is refused for ${title}, in words that name the line`, () => assert.match(said(text), words));
  }

  it('names the very line', () => {
    const text = starterFile.replace('department: water', 'department: watter');
    const line = text.split('\n').findIndex((each) => each.includes('watter')) + 1;
    assert.match(said(text), new RegExp(`^Line ${line}: `));
  });

  it('takes a name with nothing behind it for a setting that is not made', () => {
    assert.equal(said(`${starterFile}\ntracker:\ncosts:\n`), '');
  });
});

describe('citydesk-relay init', () => {
  it('writes a file that can be used as it stands, and never over another', async () => {
    process.chdir(folder);
    rmSync(file, { force: true });
    assert.equal(await runCommand(['init']), 0);
    const config = settingsFrom(['--config', 'services.yaml']);
    assert.ok(config !== 'help');
    assert.equal(config.upstream, 'mailto');
    assert.equal(Object.keys(config.departments ?? {}).length, 5);
    const used = new Set(config.services?.map(({ department }) => department));
    assert.deepEqual([...used].toSorted(), Object.keys(config.departments ?? {}).toSorted());
    writeFileSync(file, 'mine: true\n');
    assert.equal(await runCommand(['init']), 1);
    assert.equal(readFileSync(file, 'utf8'), 'mine: true\n');
  });
});
