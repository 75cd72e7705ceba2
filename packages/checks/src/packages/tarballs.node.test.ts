import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { runCommand } from '../run-command.ts';
import { findNode } from '../runtimes.ts';
import { packages, textOf } from '../workspace.ts';
import { billOf, installPublished } from './bill-of-materials.ts';
import { npm } from './example-project.ts';
import { packed, publishedNames } from './packed.ts';

interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

const tarballs = await packed();
const manifests = new Map(packages().map(({ manifest }) => [manifest.name, manifest as unknown as Manifest]));

for (const [name, file] of tarballs) {
  describe(`the tarball of ${name}`, () => {
    let files: readonly string[] = [];
    before(async () => {
      const { ok, output } = await runCommand('tar', ['-tzf', file]);
      assert.ok(ok, output);
      files = output
        .trim()
        .split('\n')
        .map((line) => line.replace(/^package\//, ''));
    });

    it('has a README, the licence, and no tests', async () => {
      assert.ok(files.includes('README.md'));
      const { output } = await runCommand('tar', ['-xzOf', file, 'package/LICENSE']);
      assert.equal(output, textOf('LICENSE'));
      assert.deepEqual(
        files.filter((each) => /\.test\.[jt]s$|(^|\/)test\//.test(each)),
        [],
      );
    });

    it('is published for everybody, with provenance', () => {
      const { publishConfig, license } = manifests.get(name)!;
      assert.deepEqual(publishConfig, { access: 'public', provenance: true });
      assert.equal(license, 'MIT');
    });

    it('is clean to publint', async () => {
      const { messages, pkg } = await publint({
        pack: { tarball: new Uint8Array(readFileSync(file)).buffer },
        strict: true,
      });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg!)),
        [],
      );
    });

    it('has types that resolve, in every entry', async () => {
      const { ok, output } = await runCommand('attw', [
        file,
        '--profile',
        'esm-only',
        '--format',
        'ascii',
        '--no-color',
      ]);
      assert.ok(ok, output);
    });
  });
}

describe('the packages as they are installed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-installed-'));
  before(async () => {
    await installPublished(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('have a bill of materials, with every one of them and all they bring', async () => {
    const bill = await billOf(folder);
    assert.equal(bill.bomFormat, 'CycloneDX');
    assert.match(bill.specVersion, /^1\.[5-9]$/);
    const names = bill.components.map(({ purl }) => decodeURIComponent(purl).replace(/^pkg:npm\/|@[^@]*$/g, ''));
    const brought = [...manifests.values()].flatMap(({ private: own, dependencies = {} }) =>
      own ? [] : Object.keys(dependencies),
    );
    assert.deepEqual(
      [...publishedNames(), ...brought].filter((name) => !names.includes(name)),
      [],
    );
    assert.deepEqual(
      bill.components.filter(({ licenses }) => !licenses?.length).map(({ purl }) => purl),
      [],
    );
  });

  for (const major of [20, 24]) {
    it(`are imported by Node ${major} without a DOM, and register nothing but what is asked for`, async (test) => {
      const isOurs = process.versions.node.startsWith(`${major}.`);
      const node = isOurs ? process.execPath : await findNode(major);
      if (!node && !process.env['CI']) return test.skip(`There is no Node ${major} here.`);
      assert.ok(node, `There is no Node ${major} here.`);
      // The relay and the sandbox need Node 24; the script tag needs a page.
      const names = publishedNames().filter(
        (name) => !/^citydesk$|relay|sandbox/.test(name) || (major === 24 && name !== 'citydesk'),
      );
      const entries = names.flatMap(entriesOf).filter((entry) => !entry.endsWith('.json'));
      const defining = entries.filter((entry) => entry.endsWith('/define'));
      const script = `
        import assert from 'node:assert/strict';
        assert.equal(typeof document, 'undefined');
        for (const entry of ${JSON.stringify(entries.filter((entry) => !defining.includes(entry)))}) await import(entry);
        assert.equal(globalThis.customElements?.get('citydesk-request-form'), undefined);
        for (const entry of ${JSON.stringify(defining)}) await import(entry);
        assert.equal(typeof customElements.get('citydesk-request-form'), 'function');
        assert.equal(typeof document, 'undefined');`;
      writeFileSync(path.join(folder, 'imports.mjs'), script);
      const { ok, output } = await runCommand(node, ['imports.mjs'], { cwd: folder });
      assert.ok(ok, output);
    });
  }

  for (const [module, moduleResolution] of [
    ['esnext', 'bundler'],
    ['nodenext', 'nodenext'],
  ] as const) {
    it(`have declarations that compile, as ${moduleResolution} finds them`, async () => {
      const entries = publishedNames()
        .flatMap(entriesOf)
        .filter((entry) => !/\.json$|\/(jsx|preact|solid|vue|svelte)$/.test(entry));
      const lines = entries.map((entry, index) => `import * as entry${index} from '${entry}';\nvoid entry${index};`);
      writeFileSync(path.join(folder, 'all.ts'), lines.join('\n'));
      const compilerOptions = {
        ...{ module, moduleResolution, strict: true, noEmit: true, skipLibCheck: true, resolveJsonModule: true },
        ...{ target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], types: [] },
      };
      writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['all.ts'] }));
      const { ok, output } = await runCommand('tsc', ['-p', folder]);
      assert.ok(ok, output);
    });
  }
});

describe('the types for JSX, beside those that the examples use', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-jsx-'));
  before(async () => {
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "jsx", "private": true, "type": "module" }');
    const ours = [...tarballs].flatMap(([name, file]) => (/elements|core|map|open311/.test(name) ? [file] : []));
    const { ok, output } = await npm(folder, ['install', ...ours, 'preact@11.2.0', 'solid-js@1.9.19']);
    assert.ok(ok, output);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [entry, source, on] of [
    ['preact', 'preact', 'oncitydesk-request-submitted'],
    ['solid', 'solid-js', 'on:citydesk-request-submitted'],
  ] as const) {
    it(`take what is right in ${entry}, and refuse what is not`, async () => {
      const page = `
        import type {} from '@citydesk/elements/${entry}';
        export const right = (
          <citydesk-request-form contact="optional" heading-level="2" ${on}={(event) => console.log(event.requestId)}>
            <p>Call 269-555-0142.</p>
          </citydesk-request-form>
        );
        // @ts-expect-error There is no such rule.
        export const wrong = <citydesk-request-form contact="maybe" />;
        // @ts-expect-error The event has no such field.
        export const unknown = <citydesk-request-form ${on}={(event) => console.log(event.requestNumber)} />;`;
      writeFileSync(path.join(folder, 'page.tsx'), page);
      const compilerOptions = {
        ...{ module: 'esnext', moduleResolution: 'bundler', strict: true, noEmit: true, skipLibCheck: true, types: [] },
        ...{ target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], jsx: 'react-jsx', jsxImportSource: source },
      };
      writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['page.tsx'] }));
      const { ok, output } = await runCommand('tsc', ['-p', folder]);
      assert.ok(ok, output);
    });
  }
});

/** What can be imported from a package, as it is written. */
function entriesOf(name: string): readonly string[] {
  return Object.keys(manifests.get(name)!.exports).map((subpath) => name + subpath.slice(1));
}
