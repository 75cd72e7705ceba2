import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { serveCity } from '@citydesk/sandbox';
import { openMailbox } from '../../test/mailbox.ts';
import { staffSignIn, startTown, type TestTown } from '../../test/town.ts';

const who = 'ruth@example.org';
const mailbox = await openMailbox();
const open: (() => unknown)[] = [() => mailbox.close()];
after(async () => {
  for (const close of open.toReversed()) await close();
});
const settings = { alerts: true, mail: { from: '311@city.example', server: mailbox.url }, faster: 60 };

const ask = (town: TestTown, fields: Record<string, string>) =>
  fetch(`${town.endpoint}alerts`, { method: 'POST', body: new URLSearchParams(fields) });

async function confirmed(town: TestTown, id: string, email: string): Promise<void> {
  assert.equal((await ask(town, { service_request_id: id, email })).status, 202);
  const mail = await mailbox.waitFor(({ to, subject }) => to.includes(email) && subject.includes('confirm'));
  assert.equal((await fetch(mail.links[0]!, { method: 'POST' })).status, 200);
}

describe('a relay that runs', () => {
  it('tells of what staff of its town do at their desk', async () => {
    const town = await startTown(settings);
    open.push(() => town.stop());
    const { serviceRequestId: id = '' } = await town.client.submitRequest({
      ...{ serviceCode: 'sign', lat: 41.94, long: -85.63, description: 'The sign is gone.' },
    });
    await confirmed(town, id, who);
    const saved = await fetch(new URL(`staff/requests/${id}`, town.url), {
      method: 'POST',
      headers: staffSignIn,
      redirect: 'manual',
      body: new URLSearchParams({ status: 'Closed', note: 'A new sign was put up.' }),
    });
    assert.equal(saved.status, 303);
    const news = await mailbox.waitFor(({ to, subject }) => to.includes(who) && subject.startsWith('News'));
    assert.match(news.text, /Closed on .+\. The city says the work is done\./);
    assert.match(news.text, /The city wrote: “A new sign was put up\.”/);
    // The links lead to where it runs.
    assert.equal((await fetch(news.links.at(-1)!)).status, 200);
    assert.equal(town.log().includes(who), false);
    assert.equal(town.log().includes(id), false);
    assert.match(town.log(), /"route":"alerts"/);
  });

  it('tells of what changes in a city with a backend of its own', async () => {
    const city = await serveCity({ port: 0, county: false });
    open.push(() => city.close());
    const relay = await startTown({
      ...settings,
      ...{ upstream: `${city.url}open311/v2/`, services: undefined, departments: undefined, alertMinutes: 0.01 },
    });
    open.push(() => relay.stop());
    const { store } = city.city;
    const id = store.all()[0]!.serviceRequestId;
    const email = 'omar@example.org';
    await confirmed(relay, id, email);
    store.change(id, 'In progress', 'A crew is on its way.', new Date());
    const news = await mailbox.waitFor(({ to, subject }) => to.includes(email) && subject.startsWith('News'));
    assert.match(news.text, /A crew is on its way\./);
    assert.deepEqual(await (await fetch(`${relay.endpoint}alerts.json`)).json(), { email: true, phone: false });
  });
});
