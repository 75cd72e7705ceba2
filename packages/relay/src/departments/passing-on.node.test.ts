import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { departmentTown, linkIn, open, type DepartmentTown } from '../../test/department-town.ts';

let town: DepartmentTown;
before(async () => (town = await departmentTown()));
after(() => town.close());

const publicly = (id: string) => town.client.request(id, { extensions: true });
const history = (id: string) => town.history(id);

describe('a report that is not ours', () => {
  it('goes to another department with the reason, and the resident reads who has it', async () => {
    const { id, link } = await town.pothole({ description: 'Deep' });
    const page = await (await open(link('Not ours'))).send({ to: 'parks', why: 'It is in <b>the park</b>.\nAsk Bo.' });
    assert.match(page.text, /This is with Parks now Pothole, number/);
    const mail = await town.mailTo('parks', id);
    assert.match(mail.text, /Streets passed this on to you\.\n> It is in <b>the park<\/b>\.\n> Ask Bo\.\n/);
    assert.match(
      mail.html!,
      /Streets passed this on to you\.<\/b><br \/><bdi dir="auto">It is in &lt;b&gt;the park&lt;\/b&gt;\.<br \/>Ask Bo\./,
    );
    const request = await publicly(id);
    assert.deepEqual([request.agencyResponsible, request.statusNotes], ['Parks', 'Passed on to Parks.']);
    assert.doesNotMatch(JSON.stringify(request), /Bo\b/);
    for (const name of ['Started', 'Done', 'Not ours']) {
      const old = await open(link(name));
      assert.match(old.text, /This is with Parks now/);
      assert.doesNotMatch(old.text, /Deep|Hoffman/);
    }
    assert.match(
      (await open(linkIn(mail, 'Started'))).text,
      /Streets passed this on to you\. It is in <b>the park<\/b>\./,
    );
  });

  it('is passed on once, however often the button is pressed', async () => {
    const { id, link } = await town.pothole();
    const page = await open(link('Not ours'));
    const pages = await Promise.all(Array.from({ length: 5 }, () => page.send({ to: 'water', why: 'A main broke.' })));
    for (const { text } of pages) assert.match(text, /This is with Water now/);
    await town.mailTo('water', id);
    assert.equal(town.mailbox.mails.filter(({ subject }) => subject.includes(id)).length, 2);
    assert.deepEqual(await history(id), ['received', 'received Passed on to Water.']);
  });

  it('asks for whom and why', async () => {
    const { id, link } = await town.pothole();
    const page = await open(link('Not ours'));
    const noWho = await page.send({ why: 'No idea.' });
    assert.match(noWho.html, /<a href="#not-ours-to">Choose who gets it\./);
    assert.equal(noWho.form.get('why'), 'No idea.');
    const noWhy = await page.send({ to: 'parks' });
    assert.match(noWhy.html, /<a href="#not-ours-why">Write why/);
    assert.equal(noWhy.form.get('to'), 'parks');
    for (const to of ['streets', 'constructor', '__proto__', 'parks ', 'mayor@example.com']) {
      if (to.trim() === 'parks') continue;
      assert.equal((await page.send({ to, why: 'x' })).status, 400, to);
    }
    assert.deepEqual(await history(id), ['received']);
  });

  it('goes to the first department where none of them fits, which tells the resident where to go', async () => {
    const { id, link } = await town.pothole();
    await (await open(link('Not ours'))).send({ to: 'none', why: 'It is a county road.' });
    const mail = await town.mailTo('clerk', id);
    assert.doesNotMatch(mail.text, /Not ours/);
    const page = await open(linkIn(mail, 'Not for this town'));
    assert.match(page.text, /It closes the report\. The resident reads it, and so can anyone\./);
    assert.match((await page.send()).text, /Write where the resident can go with it\./);
    await page.send({ note: 'This is a county road. Call 269-555-0199.' });
    const request = await publicly(id);
    assert.deepEqual([request.status, request.statusNotes], ['closed', 'This is a county road. Call 269-555-0199.']);
  });

  it('comes to the first department first where no other is named, with both ways out', async () => {
    const id = await town.report({ service_code: 'other' });
    const mail = await town.mailTo('clerk', id);
    assert.match(mail.text, /Not ours/);
    assert.doesNotMatch(mail.text, /Not for this town/);
    const page = await open(linkIn(mail, 'Not ours'));
    assert.deepEqual(
      [...page.html.matchAll(/<summary>([^<]*)/g)].map(([, name]) => name),
      ['Not ours', 'Started', 'Done', 'Not for this town'],
    );
    assert.doesNotMatch(page.text, /None of these/);
    await page.send({ to: 'parks', why: 'Yours.' });
    const back = await open(linkIn(await town.mailTo('parks', id), 'Not ours'));
    await back.send({ to: 'clerk', why: 'No, not ours.' });
    const last = await town.mailTo('clerk', id, 2);
    assert.match(last.text, /Not for this town/);
    assert.doesNotMatch(last.text, /Not ours/);
  });

  it('stays with the only department of a town that has one', async () => {
    const small = await departmentTown({
      departments: { office: { name: 'Town office', mail: 'office@maplefalls.example' } },
      services: [{ code: 'pothole', name: 'Pothole', department: 'office' }],
    });
    try {
      const id = await small.report({});
      const mail = await small.mailTo('office', id);
      assert.doesNotMatch(mail.text, /Not ours/);
      await (await open(linkIn(mail, 'Not for this town'))).send({ note: 'Ask the county.' });
      assert.equal((await small.client.request(id)).status, 'closed');
    } finally {
      await small.close();
    }
  });
});
