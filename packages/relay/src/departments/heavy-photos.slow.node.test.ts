import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { departmentTown, open, photo, type DepartmentTown } from '../../test/department-town.ts';

let town: DepartmentTown;
before(async () => (town = await departmentTown()));
after(() => town.close());

describe('the mail of a report with many photos', () => {
  it('leads to the photos that are too large for a mail', async () => {
    const heavy = () => {
      const bare = photo();
      const noise = new Uint8Array(7 * 1024 * 1024).fill(7);
      return bare.arrayBuffer().then((bytes) => {
        // Before the end of the picture, as a camera's pixels would be.
        const all = new Uint8Array(bytes);
        const at = all.findLastIndex((byte, index) => byte === 0xff && all[index + 1] === 0xd9);
        return new File([all.slice(0, at), noise, all.slice(at)], 'large.jpg');
      });
    };
    const id = await town.report({}, [await heavy(), await heavy(), await heavy(), photo()]);
    const mail = await town.mailTo('streets', id);
    assert.equal(mail.attachments.length, 3);
    assert.match(mail.text, /One photo is too large for a mail\. See all photos here:\nhttp:\S+\/do\/[\w.-]+\n/);
    const page = await open(/here:\n(\S+)/.exec(mail.text)![1]!);
    const shown = [...page.html.matchAll(/<img src="([^"]*)"/g)].map(([, source = '']) => new URL(source, page.url));
    assert.equal(shown.length, 4);
    const answers = await Promise.all(shown.map((address) => fetch(address)));
    assert.deepEqual(
      answers.map(({ status, headers }) => `${status} ${headers.get('content-type')}`),
      Array(4).fill('200 image/jpeg'),
    );
    assert.ok(answers.every(({ headers }) => headers.get('cache-control') === 'no-store'));
  });
});
