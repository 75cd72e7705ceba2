/** A town without a backend, asked over real HTTP by the client that the widgets have. */

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { NotFoundError, RejectedError } from '@citydesk/open311';
import { leftIn } from '../../test/left-in-photo.ts';
import { talkativeJpeg } from '../../test/pictures.ts';
import { staffSignIn, startTown, townFile, type TestTown } from '../../test/town.ts';

const pothole = {
  serviceCode: 'pothole',
  lat: 41.944,
  long: -85.632,
  addressString: '318 Hoffman St',
  description: 'Deep, by the mailbox.',
  email: 'ann@resident.example',
  firstName: 'Ann',
  attributes: { lane: 'Edge', wide: '12', signs: ['A cone', 'A barrel, or more'], since: '2026-11-02' },
};

describe('a town without a backend', () => {
  let town: TestTown;
  before(async () => (town = await startTown()));
  after(() => town.stop());

  it('offers the services of its file, with their questions', async () => {
    const services = await town.client.services();
    assert.deepEqual(
      services.map(({ serviceCode, metadata, group }) => [serviceCode, metadata, group]),
      [
        ['pothole', true, 'Streets'],
        ['street-light', false, 'Streets'],
        ['sign', false, undefined],
        ['abandoned-car', false, undefined],
      ],
    );
    const { attributes } = await town.client.serviceDefinition('pothole');
    assert.deepEqual(
      attributes.map(({ code, datatype, required, variable }) => [code, datatype, required, variable]),
      [
        ['lane', 'singlevaluelist', true, true],
        ['wide', 'number', false, true],
        ['signs', 'multivaluelist', false, true],
        ['since', 'datetime', false, true],
        ['thanks', 'string', false, false],
      ],
    );
    assert.deepEqual(attributes[0]?.values, [
      { key: 'Middle', name: 'Middle' },
      { key: 'Edge', name: 'Edge' },
    ]);
  });

  it('says in discovery that reports are meant', async () => {
    const discovery = await town.client.discovery();
    assert.deepEqual(
      discovery.endpoints.map(({ type, url }) => [type, url]),
      [['production', town.endpoint.replace(/\/$/, '')]],
    );
    assert.doesNotMatch(JSON.stringify(discovery), /sandbox|invalid/);
  });

  it('takes a report with a photo once, and shows what it is and what became of it', async () => {
    const reportId = crypto.randomUUID();
    const photo = talkativeJpeg({ words: 'the holiday of Jane' });
    await town.client.services();
    const receipt = await town.client.submitRequest({ ...pothole, media: [photo] }, { reportId });
    const again = await town.client.submitRequest({ ...pothole, media: [photo] }, { reportId });
    assert.deepEqual(again, receipt);
    const id = receipt.serviceRequestId!;
    assert.match(id, /^\d\d-\d{5}$/);
    assert.equal(receipt.serviceNotice, 'A crew looks at it first.');

    const form = new FormData();
    form.set('status', 'Closed');
    form.set('note', 'Filled.');
    form.set('media', talkativeJpeg({ words: 'the crew of Bob' }));
    const saved = await fetch(new URL(`staff/requests/${id}`, town.url), {
      method: 'POST',
      body: form,
      headers: staffSignIn,
      redirect: 'manual',
    });
    assert.equal(saved.status, 303, await saved.text());

    const request = await town.client.request(id, { extensions: true });
    assert.equal(request.status, 'closed');
    assert.equal(request.agencyResponsible, 'Streets');
    assert.equal(request.statusNotes, 'Filled.');
    assert.ok(request.expectedDatetime);
    const after = request.notes?.at(-1)?.mediaUrls ?? [];
    assert.deepEqual([request.mediaUrls.length, after.length], [1, 1]);
    assert.equal(request.description, pothole.description);
    for (const url of [...request.mediaUrls, ...after]) {
      assert.ok(url.startsWith(`${town.endpoint}media/`), url);
      const answer = await fetch(url);
      assert.equal(answer.headers.get('Content-Type'), 'image/jpeg');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      assert.deepEqual(leftIn(bytes).metadata + leftIn(bytes).trailing, 0);
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Jane|Bob/);
    }
    assert.doesNotMatch(JSON.stringify(request), /ann@|Ann|invalid/);
    assert.equal((await rows(town)).filter((row) => row.startsWith(id)).length, 1);
  });

  it('tells every answer that it cannot take', async () => {
    const wrong = town.client.submitRequest({ ...pothole, attributes: { lane: 'Sidewalk', wide: 'very' } });
    await assert.rejects(wrong, (error) => {
      assert.ok(error instanceof RejectedError);
      assert.equal(error.status, 400);
      assert.match(error.reasons.join(' '), /Choose from the answers listed: Where in the road.*Answer with a number/);
      return true;
    });
  });

  it('keeps what residents say afterwards for its staff', async () => {
    const { serviceRequestId } = await town.client.submitRequest({ serviceCode: 'sign', addressString: 'Main St' });
    await town.client.submitUpdate({ serviceRequestId: serviceRequestId!, question: 'easy', answer: 'yes' });
    const page = await fetch(new URL(`staff/requests/${serviceRequestId}`, town.url), { headers: staffSignIn });
    assert.match(await page.text(), /Was this easy\?\s+<strong>Yes<\/strong>/);
  });

  it('shows its public requests in lists and feeds, and those of private services nowhere', async () => {
    const { serviceRequestId: id } = await town.client.submitRequest({
      serviceCode: 'abandoned-car',
      addressString: '7 Secret Lane',
      media: [talkativeJpeg()],
    });
    const { serviceRequestId: open } = await town.client.submitRequest({
      serviceCode: 'street-light',
      addressString: 'Elm St',
    });
    for (const path of ['feed.atom', 'feed.json', 'feed.csv', 'open311/v2/requests.json', 'open311/v2/requests.xml']) {
      const text = await (await fetch(new URL(path, town.url))).text();
      assert.ok(text.includes(open!), path);
      assert.ok(!text.includes(id!) && !text.includes('Secret Lane') && !text.includes('invalid'), path);
    }
    await assert.rejects(town.client.request(id!), NotFoundError);
  });

  it('leads from its bare address to the form, and keeps its database to itself', async () => {
    const answer = await fetch(town.url);
    assert.equal(answer.url, new URL('citydesk/embed', town.url).href);
    assert.match(await answer.text(), /<option value="pothole"/);
    for (const name of readdirSync(town.folder).filter((each) => each.startsWith('relay.sqlite'))) {
      assert.equal(statSync(join(town.folder, name)).mode & 0o077, 0, name);
    }
  });

  it('writes neither ids nor words nor addresses into its log', async () => {
    const words = {
      description: 'canary-words',
      email: 'canary@resident.example',
      firstName: 'Canaria',
      addressString: '12 Canary Row',
    };
    const { serviceRequestId: id } = await town.client.submitRequest({ serviceCode: 'sign', ...words });
    await town.client.request(id!);
    await town.client.submitUpdate({ serviceRequestId: id!, description: 'canary-thanks' });
    for (const path of [`staff/requests/${id}`, 'staff/?q=canary', 'staff/requests.csv', 'staff/messages']) {
      assert.equal((await fetch(new URL(path, town.url), { headers: staffSignIn })).status, 200, path);
    }
    const log = town.log();
    assert.doesNotMatch(log, /canar|resident\.example|clerk|sesame/i);
    for (const secret of [id!, '127.0.0.1', 'Hoffman', 'Ann']) assert.ok(!log.includes(secret), secret);
    assert.match(log, /"route":"staff","status":200/);
  });
});

