/** Where the built files are, what each of them must be, and where the plain form is. */
import type { Choice } from './choice.ts';

/** What the build has said about its files: `citydesk/integrity.json`. */
export interface Release {
  readonly version: string;
  /** Digests for `integrity`, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Places {
  readonly release: Release;
  /** Folder of the built files, absolute, with a slash at its end. */
  readonly files: string;
  /** The relay's plain form; `undefined` where nothing says that there is one. */
  readonly embed: string | undefined;
  /** The files are the builder's own: nobody has said where the page will have them. */
  readonly isBorrowed: boolean;
}

/** @throws {Error} in words, where `value` is no such manifest */
export function releaseIn(value: unknown): Release {
  const { version, files } = (value ?? {}) as Partial<Release>;
  const isDigest = (one: unknown) => typeof one === 'string' && /^sha(256|384|512)-[\w+/]+={0,2}$/.test(one);
  const isFine = typeof version === 'string' && /^\d+\.\d+\.\d+[\w.+-]*$/.test(version);
  if (!isFine || !files || !isDigest(files['citydesk.js']) || !Object.values(files).every(isDigest)) {
    throw new Error('citydesk/integrity.json is not what a build of Citydesk writes.');
  }
  return { version: version!, files };
}

/** @throws {Error} where there is no manifest to read */
export async function readRelease(folder: string): Promise<Release> {
  const url = new URL('citydesk/integrity.json', folder);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: HTTP ${response.status}`);
  return releaseIn(await response.json());
}

/**
 * @param known where the builder itself has the files
 * @param isRelay whether the endpoint is a Citydesk relay, which then has the files of its own version too
 */
export function placesFor(choice: Choice, release: Release, known: string, isRelay: boolean): Places {
  const ofRelay = isRelay ? new URL(`/citydesk/${release.version}/`, choice.endpoint).href : known;
  const files = choice.files || ofRelay;
  return { release, files, embed: embedOf(files, choice.endpoint), isBorrowed: files === known };
}

/** A relay serves its plain form beside the files and the endpoint: on one origin, under `/citydesk/`. */
function embedOf(files: string, endpoint: string): string | undefined {
  const [, folder] = /^(.*\/citydesk\/)(?:\d+\.\d+\.\d+[\w.+-]*\/)?$/.exec(files) ?? [];
  return folder && new URL(files).origin === new URL(endpoint).origin ? `${folder}embed` : undefined;
}
