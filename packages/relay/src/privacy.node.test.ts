/** What a city lets slip stays in the relay, and private requests open only to those who have the code. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createCity } from '@citydesk/sandbox';
import { clientOf, closeAll, get, noLimits, post, relayTo } from './test-kit.ts';

after(closeAll);

const leaks = ['ann@example.org', '269-555-0100', 'Ann-Marie', 'Dr-Leak', 'device-77', 'secret-note', 'account-8'];
const leaky = {
  service_request_id: '1',
  status: 'open',
  service_code: '006',
  service_name: 'Pothole',
  description: 'A hole',
  requested_datetime: '2026-11-20T10:00:00Z',
  email: leaks[0],
  phone: leaks[1],
  first_name: leaks[2],
  last_name: leaks[3],
  device_id: leaks[4],
  account_id: leaks[6],
  requestor: { name: leaks[2], email: leaks[0] },
  attributes: [{ code: 'caller', label: 'Caller', value: leaks[2] }],
  extended_attributes: {
    followers: 3,
    email: leaks[0],
    contact: leaks[3],
    internal: leaks[5],
    attributes: { phone: leaks[1] },
    notes: [
      { datetime: '2026-11-20T11:00:00Z', description: 'Seen.', author: leaks[2], email: leaks[0], phone: leaks[1] },
    ],
  },
  media_url: 'http://127.0.0.1:1/media/1.jpg',
};

const cityThatLeaks: typeof fetch = async (url) =>
  Response.json(
    new URL(String(url)).pathname.includes('/services.')
      ? [{ service_code: '006', service_name: 'Pothole', contact: leaks[0] }]
      : [leaky],
  );

describe('what a city lets slip', () => {
  const ways = [
    'requests.json',
    'requests.xml',
    'requests/1.json',
    'requests/1.xml',
    'services.json',
    '/feed.atom',
    '/feed.json',
    '/feed.csv',
  ];
  for (const way of ways) {
    for (const more of ['', '?extensions=true']) {
      it(`stays in the relay: ${way}${more}`, async () => {
        const { status, text } = await get(relayTo(cityThatLeaks), `${way}${more}`);
        assert.equal(status, 200);
        assert.ok(text.includes('Pothole'));
        assert.deepEqual(
          leaks.filter((leak) => text.includes(leak)),
          [],
        );
      });
    }
  }

  it('is not the finer status, the notes and how many follow', async () => {
    const { body } = await get(relayTo(cityThatLeaks), 'requests/1.json?extensions=true');
    assert.equal(body[0].extended_attributes.followers, '3');
    assert.equal(body[0].notes[0].description, 'Seen.');
  });

  it('is what its operator says', async () => {
    const { body } = await get(
      relayTo(cityThatLeaks, { extendedFields: ['internal'] }),
      'requests.json?extensions=true',
    );
    assert.equal(body[0].extended_attributes.internal, 'secret-note');
  });

  it('is the address of a photo where residents cannot reach, given out under another', async () => {
    const mediaAddresses = [{ from: 'http://127.0.0.1:1/media/', to: 'https://city.example/media/' }];
    const { body } = await get(relayTo(cityThatLeaks, { mediaAddresses }), 'requests/1.json');
    assert.equal(body[0].media_url, 'https://city.example/media/1.jpg');
  });
});

describe('a private service', () => {
  const services = [
    { service_code: 'tip', service_name: 'Tip' },
    { service_code: 'slow', service_name: 'Slow tip', type: 'batch' as const, tokenDelay: 0 },
    { service_code: 'open', service_name: 'Open' },
  ];
  const setUp = () => relayTo(createCity({ seed: { services } }), { privateServices: ['tip', 'slow'] });

  it('gives a code with the receipt, which alone opens the request', async () => {
    const relay = setUp();
    const { body } = await post(relay, { service_code: 'tip', address_string: 'Here', description: 'Quiet' });
    const [{ service_request_id: id, lookup_code: code }] = body;
    assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    assert.equal((await get(relay, `requests/${id}.json`)).status, 404);
    assert.equal((await get(relay, `requests/${id}.json?code=AAAA-AAAA-AAAA-AAAA`)).status, 404);
    for (const typed of [code, code.toLowerCase().replaceAll('-', ' ')]) {
      const opened = await get(relay, `requests/${id}.json?code=${encodeURIComponent(typed)}`);
      assert.deepEqual([opened.status, opened.body[0].service_request_id], [200, id]);
    }
    const xml = await get(relay, `requests/${id}.xml?code=${code}`);
    assert.match(xml.text, /<description>Quiet/);
  });

  it('says of a request without the code what it says of none', async () => {
    const relay = setUp();
    const { body } = await post(relay, { service_code: 'tip', address_string: 'Here' });
    const [without, none] = [
      await get(relay, `requests/${body[0].service_request_id}.json`),
      await get(relay, 'requests/none.json'),
    ];
    assert.deepEqual(without.body, none.body);
  });

  it('is in no list and no feed', async () => {
    const relay = setUp();
    const { body } = await post(relay, { service_code: 'tip', address_string: 'Here' });
    await post(relay, { service_code: 'open', address_string: 'Here' });
    const [{ service_request_id: id }] = body;
    for (const path of [
      'requests.json',
      `requests.json?service_request_id=${id}`,
      '/feed.json',
      '/feed.csv',
      '/feed.atom',
    ]) {
      assert.ok(!(await get(relay, path)).text.includes(id), path);
    }
    assert.equal((await get(relay, 'requests.json')).body.length, 1);
  });

  it('gives the code of the number for the code of the token', async () => {
    const relay = setUp();
    const { body } = await post(relay, { service_code: 'slow', address_string: 'Here' });
    const [{ token, lookup_code: code }] = body;
    assert.equal((await get(relay, `tokens/${token}.json`)).body[0].lookup_code, undefined);
    const [told] = (await get(relay, `tokens/${token}.json?code=${code}`)).body;
    const found = await get(relay, `requests/${told.service_request_id}.json?code=${told.lookup_code}`);
    assert.equal(found.status, 200);
  });

  it('is all that does not say its service', async () => {
    const nameless: typeof fetch = async () =>
      Response.json([{ service_request_id: '1', status: 'open', description: 'x' }]);
    assert.equal((await get(relayTo(nameless, { privateServices: ['tip'] }), 'requests/1.json')).status, 404);
    assert.equal((await get(relayTo(nameless), 'requests/1.json')).status, 200);
  });
});

describe('the numbers of requests', () => {
  it('can be walked through by nobody: 60 in an hour, and those again and again', async () => {
    const city = createCity({ seed: 'three-rivers' });
    const relay = relayTo(city, { limits: { ...noLimits, idsPerHour: 60 } });
    let answered = 0;
    for (let number = 1; number <= 300; number++) {
      const { status, headers } = await get(relay, `requests/26-${String(number).padStart(5, '0')}.json`);
      if (status !== 429) answered += 1;
      else assert.ok(Number(headers.get('Retry-After')) > 3_000);
    }
    assert.equal(answered, 60);
    assert.notEqual((await get(relay, 'requests/26-00001.json')).status, 429);
    assert.equal((await get(relay, 'requests.json?service_request_id=26-00999')).status, 429);
    assert.notEqual((await get(relay, 'requests/26-00999.json', {}, '192.0.2.2')).status, 429);
  });
});

describe('the city’s key', () => {
  const apiKey = 'canary-key-5f2c91';

  it('occurs in no answer and no line of the log, whatever the city says', async () => {
    const quoting: typeof fetch = async (url, init) => {
      const sent = String(init?.body ?? '');
      const path = new URL(String(url)).pathname;
      if (path.includes('/services.'))
        return Response.json([{ service_code: '006', service_name: `Pothole ${apiKey}` }]);
      if (init?.method === 'POST' && sent.includes('refuse')) {
        return Response.json([{ code: 403, description: `api_key ${apiKey} is not valid` }], { status: 403 });
      }
      if (init?.method === 'POST')
        return Response.json([{ service_request_id: '1', service_notice: `Thank you, ${apiKey}` }]);
      return Response.json([{ ...leaky, description: apiKey, status_notes: `key=${apiKey}` }]);
    };
    const relay = relayTo(quoting, { privateServices: [] }, { apiKey });
    const report = { service_code: '006', address_string: 'Here' };
    const answers = [
      await get(relay, 'services.json'),
      await get(relay, 'services.xml'),
      await get(relay, 'requests.json?extensions=true'),
      await get(relay, 'requests/1.xml'),
      await get(relay, '/feed.json'),
      await get(relay, '/feed.csv'),
      await get(relay, '/feed.atom'),
      await get(relay, '/health'),
      await post(relay, report, { 'Idempotency-Key': '"1"' }),
      await post(relay, { ...report, description: 'refuse' }, { 'Idempotency-Key': '"2"' }),
      await post(relay, { ...report, api_key: apiKey }, {}, 'requests.xml'),
      await post(relay, { service_request_id: '1', description: 'refuse' }, {}, 'servicerequestupdates.json'),
    ];
    for (const [index, { text, headers }] of answers.entries()) {
      assert.ok(!text.includes(apiKey), `${index}: ${text}`);
      assert.ok(!JSON.stringify([...headers]).includes(apiKey));
    }
    assert.ok(!JSON.stringify(relay.lines).includes(apiKey));
    assert.ok(!relay.asked.some((address) => address.includes(apiKey)));
  });

  it('is the relay’s own, whatever a caller sends', async () => {
    const city = createCity({ seed: { services: [{ service_code: 'a', service_name: 'A' }] }, apiKey });
    const client = clientOf(relayTo(city, {}, { apiKey }), { apiKey: 'wrong' });
    await client.submitRequest({ serviceCode: 'a', addressString: 'Here' });
    assert.equal(city.store.all().length, 1);
  });
});

describe('the log', () => {
  it('holds no word, no address and no id of anybody', async () => {
    const relay = relayTo(createCity({ seed: { services: [{ service_code: 'a', service_name: 'A' }] } }));
    const key = crypto.randomUUID();
    const words = {
      description: 'My-words',
      email: 'me@example.org',
      phone: '5550100',
      first_name: 'Annabel',
      address_string: '318-Hoffman',
    };
    const { body } = await post(relay, { service_code: 'a', ...words }, { 'Idempotency-Key': `"${key}"` });
    await get(relay, `requests/${body[0].service_request_id}.json`);
    await get(relay, `requests/Annabel.json?q=My-words`);
    await get(relay, '/no/Annabel');
    const log = JSON.stringify(relay.lines);
    for (const word of [...Object.values(words), key, body[0].service_request_id, '192.0.2.1'])
      assert.ok(!log.includes(word), word);
    assert.deepEqual(
      relay.lines.map((line) => line.is === 'call' && `${line.method} ${line.route} ${line.status}`),
      ['POST requests 200', 'GET requests/{id} 200', 'GET requests/{id} 404', 'GET elsewhere 404'],
    );
    assert.match(log, /"key":"[\da-f]{12}"/);
  });
});
