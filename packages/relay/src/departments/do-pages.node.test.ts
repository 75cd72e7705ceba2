import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { departmentTown, open, photo, type DepartmentTown } from '../../test/department-town.ts';
import { leftIn } from '../../test/left-in-photo.ts';
import { staffSignIn } from '../../test/town.ts';

let town: DepartmentTown;
before(async () => (town = await departmentTown()));
after(() => town.close());

const publicly = (id: string) => town.client.request(id, { extensions: true });
const history = (id: string) => town.history(id);

describe('the page behind a department’s link', () => {
  it('shows the report and what can be done, opened at what was pressed', async () => {
    const { id, link } = await town.pothole({ description: 'Deep <i>hole</i>' });
    const page = await open(link('Done'));
    assert.equal(page.status, 200);
    assert.equal(page.title, `Pothole ${id} | Maple Falls`);
    assert.match(page.text, /Deep <i>hole<\/i>/);
    assert.deepEqual(
      [...page.html.matchAll(/<details ?(open)?[^>]*>\s*<summary>([^<]*)/g)].map(
        ([, is, name]) => `${name}${is ? ' open' : ''}`,
      ),
      ['Done open', 'Started', 'Not ours'],
    );
    const plainly = await open(link('Done').replace('?do=done', ''));
    assert.match(plainly.html, /<details open[^>]*>\s*<summary>Started/);
  });

  it('has no two things to press that are called the same, whatever became of the report', async () => {
    const { link } = await town.pothole();
    const pressed = async (name: string): Promise<readonly string[]> =>
      [...(await open(link(name))).html.matchAll(/<(?:summary|button)[^>]*>([^<]*)/g)].map(([, said = '']) =>
        said.trim(),
      );
    const looks = [await pressed('Done')];
    await (await open(link('Started'))).send();
    looks.push(await pressed('Done'));
    await (await open(link('Done'))).send();
    looks.push(await pressed('Done'));
    for (const names of looks) assert.equal(new Set(names).size, names.length, names.join(', '));
    assert.deepEqual(looks[0], ['Done', 'Mark as done', 'Started', 'Mark as started', 'Not ours', 'Pass it on']);
  });

  it('changes nothing when it is looked at, in any way and however often', async () => {
    const { id, link } = await town.pothole();
    const before = JSON.stringify(await publicly(id));
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH']) {
      for (const name of ['Started', 'Done', 'Not ours']) {
        const { status } = await fetch(`${link(name)}&note=x&seen=1`, { method, redirect: 'manual' });
        assert.equal(status, method === 'GET' || method === 'HEAD' ? 200 : 404, method);
      }
    }
    assert.equal(JSON.stringify(await publicly(id)), before);
  });

  it('runs no script, is kept nowhere, and tells no other site where it is', async () => {
    const { link } = await town.pothole();
    const { headers, html } = await open(link('Started'));
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.doesNotMatch(html, /<script|\sstyle=|\son\w+=/i);
    const style = await fetch(new URL(/href="([^"]*\.css)"/.exec(html)![1]!, link('Started')));
    assert.equal(style.headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('starts the work, with a note for the resident', async () => {
    const { id, link } = await town.pothole();
    const page = await (await open(link('Started'))).send({ note: 'A crew comes\r\non Tuesday.' });
    assert.match(page.text, /Saved\. The public can see it now\./);
    const request = await publicly(id);
    assert.deepEqual([request.detailedStatus, request.statusNotes], [['IN_PROCESS'], 'A crew comes\non Tuesday.']);
  });

  it('starts the work without a word', async () => {
    const { id, link } = await town.pothole();
    await (await open(link('Started'))).send();
    assert.deepEqual(await history(id), ['received', 'in_process']);
  });

  it('closes the report, with a photo that says nothing of the camera', async () => {
    const { id, link } = await town.pothole();
    const page = await (await open(link('Done'))).send({ note: 'Filled.', media: [photo('our depot')] });
    assert.equal(page.status, 200);
    const request = await publicly(id);
    assert.deepEqual([request.status, request.statusNotes], ['closed', 'Filled.']);
    const after = request.notes!.at(-1)!.mediaUrls![0]!;
    const bytes = new Uint8Array(await (await fetch(after)).arrayBuffer());
    assert.equal(leftIn(bytes).metadata, 0);
    assert.match(page.html, /<img src="[^"]*" alt="Photo of the work"/);
  });

  it('says beside the field what cannot be saved, and keeps what was typed', async () => {
    const { id, link } = await town.pothole();
    const files = [new File(['no photo'], 'photo.jpg', { type: 'image/jpeg' })];
    const wrong = await (await open(link('Done'))).send({ note: 'Filled <b>all</b>.', media: files });
    assert.equal(wrong.status, 400);
    assert.match(wrong.title, /^Error: /);
    assert.match(wrong.html, /<a href="#done-media">We cannot read this file\./);
    assert.match(wrong.html, /id="done-media"[^>]*aria-invalid="true"/s);
    assert.match(wrong.text, /Choose the photo again\. It was not kept\./);
    assert.equal(wrong.form.get('note'), 'Filled <b>all</b>.');
    assert.deepEqual(await history(id), ['received']);
    const long = await (await open(link('Started'))).send({ note: 'x'.repeat(4001) });
    assert.match(long.text, /Use 4000 characters or fewer\. This has 4001\./);
    const control = await (await open(link('Started'))).send({ note: 'a\u0007b' });
    assert.match(control.text, /character that cannot be kept/);
    const [two, page] = [[photo(), photo()], await open(link('Done'))];
    assert.match((await page.send({ media: two })).text, /Send one photo\./);
    assert.deepEqual(await history(id), ['received']);
    await wrong.send({ media: [photo()] });
    assert.deepEqual(await history(id), ['received', 'processed Filled <b>all</b>.']);
  });

  it('does a thing once, however often its button is pressed', async () => {
    const { id, link } = await town.pothole();
    const page = await open(link('Done'));
    const [once, twice] = await Promise.all([page.send({ note: 'Filled.' }), page.send({ note: 'Filled.' })]);
    const again = await page.send({ note: 'Filled.' });
    const texts = [once.text, twice.text, again.text];
    assert.equal(texts.filter((text) => text.includes('Saved. The public')).length, 1);
    assert.equal(
      texts.filter((text) => /This was saved already: Closed, .* Nothing was changed now\./.test(text)).length,
      2,
    );
    assert.deepEqual(await history(id), ['received', 'processed Filled.']);
  });

  it('keeps what was typed when somebody else was quicker', async () => {
    const { id, link } = await town.pothole();
    const page = await open(link('Done'));
    const desk = new FormData();
    for (const [name, value] of Object.entries({ status: 'In progress', note: 'From the desk.' }))
      desk.set(name, value);
    const saved = await fetch(`${town.url}staff/requests/${id}`, { method: 'POST', body: desk, headers: staffSignIn });
    assert.equal(saved.status, 200);
    const late = await page.send({ note: 'Filled.' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Someone changed this report in the meantime: In progress/);
    assert.match(late.text, /From the desk\./);
    assert.deepEqual(await history(id), ['received', 'in_process From the desk.']);
    await late.send();
    assert.deepEqual(await history(id), ['received', 'in_process From the desk.', 'processed Filled.']);
  });

  it('goes on with a report that is closed, but passes it on to nobody', async () => {
    const { id, link } = await town.pothole();
    await (await open(link('Done'))).send();
    const page = await open(link('Not ours'));
    assert.deepEqual(
      [...page.html.matchAll(/<summary>([^<]*)/g)].map(([, name]) => name),
      ['Open it again', 'Add a note or photo'],
    );
    const form = new URLSearchParams({ do: 'not-ours', seen: '2', to: 'parks', why: 'x' });
    assert.equal((await fetch(link('Not ours'), { method: 'POST', body: form })).status, 400);
    assert.deepEqual(await history(id), ['received', 'processed']);
    assert.match((await (await open(link('Done'))).send()).text, /Write a note or add a photo\./);
    await (await open(link('Done'))).send({ note: 'The photo follows.' });
    await (await open(link('Started'))).send({ note: 'It broke again.' });
    assert.equal((await publicly(id)).status, 'open');
    assert.match((await (await open(link('Started'))).send()).text, /Write a note\. It is in progress already\./);
  });

  it('takes nothing from the page of another site', async () => {
    const { id, link } = await town.pothole();
    const body = () => new URLSearchParams({ do: 'done', seen: '1' });
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as HeadersInit[]) {
      const { status } = await fetch(link('Done'), { method: 'POST', body: body(), headers });
      assert.equal(status, 403);
    }
    assert.deepEqual(await history(id), ['received']);
  });

  it('takes nothing that its page does not send', async () => {
    const { id, link } = await town.pothole();
    const bodies = [
      '',
      'do=done',
      'do=done&seen=',
      'do=done&seen=0',
      'do=burn&seen=1',
      'seen=1',
      'do=done&seen=1e0',
      'do=not-here&seen=1&note=x',
    ];
    for (const body of bodies) {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const { status } = await fetch(link('Done'), { method: 'POST', body, headers });
      assert.ok(status === 400 || status === 409, `${body}: ${status}`);
    }
    const json = await fetch(link('Done'), {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(json.status, 400);
    assert.deepEqual(await history(id), ['received']);
  });
});
