import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { departmentTown, open, type DepartmentTown } from '../../test/department-town.ts';
import { townSecret } from '../../test/town.ts';
import { signedLink } from '../signed-link.ts';
import { doLinks } from './do-links.ts';

let town: DepartmentTown;
before(async () => (town = await departmentTown()));
after(() => town.close());

const history = (id: string) => town.history(id);

describe('a link that is not right', () => {
  it('is the same page for every forgery', async () => {
    const { id, link } = await town.pothole();
    const token = /do\/([^?]+)/.exec(link('Done'))![1]!;
    const later = new Date(Date.now() + 1e9);
    const forgeries = [
      `${token}A`,
      token.slice(1),
      `A${token.slice(1)}`,
      token.split('.')[0]!,
      'x',
      '%00',
      doLinks('another secret that is 32 or longer').make({ requestId: id, department: 'streets', hop: 0 }, later),
      signedLink(townSecret).make('alert', [id, 'streets', '0'], later),
      doLinks(townSecret).make({ requestId: '26-99999', department: 'streets', hop: 0 }, later),
      `${token}/photos/none`,
      `${token}/`,
    ];
    const pages = await Promise.all(forgeries.map((each) => open(`${town.url}do/${each}`)));
    for (const { status, html, text } of pages) {
      assert.equal(status, 404);
      assert.match(text, /Nothing here Open the link in the mail again\. It may have been cut off\./);
      assert.equal(html.replaceAll('../', ''), pages[0]!.html);
    }
    const posts = forgeries.map((each) =>
      fetch(`${town.url}do/${each}`, { method: 'POST', body: new URLSearchParams({ do: 'done', seen: '1' }) }),
    );
    assert.deepEqual([...new Set((await Promise.all(posts)).map(({ status }) => status))], [404]);
    assert.equal((await open(`${town.url}do`)).status, 404);
    assert.deepEqual(await history(id), ['received']);
  });

  it('says that it is too old, and how to go on', async () => {
    const { id } = await town.pothole();
    const token = doLinks(townSecret).make({ requestId: id, department: 'streets', hop: 0 }, new Date());
    const page = await open(`${town.url}do/${token}?do=done`);
    assert.equal(page.status, 410);
    assert.match(page.text, /This link is too old Links work for 60 days\./);
    assert.doesNotMatch(page.text, new RegExp(`${id}|Hoffman`));
    const [, desk = ''] = /<a href="([^"]*)">staff desk/.exec(page.html) ?? [];
    assert.equal(new URL(desk, page.url).href, `${town.url}staff/`);
    const body = new URLSearchParams({ do: 'done', seen: '1' });
    assert.equal((await fetch(`${town.url}do/${token}`, { method: 'POST', body })).status, 410);
    assert.deepEqual(await history(id), ['received']);
  });

  it('is of no use for the department that the report did not come to', async () => {
    const { id } = await town.pothole();
    const later = new Date(Date.now() + 1e9);
    for (const [department, hop] of [
      ['parks', 0],
      ['streets', 1],
      ['streets', 7],
    ] as const) {
      const token = doLinks(townSecret).make({ requestId: id, department, hop }, later);
      assert.match((await open(`${town.url}do/${token}`)).text, /This is with Streets now/);
      const body = new URLSearchParams({ do: 'done', seen: '1' });
      assert.equal((await fetch(`${town.url}do/${token}`, { method: 'POST', body })).status, 409);
    }
    assert.deepEqual(await history(id), ['received']);
  });
});
