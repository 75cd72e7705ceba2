import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesLike, packages, exists, textOf } from './workspace.ts';

for (const { folder, manifest } of packages()) {
  if (!manifest.exports) continue;
  const paths = Object.entries(manifest.exports);
  const built = filesLike(`packages/${folder}/dist/**/*.js`).length > 0;

  describe(`the exports of ${manifest.name}`, () => {
    for (const [subpath, target] of paths) {
      const conditions = typeof target === 'string' ? { default: target } : target;

      it(`${subpath} leads to files that are there`, () => {
        const wanted = Object.entries(conditions).filter(([name]) => built || name === 'citydesk-source');
        const missing = wanted.filter(([, file]) => !exists(`packages/${folder}/${file}`));
        assert.deepEqual(missing, []);
      });

      if (typeof target === 'string') continue;
      it(`${subpath} names its source, its types and its code, in this order`, () => {
        // Order is meaning here: the first condition that fits wins. What the build writes from other sources has none of its own.
        const own = exists(
          `packages/${folder}/${(target['default'] ?? '').replace('./dist/', 'src/').replace(/js$/, 'ts')}`,
        );
        assert.deepEqual(Object.keys(conditions), [...(own ? ['citydesk-source'] : []), 'types', 'default']);
      });

      it(`${subpath} resolves from another package`, { skip: !built && 'not built' }, () => {
        const specifier = manifest.name + subpath.slice(1);
        assert.ok(import.meta.resolve(specifier).includes(`/packages/${folder}/`));
      });
    }

    it('ships every file it leads to', () => {
      const { files = [] } = JSON.parse(textOf(`packages/${folder}/package.json`)) as { files?: readonly string[] };
      const folders = paths.flatMap(([, target]) => (typeof target === 'string' ? [] : Object.values(target)));
      const unshipped = folders.filter((file) => !files.some((name) => file.startsWith(`./${name}/`)));
      assert.deepEqual(unshipped, []);
    });

    for (const [name, file] of Object.entries(manifest.bin ?? {})) {
      it(`npx finds the command ${name} in a clean clone`, () => assert.ok(exists(`packages/${folder}/${file}`)));
    }
  });
}
