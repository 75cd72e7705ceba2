import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { alertScene, type AlertScene } from '../../test/alert-scene.ts';
import { alertLanguages } from './alert-words.ts';

const scenes: AlertScene[] = [];
after(() => Promise.all(scenes.map((each) => each.close())));
const begin = async (options?: Parameters<typeof alertScene>[0]) => {
  const scene = await alertScene(options);
  scenes.push(scene);
  return scene;
};

describe('in every language of the widgets', () => {
  it('mails and pages come whole, and from right to left where it is read so', async () => {
    const scene = await begin();
    const id = scene.city.store.all().find(({ serviceCode }) => serviceCode === 'pothole')!.serviceRequestId;
    for (const tag of alertLanguages) await scene.subscribe(`${tag}@example.org`, id, tag);
    scene.pass({ minutes: 11 });
    scene.city.store.change(id, 'In progress', 'A crew comes.', scene.at);
    await scene.round();
    for (const tag of alertLanguages) {
      const [, mail] = scene.mailsTo(`${tag}@example.org`);
      const dir = ['ar', 'ur'].includes(tag) ? 'rtl' : 'ltr';
      assert.match(mail!.html!, new RegExp(`<html lang="${tag}" dir="${dir}">`));
      assert.equal(mail!.header('content-language'), Intl.getCanonicalLocales(tag)[0]);
      assert.doesNotMatch(mail!.subject + mail!.text + mail!.html!, /\{\w+\}/);
      const page = await scene.open(mail!.links.at(-1)!);
      assert.match(page.text, new RegExp(`<html lang="${tag}" dir="${dir}">`));
    }
  });
});

describe('an address that was deleted', () => {
  it('stands nowhere in the files, however often rows were moved in them', async () => {
    const scene = await begin();
    const insert = scene.db.prepare(
      `INSERT INTO subscription (id, request_id, opened, by, address, mailbox, language, asked_at, asks, confirmed_at)
       VALUES (?, ?, 0, 'mail', ?, ?, 'en', ?, 1, ?)`,
    );
    const time = scene.at.toISOString();
    for (let each = 0; each < 3000; each++) {
      const key = (each * 7919) % 3000;
      const address = `canary-${key}-${'x'.repeat(key % 50)}@example.org`;
      insert.run(`id${key}`, 'r', address, address, time, time);
    }
    // Deleted as time goes by: some here, some there.
    for (let key = 0; key < 3000; key += 3) scene.db.prepare('DELETE FROM subscription WHERE id = ?').run(`id${key}`);
    scene.db.prepare("UPDATE subscription SET closed_since = '2026-01-01'").run();
    assert.ok(scene.bytes().includes('canary-'));
    await scene.look().catch(() => undefined);
    assert.equal(scene.bytes().includes('canary-'), false);
  });
});

describe('with more requests than can be asked for one by one', () => {
  const manyCity = {
    services: [{ service_code: 'pothole', service_name: 'Pothole' }],
    requests: Array.from({ length: 260 }, (_, at) => ({
      service_code: 'pothole',
      requested_datetime: new Date(Date.UTC(2026, 10, 20) + at * 60_000).toISOString(),
    })),
  };

  it('the city is asked what has changed', async () => {
    const scene = await begin({ seed: manyCity });
    const all = scene.city.store.all();
    const insert = scene.db.prepare(
      `INSERT INTO subscription (id, request_id, opened, by, address, mailbox, language, asked_at, asks, confirmed_at)
       VALUES (?, ?, 0, 'mail', ?, ?, 'en', ?, 1, ?)`,
    );
    const time = scene.at.toISOString();
    for (const { serviceRequestId: id } of all)
      insert.run(id, id, `${id}@example.org`, `${id}@example.org`, time, time);
    await scene.look();
    const asked = scene.relay.asked.length;
    const [changed] = all;
    scene.pass({ minutes: 11 });
    scene.city.store.change(changed!.serviceRequestId, 'Closed', 'It is fixed.', scene.at);
    await scene.look();
    const questions = scene.relay.asked.slice(asked);
    assert.ok(questions.length <= 2 && questions.every((each) => each.includes('updated_after=')), questions.join(' '));
    const changes = scene.db.prepare('SELECT changes FROM subscription WHERE id = ?').get(changed!.serviceRequestId);
    assert.equal(changes!['changes'], 2);
  });
});
