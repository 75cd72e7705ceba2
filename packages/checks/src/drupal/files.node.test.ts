// The module as a folder of files: PHP that parses, YAML that fits together, scripts that are in the zip.

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { drupalFiles, drupalZip } from '../demo/drupal-zip.ts';
import { zipOf } from '../demo/zip.ts';
import { textOf } from '../workspace.ts';
import { inPhp, moduleFolder, noPhp, php, yamlOf } from './module.ts';

const sources = globSync('**/*.{php,module,yml,json,md}', { cwd: moduleFolder, exclude: ['dist/**'] }).sort();
const code = sources.filter((file) => /\.(php|module)$/.test(file));

interface Library {
  readonly version: string;
  readonly js: Readonly<
    Record<string, { readonly preprocess: boolean; readonly attributes: { readonly type: string } }>
  >;
}

interface Route {
  readonly defaults: { readonly _form: string };
  readonly requirements: { readonly _permission: string };
}

describe('the Drupal module', () => {
  it('is PHP that parses, file by file', { skip: noPhp }, () => {
    assert.ok(code.length >= 6, code.join(' '));
    for (const file of code) {
      const { status, stdout, stderr } = php(['-l', path.join(moduleFolder, file)]);
      assert.equal(status, 0, stdout + stderr);
    }
    const broken = php(['-l'], '<?php class {');
    assert.notEqual(broken.status, 0, 'a broken file is seen');
  });

  it('names each class after its file and folder, as Drupal looks for it', () => {
    for (const file of code.filter((each) => each.startsWith('src/'))) {
      const text = readFileSync(path.join(moduleFolder, file), 'utf8');
      const space = ['Drupal', 'citydesk', ...path.dirname(file).split('/').slice(1)].join('\\');
      assert.match(text, new RegExp(`^namespace ${space.replaceAll('\\', '\\\\')};$`, 'm'), file);
      assert.match(text, new RegExp(`^final class ${path.basename(file, '.php')}\\b`, 'm'), file);
    }
  });

  it('says the same version everywhere', () => {
    const { version } = JSON.parse(textOf('packages/embed/package.json')) as { version: string };
    assert.equal(yamlOf('citydesk.info.yml')['version'], version);
    assert.equal(yamlOf<{ widgets: Library }>('citydesk.libraries.yml').widgets.version, version);
    assert.equal((JSON.parse(textOf('packages/drupal/package.json')) as { version: string }).version, version);
  });

  it('wants the same Drupal for Drupal itself and for Composer', () => {
    const composer = JSON.parse(textOf('packages/drupal/composer.json')) as Record<string, Record<string, string>>;
    const info = yamlOf('citydesk.info.yml');
    assert.equal(info['core_version_requirement'], '^10.2 || ^11');
    assert.equal(composer['require']?.['drupal/core'], info['core_version_requirement']);
    assert.equal(composer['license'] as unknown, 'GPL-2.0-or-later');
    assert.equal(composer['type'] as unknown, 'drupal-module');
  });

  it('has one settings page, behind its own permission, in the menu and beside the module', () => {
    const routes = yamlOf<Record<string, Route>>('citydesk.routing.yml');
    const permissions = yamlOf<Record<string, { 'restrict access': boolean }>>('citydesk.permissions.yml');
    for (const [name, { defaults, requirements }] of Object.entries(routes)) {
      assert.ok(permissions[requirements._permission]?.['restrict access'], name);
      const file = defaults._form.replace('\\Drupal\\citydesk\\', 'src/').replaceAll('\\', '/');
      assert.ok(sources.includes(`${file}.php`), file);
    }
    const links = yamlOf<Record<string, { route_name: string }>>('citydesk.links.menu.yml');
    assert.deepEqual(
      Object.values(links).map(({ route_name: route }) => route),
      Object.keys(routes),
    );
    assert.ok(routes[String(yamlOf('citydesk.info.yml')['configure'])]);
    const named = code.flatMap((file) => [...textOf(`packages/drupal/${file}`).matchAll(/fromRoute\('([^']+)'/g)]);
    assert.deepEqual(
      named.map(([, route]) => route),
      Object.keys(routes),
    );
  });

  it(
    'brings its scripts in the zip, unmerged and as modules, and uses no library that it does not declare',
    { skip: noPhp },
    () => {
      const libraries = yamlOf<Record<string, Library>>('citydesk.libraries.yml');
      const files = drupalFiles();
      for (const { js } of Object.values(libraries)) {
        for (const [file, { preprocess, attributes }] of Object.entries(js)) {
          assert.ok(files.has(`citydesk/${file}`), file);
          assert.deepEqual({ preprocess, type: attributes.type }, { preprocess: false, type: 'module' });
        }
      }
      const used = [...inPhp('block', {}).libraries, ...inPhp('filter', { text: '[citydesk:faq-panel]' }).libraries];
      assert.deepEqual(
        [...new Set(used)],
        Object.keys(libraries).map((name) => `citydesk/${name}`),
      );
    },
  );

  it('brings every file that its scripts fetch', () => {
    const files = drupalFiles();
    const scripts = [...files].filter(([name]) => name.endsWith('.js'));
    assert.ok(scripts.length > 50, `${scripts.length} scripts`);
    for (const [name, bytes] of scripts) {
      const fetched = Buffer.from(bytes)
        .toString('utf8')
        .matchAll(/(?:from|import\(?)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g);
      for (const [, file = ''] of fetched) assert.ok(files.has(path.posix.join(path.posix.dirname(name), file)), file);
    }
  });

  it('asks no other site for anything: no address in its PHP or its libraries but in words for people', () => {
    for (const file of [...code, 'citydesk.libraries.yml']) {
      const addresses = textOf(`packages/drupal/${file}`).match(/https?:\/\/[\w.-]+|["']\/\/[\w-]+\.[^"']*/g) ?? [];
      assert.deepEqual(
        addresses.filter((address) => !/\/\/(relay|311)\.example\.gov$/.test(address)),
        [],
        file,
      );
    }
  });

  it('leaves nothing behind: all it keeps is configuration under its own name, which Drupal takes away with it', () => {
    const text = code.map((file) => textOf(`packages/drupal/${file}`)).join('\n');
    assert.doesNotMatch(
      text,
      /\b(state|keyvalue|hook_schema|hook_install|Database|file_put_contents|entity_type\.manager)\b/i,
    );
    for (const [, name] of text.matchAll(/(?:get|getEditable)\('([\w.]+)'\)/g))
      if (name !== 'config.factory') assert.match(name ?? '', /^citydesk\./);
    assert.deepEqual(globSync('config/install/*', { cwd: moduleFolder }), ['config/install/citydesk.settings.yml']);
  });

  it('is packed by the build, the same bytes each time', () => {
    assert.ok(existsSync(drupalZip), 'npm run build');
    assert.ok(readFileSync(drupalZip).equals(zipOf(drupalFiles())), 'npm run build');
    const names = [...drupalFiles().keys()];
    for (const needed of ['citydesk.info.yml', 'LICENSE.txt', 'README.md', 'js/citydesk/integrity.json'])
      assert.ok(names.includes(`citydesk/${needed}`), needed);
    assert.ok(!names.some((name) => /package\.json$|\.d\.ts$/.test(name)));
  });
});