describe('a changed file', () => {
  it('counts from the next start on, and reports of services that are gone stay', async () => {
    const first = await startTown();
    const { serviceRequestId: id } = await first.client.submitRequest({
      serviceCode: 'sign',
      addressString: 'Main St',
    });
    const { serviceRequestId: closed } = await first.client.submitRequest({
      serviceCode: 'abandoned-car',
      addressString: '7 Secret Lane',
    });
    await first.stop(true);
    const services = townFile.services!.filter(({ code }) => code !== 'sign' && code !== 'abandoned-car');
    const second = await startTown({ city: 'New Name', services }, { folder: first.folder });
    try {
      const codes = (await second.client.services()).map(({ serviceCode }) => serviceCode);
      assert.deepEqual(codes, ['pothole', 'street-light']);
      assert.equal((await second.client.request(id!)).serviceName, 'Sign missing');
      // What was private stays so.
      await assert.rejects(second.client.request(closed!), NotFoundError);
      for (const path of ['feed.csv', 'open311/v2/requests.json']) {
        assert.doesNotMatch(await (await fetch(new URL(path, second.url))).text(), /Secret Lane/);
      }
      const page = await (await fetch(new URL('staff/', second.url), { headers: staffSignIn })).text();
      assert.match(page, /New Name/);
    } finally {
      await second.stop();
    }
  });
});

/** The lines of the staff's table. */
async function rows(town: TestTown): Promise<readonly string[]> {
  const answer = await fetch(new URL('staff/requests.csv', town.url), { headers: staffSignIn });
  return (await answer.text()).split('\r\n');
}
