// What makes `npm ci` refuse a lock file, or trust it too much. `npm install` writes such locks without a word.

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What is wrong with the lock file, in sentences; empty when nothing is. */
export function lockProblems({ packages }: LockFile): readonly string[] {
  return Object.entries(packages).flatMap(([place, { version, optionalDependencies = {}, ...rest }]) => {
    const lost = Object.keys(optionalDependencies).filter((name) => !isReachable(packages, place, name));
    const problems =
      lost.length > 0 ? [`${place}@${version} lacks its optional ${lost.join(', ')}: npm ci refuses this`] : [];
    const fetched = place.includes('node_modules/') && !rest.link && !rest.inBundle;
    return fetched && !rest.integrity
      ? [...problems, `${place}@${version} has no integrity: nothing proves what is fetched`]
      : problems;
  });
}

/** Looks where Node would: beside the package, then in every node_modules above it. */
function isReachable(packages: LockFile['packages'], from: string, name: string): boolean {
  let place = from;
  while (true) {
    if (packages[place ? `${place}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!place) return false;
    const above = place.lastIndexOf('/node_modules/');
    place = above < 0 ? '' : place.slice(0, above);
  }
}
