// Runs the Drupal module's own PHP classes with the stand-ins in `php/`, and reads its YAML.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../workspace.ts';

export const moduleFolder = path.join(root, 'packages/drupal');

/** What `php/run.php` is asked, and what comes of it. */
interface Deeds {
  readonly filter: { ask: { text: string }; gives: Placed & { readonly tips: readonly string[] } };
  readonly block: { ask: { configuration?: object; preview?: boolean }; gives: Placed };
  readonly form: { ask: object; gives: { readonly targets: readonly string[] } };
  readonly 'block-form': {
    ask: { values: Readonly<Record<string, string>> };
    gives: { readonly fields: readonly string[]; readonly kept: Readonly<Record<string, unknown>> };
  };
}

export interface Placed {
  readonly html: string;
  /** Cache tags. */
  readonly tags: readonly string[];
  readonly libraries: readonly string[];
}

/** As a site administrator would fill in the settings. */
export const settings = {
  endpoint: 'https://311.example.gov/open311/v2/',
  jurisdiction_id: '',
  phone: '269-555-0142',
  plain_form: 'https://311.example.gov/citydesk/embed?widget=request-form',
  city_file: '',
  faq: '',
  tracker: '/track',
  storage: 'device',
  practice: false,
} as const;

/** @throws Error with what PHP said: every notice and warning is one */
export function inPhp<Deed extends keyof Deeds>(
  deed: Deed,
  asked: Deeds[Deed]['ask'] & { settings?: object },
): Deeds[Deed]['gives'] {
  const input = JSON.stringify({ settings, ...asked, do: deed, module: moduleFolder });
  const { stdout, stderr, status } = php([path.join(import.meta.dirname, 'php/run.php')], input);
  if (status !== 0) throw new Error(`PHP ended with ${status}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Deeds[Deed]['gives'];
}

/** Runs PHP without any setting of the machine but that it says everything. */
export function php(args: readonly string[], input = '') {
  return spawnSync('php', ['-d', 'display_errors=stderr', '-d', 'error_reporting=-1', ...args], {
    input,
    encoding: 'utf8',
    timeout: 30_000,
  });
}

const missing = 'apt-get install php-cli php-xml php-mbstring php-masterminds-html5';

/** Why the tests that need PHP are skipped: where there is none, or not the library that reads HTML for Drupal. With CI that is a failure. */
export const noPhp: string | false = isPhpThere() ? false : missing;

function isPhpThere(): boolean {
  const { status } = php(['-r', 'extension_loaded("dom") || exit(1); require "Masterminds/HTML5/autoload.php";']);
  if (status !== 0 && process.env['CI'] === 'true') throw new Error(`There is no PHP with what it takes: ${missing}`);
  return status === 0;
}

/** A YAML file of the module. */
export function yamlOf<T = Record<string, unknown>>(file: string): T {
  return parse(readFileSync(path.join(moduleFolder, file), 'utf8')) as T;
}
