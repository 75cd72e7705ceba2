// What reviewers of WordPress plugins look for, as far as it can be read from the files: no PHP is run here but for its own syntax check.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { zipOf } from '../demo/zip.ts';
import { runCommand } from '../run-command.ts';
import { filesLike, root, textOf } from '../workspace.ts';
import { buildPlugin, pluginZip } from './build-plugin.ts';
import { potFile, potText } from './make-pot.ts';
import { lacking } from './wordpress-files.ts';

const skip = await lacking();
const folder = 'packages/wordpress/plugin';
const php = filesLike(`${folder}/**/*.php`);
const scripts = filesLike(`${folder}/{assets,blocks}/**/*.js`);
const main = textOf(`${folder}/citydesk.php`);
const readme = textOf(`${folder}/readme.txt`);
const header = (name: string) => new RegExp(`^ \\* ${name}:\\s*(.*)$`, 'm').exec(main)?.[1];
const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(readme)?.[1];

describe('The files of the WordPress plugin', () => {
  it('say the same version, license and needs everywhere', () => {
    const { version, license } = JSON.parse(textOf('packages/wordpress/package.json')) as Record<string, string>;
    const embed = JSON.parse(textOf('packages/embed/package.json')) as { version: string };
    const asset = /'version'\s*=> '([^']+)'/.exec(textOf(`${folder}/blocks/editor.asset.php`))?.[1];
    const blocks = filesLike(`${folder}/blocks/*/block.json`).map(
      (file) => (JSON.parse(textOf(file)) as { version: string }).version,
    );
    const versions = [
      header('Version'),
      field('Stable tag'),
      /const VERSION = '([^']+)'/.exec(main)?.[1],
      asset,
      embed.version,
    ];
    assert.deepEqual([...new Set([...versions, ...blocks])], [version]);
    assert.deepEqual([header('License'), field('License')], [license, license]);
    for (const name of ['Requires at least', 'Requires PHP']) assert.equal(field(name), header(name), name);
    assert.deepEqual([header('Requires at least'), header('Requires PHP')], ['6.5', '7.4']);
    assert.ok(field('Tested up to'));
  });

  it('have a readme with its short description and its sections', () => {
    const [, text = ''] = readme.split(/^License URI:.*\n\n/m);
    const line = text.split('\n')[0] ?? '';
    assert.ok(line.length > 20 && line.length <= 150, `${line.length}: ${line}`);
    for (const name of ['Description', 'Installation', 'External services', 'Privacy', 'Changelog'])
      assert.match(readme, new RegExp(`^== ${name} ==$`, 'm'));
  });

  it('are PHP, and stop where they are asked for directly', { skip }, async () => {
    for (const file of php) {
      const { ok, output } = await runCommand('php', ['-l', path.join(root, file)]);
      assert.ok(ok, output);
      assert.match(textOf(file), /^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m, file);
    }
  });

  it('use nothing of PHP that 7.4 does not have', () => {
    const newer =
      /\bmatch\s*\(|\?->|\benum \w|\breadonly\b|:\s*(?:static|mixed|never)\b|#\[|\bstr_(?:contains|starts_with|ends_with)\(/;
    for (const file of php) assert.doesNotMatch(codeOf(file), newer, file);
  });

  it('escape whatever they echo', () => {
    const safe = /^(?:esc_\w+|wp_kses(?:_post)?|absint|selected|checked|Citydesk\\block_html)\s*\(/;
    for (const file of php) {
      for (const [, said = ''] of codeOf(file).matchAll(/\becho\s+((?:'(?:[^'\\]|\\.)*'|[^;'])+);/g)) {
        for (const part of partsOf(said)) {
          const isText = /^'(?:[^'\\]|\\.)*'$/.test(part);
          assert.ok(isText || safe.test(part), `${file}: echo ${part}`);
        }
      }
      assert.doesNotMatch(codeOf(file), /\bprint\s|<\?=/, file);
    }
  });

  it('check who asks wherever something is changed or shown to few', () => {
    assert.match(textOf(`${folder}/includes/check-route.php`), /current_user_can\( 'manage_options' \)/);
    assert.match(textOf(`${folder}/includes/preview.php`), /current_user_can\( 'edit_posts' \)/);
    assert.match(textOf(`${folder}/includes/settings-page.php`), /settings_fields\( 'citydesk' \)/);
    for (const file of php) assert.doesNotMatch(codeOf(file), /\$_(POST|REQUEST|COOKIE)\b/, file);
  });

  it('bring all scripts along, and name no address of another server for one', () => {
    for (const file of [...php, ...scripts]) {
      const code = codeOf(file);
      assert.doesNotMatch(code, /(?:enqueue|register)_(?:script|style)[^;]*https?:\/\//s, file);
      assert.doesNotMatch(code, /(?:src|href)=\\?["']https?:\/\//, file);
      assert.doesNotMatch(code, /\b(?:eval|base64_decode|create_function|file_put_contents|curl_init)\s*\(/, file);
      assert.doesNotMatch(code, /['"]https?:\/\/(?:localhost|127\.)/, file);
    }
  });

  it('can be translated: one text domain, which is the slug, and a template with every sentence', () => {
    assert.equal(header('Text Domain'), 'citydesk');
    const call = /\b(?:__|_e|_x|_n|esc_html__|esc_attr__|esc_html_e|esc_attr_e)\(((?:[^()']|'(?:[^'\\]|\\.)*')*)\)/g;
    for (const file of [...php, ...scripts]) {
      for (const [whole, inner = ''] of textOf(file).matchAll(call))
        assert.match(inner.trim(), /'citydesk',?$/, `${file}: ${whole}`);
    }
    for (const file of filesLike(`${folder}/blocks/*/block.json`))
      assert.equal((JSON.parse(textOf(file)) as { textdomain: string }).textdomain, 'citydesk');
    assert.equal(readFileSync(potFile, 'utf8'), potText(), 'Run packages/checks/src/wordpress/make-pot.ts');
  });

  it('make the same zip again', { skip }, async () => {
    await buildPlugin();
    const before = readFileSync(pluginZip);
    await buildPlugin();
    assert.ok(before.equals(readFileSync(pluginZip)));
    const { output } = await runCommand('unzip', ['-l', pluginZip]);
    for (const file of ['citydesk.php', 'uninstall.php', 'readme.txt', 'dist/citydesk.js', 'assets/check-endpoint.js'])
      assert.ok(output.includes(` citydesk/${file}\n`), file);
    assert.doesNotMatch(output, /\.d\.ts|\.map\n|node_modules/);
    assert.ok(zipOf(new Map()).length === 22);
  });
});

/** Without comments, in which anything may stand. */
function codeOf(file: string): string {
  return textOf(file)
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

/** What is joined by dots or commas, outside of brackets and quotes. */
function partsOf(expression: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const [at, letter] of [...expression].entries()) {
    if (quote) quote = letter === quote && expression[at - 1] !== '\\' ? '' : quote;
    else if (/['"]/.test(letter)) quote = letter;
    else if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (depth === 0 && /[.,]/.test(letter)) {
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
