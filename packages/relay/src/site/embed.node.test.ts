import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { talkativeJpeg } from '../../test/pictures.ts';
import { failed, filed, headingOf, pothole, shelf, site, typed } from '../../test/plain-form.ts';

describe('the plain form', () => {
  it('files a report in two pages, without a script', async () => {
    const open = site();
    const first = await open();
    assert.match(first.html, /<optgroup label="Streets">\s*<option value="006" >Pothole<\/option>/);
    const second = await first.send({ service_code: '006' });
    assert.equal(headingOf(second), 'Pothole');
    const last = await second.send({
      ...typed,
      ...{ 'attribute[near]': ['school', 'shop'], 'attribute[count]': '1,200', 'attribute[seen]': '2026-03-05' },
      ...{ name: 'Jane van Doe', email: 'jane@example.com' },
    });
    assert.equal(headingOf(last), 'The city has your report');
    const [request] = filed();
    assert.ok(request && filed().length === 1);
    assert.ok(last.text.includes(`Report number ${request.serviceRequestId}`));
    assert.match(last.text, /A crew comes within 2 days\./);
    assert.match(request.description ?? '', /^Deep <b> & wide\n\n\(Reference CD-/);
    assert.deepEqual(
      [request.address, request.firstName, request.lastName, request.email],
      ['318 Hoffman St', 'Jane van', 'Doe', 'jane@example.com'],
    );
    const { size, near, count, seen } = request.attributes;
    assert.deepEqual([size, near, count], ['b', ['school', 'shop'], '1200']);
    assert.match(String(seen), /^2026-03-05T00:00:00/);
  });

  it('files once, however often it is sent, loaded again or gone back to', async () => {
    const open = site();
    const form = await pothole(open);
    const sent = await form.send(typed);
    for (const page of [await sent.again(), await form.send(typed), await (await form.again()).send(typed)]) {
      assert.equal(headingOf(page), 'The city has your report');
      assert.ok(page.text.includes(filed()[0]!.serviceRequestId));
    }
    assert.equal(filed().length, 1);
  });

  it('gives every visit a key of its own, which loading again keeps', async () => {
    const open = site();
    const [one, other] = [await pothole(open), await pothole(open)];
    assert.notEqual(one.form.get('key'), other.form.get('key'));
    assert.equal((await one.again()).form.get('key'), one.form.get('key'));
  });

  it('gives a link that was passed on a key of its own after a day', async () => {
    let ahead = 0;
    const open = site({ now: () => Date.now() + ahead });
    const form = await pothole(open);
    ahead = 25 * 3_600_000;
    assert.notEqual((await form.again()).form.get('key'), form.form.get('key'));
  });

  it('asks to say what differs when a page that sent a report sends another', async () => {
    const open = site();
    const form = await pothole(open);
    await form.send(typed);
    const changed = await form.send({ ...typed, place: 'Elsewhere' });
    assert.equal(headingOf(changed), 'This page sent a report before');
    assert.equal(changed.form.get('place'), 'Elsewhere');
    assert.match(changed.html, />Send as a new report</);
    assert.equal(filed().length, 1);
    assert.equal(headingOf(await changed.send()), 'The city has your report');
    assert.equal(filed().length, 2);
  });

  it('keeps everything typed and says what to fix, each with a link to its field', async () => {
    const open = site();
    const form = await pothole(open);
    const wrong = await form.send({
      ...{ place: ' ', description: 'It has "quotes"\r\nand <tags>', 'attribute[near]': ['shop'] },
      ...{ 'attribute[count]': 'many', email: 'jane', name: 'Jane' },
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /<title>Error: Pothole \| Test city<\/title>/);
    assert.match(wrong.text, /There are 4 things to fix/);
    for (const [id, text] of [
      ['place', 'Tell us where it is. Type an address, or say it in your own words.'],
      ['answer-2', 'Choose an answer: How big is it?'],
      ['answer-4', 'Write a number, like 2.'],
      ['email', 'Write an email address, like name@example.com.'],
    ]) {
      assert.ok(wrong.html.includes(`<a href="#${id}">${text}</a>`), `${id} in ${wrong.html}`);
      assert.ok(wrong.html.includes(`id="${id}"`), id);
      assert.ok(wrong.html.includes(`id="${id}-error"`), id);
    }
    const kept = Object.fromEntries(wrong.form);
    assert.equal(kept['description'], 'It has "quotes"\nand <tags>');
    assert.deepEqual([kept['attribute[near]'], kept['attribute[count]'], kept['email']], ['shop', 'many', 'jane']);
    assert.equal(kept['key'], form.form.get('key'));
    assert.equal(filed().length, 0);
    const right = await wrong.send({ ...typed, 'attribute[count]': '', email: 'jane@example.com' });
    assert.equal(headingOf(right), 'The city has your report');
  });

  it('asks which kind of report it is when none was chosen, and says when there is none such', async () => {
    const open = site();
    const none = await (await open()).send({ service_code: '' });
    assert.equal(none.status, 422);
    assert.match(none.html, /<a href="#service">Choose what the problem is\.<\/a>/);
    assert.equal((await open('http://relay.test/citydesk/embed?service_code=nothing')).status, 404);
  });

  it('takes services without questions, with slashes in their code, and without a number', async () => {
    const open = site();
    const animal = await (await open()).send({ service_code: 'Animals/Dead animal' });
    const token = await animal.send({ place: 'Here' });
    assert.match(token.text, /The city has your report .*The city gives it a number later\./);
    const tip = await (await open()).send({ service_code: 'tip' });
    assert.match((await tip.send({ place: 'Here' })).text, /The city gives no number for this kind of report\./);
    assert.equal(filed().length, 2);
  });

  it('brings photos bare, and says of each that cannot be taken what to do', async () => {
    const open = site({ photos: { most: 2, shelf } });
    const form = await pothole(open);
    const wrong = await form.send({ ...typed, media: [new File(['<svg/>'], 'a.jpg'), talkativeJpeg()] });
    assert.ok(
      wrong.html.includes('<a href="#photos-add">We cannot read this file. Choose a JPEG, PNG or WebP photo.</a>'),
    );
    assert.match(wrong.text, /Photo 1 is kept\./);
    const sent = await wrong.send();
    assert.equal(headingOf(sent), 'The city has your report');
    assert.equal(filed()[0]!.photos.length, 1);
    assert.equal(headingOf(await sent.again()), 'The city has your report');
    assert.equal(filed().length, 1);
  });

  it('leaves out a kept photo where that is ticked, and takes no more than it may', async () => {
    const open = site({ photos: { most: 2, shelf } });
    const form = await pothole(open);
    const many = await form.send({ ...typed, media: [talkativeJpeg(), talkativeJpeg(), talkativeJpeg()] });
    assert.match(many.text, /You can add 2 photos\. Take out some\./);
    const kept = await form.send({ ...typed, place: '', media: [talkativeJpeg({ orientation: 6 }), talkativeJpeg()] });
    const names = kept.form.getAll('kept') as string[];
    assert.equal(names.length, 2);
    const sent = await kept.send({ place: 'Here', dropped: [names[0]!] });
    assert.equal(headingOf(sent), 'The city has your report');
    assert.equal(filed()[0]!.photos.length, 1);
  });

  it('leaves photos with the browser where the shelf takes no more of this caller', async () => {
    const open = site({ photos: { most: 2, shelf, mayKeep: () => false } });
    const wrong = await (await pothole(open)).send({ ...typed, place: '', media: [talkativeJpeg()] });
    assert.match(wrong.text, /Add your photos again: a browser does not keep them\./);
    const sent = await wrong.send({ ...typed, media: [talkativeJpeg()] });
    assert.equal(headingOf(sent), 'The city has your report');
    assert.equal(filed()[0]!.photos.length, 1);
  });

  it('has no field for photos where the city takes none', async () => {
    const open = site();
    assert.doesNotMatch((await pothole(open)).html, /type="file"/);
  });

  it('tells the relay what a person would not have filled in, and how long it was written', async () => {
    const seen: unknown[] = [];
    let ahead = 0;
    const open = site({
      now: () => Date.now() + ahead,
      submit: async ({ honeypot, filledFor, key }) => {
        seen.push([honeypot, filledFor === undefined ? undefined : Math.round(filledFor / 1000), key.length]);
        return failed('slow', 429);
      },
    });
    const form = await pothole(open);
    assert.match(form.html, /<div class="further">/);
    ahead = 90_000;
    await form.send({ ...typed, further_details: 'cheap pills' });
    await form.send({ ...typed, begun: `${String(form.form.get('begun')).slice(0, -1)}!` });
    assert.deepEqual(seen, [
      ['cheap pills', 90, 36],
      [undefined, undefined, 36],
    ]);
  });

  it('does not send what another site has posted, but shows it', async () => {
    const open = site();
    const form = await pothole(open);
    const body = new FormData();
    for (const [name, value] of form.form) body.append(name, value);
    body.set('place', 'Here');
    body.set('attribute[size]', 'b');
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    const strange = await open('http://relay.test/citydesk/embed', { method: 'POST', headers, body });
    assert.equal(strange.status, 403);
    assert.equal(strange.form.get('place'), 'Here');
    assert.notEqual(strange.form.get('key'), form.form.get('key'));
    assert.equal(filed().length, 0);
  });
});

describe('a body that is no form of ours', () => {
  const post = (open: ReturnType<typeof site>, body: BodyInit, headers = {}) =>
    open('http://relay.test/citydesk/embed', { method: 'POST', body, headers });

  it('is answered with a page that says what to do', async () => {
    const open = site({ photos: { most: 1, limits: { bytes: 1000 } } });
    const large = await post(open, new Uint8Array(300_000), { 'Content-Type': 'multipart/form-data; boundary=x' });
    assert.deepEqual([large.status, headingOf(large)], [413, 'This is more than we can take']);
    const broken = await post(open, 'no form', { 'Content-Type': 'multipart/form-data; boundary=x' });
    assert.match(broken.text, /The form did not arrive whole\. Go back and send it again\./);
    assert.equal(broken.status, 400);
    const none = await post(open, new URLSearchParams({ service_code: 'nothing' }));
    assert.equal(none.status, 404);
  });

  it('is a report of its own when it has no key, or one of its own making', async () => {
    const open = site();
    for (const key of ['', 'x', '"; DROP', '00000000-0000-0000-0000-000000000000']) {
      const fields = { service_code: '006', place: 'Here <script>', 'attribute[size]': 'b', key };
      const page = await post(open, new URLSearchParams(fields));
      assert.equal(headingOf(page), 'This page was open for a long time');
      assert.equal(page.form.get('place'), 'Here <script>');
      assert.doesNotMatch(page.html, /<script/);
    }
    assert.equal(filed().length, 0);
  });
});
