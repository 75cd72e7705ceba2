// What comes to somebody who installs every published package: our tarballs and all they bring, as a CycloneDX bill of materials.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../run-command.ts';
import { root } from '../workspace.ts';
import { npm } from './example-project.ts';
import { packed } from './packed.ts';

/** The fields of CycloneDX that are read here. */
export interface Bill {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    /** For example `pkg:npm/%40citydesk/core@0.1.0`. */
    readonly purl: string;
    readonly licenses?: readonly unknown[];
  }[];
}

/** @throws Error with what npm said where something cannot be installed. */
export async function billOfMaterials(): Promise<Bill> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-sbom-'));
  try {
    await installPublished(folder);
    return await billOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A project that has every published package, as from the registry.
 * @throws Error with what npm said where something cannot be installed.
 */
export async function installPublished(folder: string): Promise<void> {
  const tarballs = await packed();
  const { version } = JSON.parse(readFileSync(path.join(root, 'packages/embed/package.json'), 'utf8')) as {
    version: string;
  };
  const project = { name: 'citydesk-release', version, private: true, license: 'MIT', type: 'module' };
  const write = (dependencies: Readonly<Record<string, string>>) =>
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...project, dependencies }));
  write({});
  const { ok, output } = await npm(folder, ['install', ...tarballs.values()]);
  if (!ok) throw new Error(output);
  // By their versions, which are fixed together, and no longer by the tarballs' place.
  write(Object.fromEntries([...tarballs.keys()].map((name) => [name, version])));
}

/** The bill of what is installed in a folder. Asks nobody. */
export async function billOf(folder: string): Promise<Bill> {
  const { ok, output } = await runCommand('npm', ['sbom', '--sbom-format=cyclonedx', '--offline', '--loglevel=error'], {
    cwd: folder,
  });
  if (!ok) throw new Error(output);
  return JSON.parse(output.slice(output.indexOf('{'))) as Bill;
}
