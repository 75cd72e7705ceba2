/** The storage of the device, for one test at a time: test files run side by side in one browser. */
import { deleteDB } from 'idb';

/** Each test of this `describe` begins and ends with nothing kept, and no other test keeps anything meanwhile. */
export function ownDevice(): void {
  let release = () => {};
  beforeEach(async () => {
    await new Promise<void>((begin) => {
      const held = () => new Promise<void>((end) => ((release = end), begin()));
      void navigator.locks.request('one test at a time', held);
    });
    await deleteDB('citydesk');
  });
  afterEach(async () => {
    await deleteDB('citydesk');
    release();
  });
}

/** Whether anything of ours is in the device's databases. */
export async function anythingKept(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === 'citydesk');
}
