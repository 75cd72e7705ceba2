import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { countedEvents } from '@citydesk/core/counts';
import { closeAll, get } from '../test-kit.ts';
import { countingRelay, postOf, type CountingRelay } from '../../test/counting-relay.ts';

const relays: CountingRelay[] = [];
function counting(...options: Parameters<typeof countingRelay>): CountingRelay {
  const relay = countingRelay(...options);
  relays.push(relay);
  return relay;
}
after(async () => {
  await Promise.all(relays.map((relay) => relay.close()));
  await closeAll();
});

const all = (relay: CountingRelay) => relay.read((reader) => reader.between('0000-01-01', '9999-12-31'));
const days = (relay: CountingRelay) => all(relay).map(({ day, count }) => `${day} ${count}`);

describe('the relay counts', () => {
  it('what the widgets send, by day, service, language and channel', async () => {
    const relay = counting();
    const sent = postOf(['started', 'submitted;after-answer;pothole', 'submitted;after-answer;pothole', 'easy;yes']);
    assert.equal((await relay.send(sent)).status, 204);
    await relay.send(postOf(['submitted;after-answer;pothole'], 'es', 'qr'));
    const row = { day: '2026-11-22', event: 'submitted', detail: 'after-answer', service: 'pothole' };
    const bare = { day: '2026-11-22', service: '', language: 'en', channel: 'web', count: 1 };
    assert.deepEqual(all(relay), [
      { ...bare, event: 'easy', detail: 'yes' },
      { ...bare, event: 'started', detail: '' },
      { ...row, language: 'en', channel: 'web', count: 2 },
      { ...row, language: 'es', channel: 'qr', count: 1 },
    ]);
  });

  it('every event of the list with each of its details', async () => {
    const relay = counting();
    const lines = Object.entries(countedEvents).flatMap(([event, details]) =>
      details.length ? details.map((detail) => `${event};${detail}`) : [event],
    );
    await relay.send(postOf(lines));
    assert.equal(all(relay).length, lines.length);
  });

  it('on the day that it is in the city: at midnight, and when the clocks change', async () => {
    const zone = 'America/Detroit';
    const moments = [
      // The two sides of a midnight in winter time (UTC-5), and of the midnights around both changes of 2026.
      ['2026-11-23T04:59:59Z', '2026-11-22'],
      ['2026-11-23T05:00:00Z', '2026-11-23'],
      ['2026-11-01T03:59:59Z', '2026-10-31'],
      ['2026-11-01T04:00:00Z', '2026-11-01'],
      ['2026-11-02T04:30:00Z', '2026-11-01'],
      ['2026-11-02T05:00:00Z', '2026-11-02'],
      ['2026-03-08T04:59:59Z', '2026-03-07'],
      ['2026-03-08T05:00:00Z', '2026-03-08'],
      ['2026-03-09T03:59:59Z', '2026-03-08'],
      ['2026-03-09T04:00:00Z', '2026-03-09'],
    ] as const;
    for (const [moment, day] of moments) {
      const relay = counting({ zone }, () => new Date(moment));
      await relay.send(postOf(['started']));
      assert.deepEqual(days(relay), [`${day} 1`], moment);
    }
  });

  it('two posts on both sides of one midnight for two days', async () => {
    let now = new Date('2026-11-23T04:59:59.999Z');
    const relay = counting({}, () => now);
    await relay.send(postOf(['started', 'started']));
    now = new Date('2026-11-23T05:00:00.000Z');
    await relay.send(postOf(['started']));
    assert.deepEqual(days(relay), ['2026-11-22 2', '2026-11-23 1']);
    assert.equal(
      relay.read((reader) => reader.firstDay()),
      '2026-11-22',
    );
    assert.equal(relay.read((reader) => reader.between('2026-11-23', '2026-11-30')).length, 1);
  });

  it('nothing that is not in its lists, and says nothing of it', async () => {
    const relay = counting();
    const wrong = [
      '',
      ';',
      'opened',
      'started;twice',
      'submitted',
      'submitted;perhaps',
      'STARTED',
      'toString;',
      'a;b;c',
    ];
    assert.equal((await relay.send(postOf(wrong))).status, 204);
    for (const [language, channel] of [
      ['xx', 'web'],
      ['', 'web'],
      ['EN', 'web'],
      ['en', 'mail'],
      ['en', ''],
    ] as const)
      assert.equal((await relay.send(postOf(['started'], language, channel))).status, 204);
    assert.deepEqual(all(relay), []);
  });

  it('a service that the city does not have as none, also where the city is silent', async () => {
    const relay = counting();
    await relay.send(postOf(['started;;no such service', 'started;;pothole', 'started;;pothole;graffiti']));
    assert.deepEqual(
      all(relay).map(({ service, count }) => [service, count]),
      [
        ['', 2],
        ['pothole', 1],
      ],
    );
    const silent = counting({}, undefined, () => Promise.reject(new TypeError('fetch failed')));
    assert.equal((await silent.send(postOf(['started;;pothole']))).status, 204);
    assert.deepEqual(
      all(silent).map(({ service }) => service),
      [''],
    );
  });

  it('fifty at most from one post, and takes 16 kB', async () => {
    const relay = counting();
    await relay.send(postOf(Array.from({ length: 80 }, () => 'started')));
    assert.deepEqual(days(relay), ['2026-11-22 50']);
    const long = await relay.send(postOf(['started', 'x'.repeat(17_000)]));
    assert.equal(long.status, 413);
    assert.deepEqual(long.body, [{ code: '413', description: 'This is too much to send at once. Send fewer counts.' }]);
    assert.deepEqual(days(relay), ['2026-11-22 50']);
  });

  it('only what comes as a form', async () => {
    const relay = counting();
    const form = new FormData();
    form.set('count', 'started');
    const { relay: at } = relay;
    const request = new Request('http://relay.test/open311/v2/counts', { method: 'POST', body: form });
    assert.equal((await at.fetch(request)).status, 400);
    assert.equal((await get(at, 'counts')).status, 404);
  });

  it('only for pages of the listed origins', async () => {
    const relay = counting({ origins: ['https://www.example.gov'] });
    const request = (origin: string) =>
      new Request('http://relay.test/open311/v2/counts', {
        method: 'POST',
        body: new URLSearchParams(postOf(['started'])),
        headers: { Origin: origin },
      });
    assert.equal((await relay.relay.fetch(request('https://elsewhere.example'))).status, 403);
    assert.equal((await relay.relay.fetch(request('https://www.example.gov'))).status, 204);
    assert.deepEqual(days(relay), ['2026-11-22 1']);
  });

  it('not at all where it is not switched on', async () => {
    const relay = counting({ counts: false });
    assert.equal((await relay.send(postOf(['started']))).status, 404);
    assert.deepEqual(all(relay), []);
    assert.equal(
      relay.read((reader) => reader.firstDay()),
      undefined,
    );
  });
});
