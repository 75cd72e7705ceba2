/** Test files run side by side in one browser: each has an outbox of its own, as if it stood on another device. */

const outbox = 'citydesk-outbox';
const suffix = ` of ${Math.random()}`;

/** Gives the pages in `realm` (this window, or a frame of it) the outbox of this test file. */
export function ownOutbox(realm: typeof globalThis): void {
  const { IDBFactory, LockManager } = realm;
  const { open, deleteDatabase, databases } = IDBFactory.prototype;
  const own = (name: string) => (name.startsWith(outbox) ? name + suffix : name);
  IDBFactory.prototype.open = function (name, ...version) {
    return open.call(this, own(name), ...version);
  };
  IDBFactory.prototype.deleteDatabase = function (name) {
    return deleteDatabase.call(this, own(name));
  };
  IDBFactory.prototype.databases = async function () {
    const all = await databases.call(this);
    return all
      .filter(({ name }) => !name!.startsWith(outbox) || name!.endsWith(suffix))
      .map(({ name, version }) => ({ name: name!.replace(suffix, ''), version: version! }));
  };
  const { request } = LockManager.prototype;
  LockManager.prototype.request = function (this: LockManager, name: string, ...rest: unknown[]) {
    return (request as (this: LockManager, ...all: unknown[]) => Promise<unknown>).call(this, own(name), ...rest);
  } as typeof request;
}

ownOutbox(globalThis);
