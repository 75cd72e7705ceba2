// The plugin's relay on a real WordPress in front of a real city that can be made to misbehave: what it passes on, what it keeps to itself,
// and that a report is filed once.

import assert from 'node:assert/strict';
import { hash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { referenceOf } from '@citydesk/core/outbox';
import { statusOf, type BootedWordPress } from './boot-wordpress.ts';
import { installedSite, loaded } from './installed-site.ts';
import { serveRecordedCity, type RecordedCity } from './recorded-city.ts';
import { lacking } from './wordpress-files.ts';

const skip = await lacking();
if (skip && process.env['CI'] === 'true') throw new Error(skip);
const canary = 'canary-key-4711';
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

const nameOf = (key: string) => hash('sha256', key, 'hex');

describe('The relay of the WordPress plugin', { skip, timeout: 600_000 }, () => {
  let city: RecordedCity;
  let site: BootedWordPress;
  let base: string;
  before(async () => {
    city = await serveRecordedCity(canary);
    site = await installedSite({ endpoint: city.endpoint, media: 'multipart:media' }, canary);
    base = `${site.origin}/wp-json/citydesk/v1/open311/v2/`;
  });
  after(async () => {
    const complaints = site?.complaints();
    await site?.close();
    await city?.close();
    assert.deepEqual(complaints, []);
  });

  const report = (words: string, more: Record<string, string> = {}) =>
    new URLSearchParams({
      service_code: 'pothole',
      address_string: '318 Hoffman St',
      description: words,
      'attribute[size]': 'small',
      'attribute[lane]': 'drive',
      ...more,
    });
  const post = async (body: URLSearchParams | FormData, key?: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${base}requests.json`, {
      method: 'POST',
      body,
      headers: { Origin: site.origin, ...(key && { 'Idempotency-Key': `"${key}"` }), ...headers },
    });
    const said = (await answer.json()) as readonly Record<string, string>[];
    return { status: answer.status, headers: answer.headers, said, first: said[0] ?? {} };
  };
  /** Answers the next report, or the next list, with something else. */
  const once = (method: 'GET' | 'POST', status: number, body: string, headers: Record<string, string> = {}) => {
    city.instead = (asked, response) => {
      if (asked.method !== method) return false;
      city.instead = undefined;
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
      return true;
    };
  };

  it('says that it is a relay, and passes on services, definitions, requests and discovery', async () => {
    const services = await fetch(`${base}services.json`);
    assert.equal(services.headers.get('Citydesk-Relay'), '1');
    assert.equal(services.headers.get('Cache-Control'), 'no-store');
    assert.equal(services.headers.get('Access-Control-Allow-Origin'), null);
    const own = (await (await fetch(`${city.endpoint}services.json`)).json()) as unknown[];
    assert.deepEqual(await services.json(), own);
    const definition = (await (await fetch(`${base}services/pothole.json`)).json()) as { service_code: string };
    assert.equal(definition.service_code, 'pothole');
    const requests = (await (await fetch(`${base}requests.json?status=open&page_size=3`)).json()) as unknown[];
    assert.equal(requests.length, 3);
    const discovery = (await (await fetch(`${base}discovery.json`)).json()) as { endpoints: { url: string }[] };
    assert.equal(`${discovery.endpoints[0]?.url}/`, base);
  });

  it('answers where addresses have no words, too', async () => {
    const plain = `update_option( 'permalink_structure', '' ); echo Citydesk\\route_url( 'open311/v2/' );`;
    const url = await site.php(`${loaded} ${plain}`);
    try {
      assert.equal(url, `${site.origin}/index.php/wp-json/citydesk/v1/open311/v2/`);
      const services = await fetch(`${url}services.json`);
      assert.equal(services.status, 200);
      assert.equal(((await services.json()) as { service_code: string }[])[0]?.service_code !== undefined, true);
    } finally {
      await site.php(`${loaded} update_option( 'permalink_structure', '/%postname%/' );`);
    }
  });

  it('passes nothing on but the paths and arguments of the standard', async () => {
    const before = city.asked.length;
    for (const path of ['staff/', 'servicerequestupdates.json', 'services.xml', '..%2f..%2fstaff%2f', '']) {
      assert.equal(await statusOf(base + path), 404, path);
    }
    for (const path of ['requests/..%2F..%2Fstaff.json', 'services/%2e%2e%2f%2e%2e%2fstaff.json', 'tokens/..json']) {
      assert.equal(await statusOf(base + path), 404, path);
    }
    assert.equal(city.asked.length, before);
    await statusOf(`${base}requests.json?status=open&page_size=1&api_key=mine&jurisdiction_id=other&admin=1`);
    assert.equal(city.asked.at(-1)?.url, '/open311/v2/requests.json?status=open&page_size=1');
    await statusOf(`${base}services/a%20b.json`);
    assert.equal(city.asked.at(-1)?.url, '/open311/v2/services/a%20b.json');
  });

  it('takes reports from pages of this site only', async () => {
    const before = city.asked.length;
    const elsewhere = ['https://elsewhere.example', 'null', ''].map((origin) => ({ Origin: origin }));
    for (const headers of [...elsewhere, { 'Sec-Fetch-Site': 'cross-site' }]) {
      const { status } = await post(report('From elsewhere'), randomUUID(), headers);
      assert.equal(status, 403, JSON.stringify(headers));
    }
    assert.equal(city.asked.length, before);
  });

  it('files a report once, however often it comes, with the key added here and told to nobody', async () => {
    const key = randomUUID();
    const first = await post(report('Comes twice'), key);
    assert.equal(first.status, 200, JSON.stringify(first.said));
    const again = await post(report('Comes twice'), key);
    assert.deepEqual(again.said, first.said);
    assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
    const rows = city.rows('Comes twice');
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.id, first.first['service_request_id']);
    assert.match(rows[0]?.description ?? '', new RegExp(`\\(Reference ${referenceOf(key)}\\)$`));
    const sent = city.asked.filter(({ method }) => method === 'POST');
    assert.match(sent.at(-1)?.body ?? '', new RegExp(`api_key=${canary}`));
    assert.ok(!JSON.stringify(first.said).includes(canary));
  });

  it('files a report once that comes several times at once', async () => {
    const key = randomUUID();
    city.city.faults = [{ route: 'post', kind: 'slow', ms: 700 }];
    const all = await Promise.all(Array.from({ length: 6 }, () => post(report('Comes at once'), key)));
    city.city.faults = [];
    const rows = city.rows('Comes at once');
    assert.equal(rows.length, 1);
    for (const { status, first } of all) {
      if (status === 200) assert.equal(first['service_request_id'], rows[0]?.id);
      else assert.deepEqual([status, first['code']], [409, 'in-flight']);
    }
    // Whoever asks while an attempt is under way is told so, and one whose process died is looked for once its time is over.
    const standing = (ends: string) =>
      site.php(`${loaded} global $wpdb;
        $wpdb->query( "UPDATE {$wpdb->prefix}citydesk_reports SET state = 'begun', answer = NULL, ends = ${ends} WHERE name = '${nameOf(key)}'" );`);
    await standing('9999999999');
    assert.equal((await post(report('Comes at once'), key)).first['code'], 'in-flight');
    await standing('1');
    assert.equal((await post(report('Comes at once'), key)).first['service_request_id'], rows[0]?.id);
    assert.equal(city.rows('Comes at once').length, 1);
  });

  it('refuses another report under the same key, and a key that is none', async () => {
    const key = randomUUID();
    await post(report('The first'), key);
    const other = await post(report('The second'), key);
    assert.deepEqual([other.status, other.first['code']], [422, 'mismatch']);
    assert.equal((await post(report('Bare key'), undefined, { 'Idempotency-Key': 'bare' })).status, 400);
    assert.equal(city.rows('The second').length + city.rows('Bare key').length, 0);
  });

  it('never sends a report again that may have arrived: it looks for it, and finds it', async () => {
    const key = randomUUID();
    city.city.faults = [{ route: 'post', kind: 'down', committed: true, times: 1 }];
    const lost = await post(report('Answer lost'), key);
    assert.deepEqual([lost.status, lost.first['code']], [503, 'unknown']);
    const found = await post(report('Answer lost'), key);
    assert.equal(found.status, 200);
    assert.equal(found.first['service_request_id'], city.rows('Answer lost')[0]?.id);
    assert.equal(city.rows('Answer lost').length, 1);
  });

  it('asks the resident where nobody can tell, and sends again only when told to', async () => {
    const key = randomUUID();
    const sooner = `${loaded} global $wpdb; $wpdb->query( "UPDATE {$wpdb->prefix}citydesk_reports SET looked = 0" );`;
    once('POST', 500, '[{"code":500,"description":"Oops"}]');
    assert.equal((await post(report('Never arrived'), key)).first['code'], 'unknown');
    const codes: (string | undefined)[] = [];
    for (let look = 0; look < 3; look++) {
      codes.push((await post(report('Never arrived'), key)).first['code']);
      await site.php(sooner);
    }
    assert.deepEqual(codes, ['unknown', 'unknown', 'held']);
    assert.equal(city.rows('Never arrived').length, 0);
    const insisted = await post(report('Never arrived'), key, { 'Citydesk-Insist': '1' });
    assert.equal(insisted.status, 200);
    assert.equal(city.rows('Never arrived').length, 1);
  });

  it('gives the key free again where the city was busy or not there, for nothing was filed', async () => {
    const key = randomUUID();
    once('POST', 429, '[]', { 'Retry-After': '17' });
    const busy = await post(report('Later then'), key);
    assert.deepEqual([busy.status, busy.first['code'], busy.headers.get('Retry-After')], [503, 'busy', '17']);
    assert.equal((await post(report('Later then'), key)).status, 200);
    assert.equal(city.rows('Later then').length, 1);
  });

  it('keeps a refusal in the city’s words, without the key', async () => {
    const key = randomUUID();
    once('POST', 400, JSON.stringify([{ code: 400, description: `phone required ${canary}`, email: 'a@example.org' }]));
    const refused = await post(report('Refused'), key);
    assert.equal(refused.status, 400);
    assert.deepEqual(refused.said, [{ code: 400, description: 'phone required …' }]);
    assert.equal((await post(report('Refused'), key)).status, 400);
    assert.equal(city.rows('Refused').length, 0);
  });

  it('gives out no name, phone or e-mail address that the city lets slip', async () => {
    const person = {
      first_name: 'Ann',
      last_name: 'Lee',
      phone: '269-555-0199',
      email: 'ann@example.org',
      device_id: 'x',
    };
    const row = {
      service_request_id: '26-1',
      status: 'open',
      description: 'A hole',
      ...person,
      extended_attributes: { detailed_status: 'RECEIVED', reporter: person, name: 'Ann' },
      notes: [{ description: 'Seen', user: person, email: 'ann@example.org' }],
    };
    for (const answer of [[row], { requests: [row] }, { service_requests: { request: [row] }, contact: person }]) {
      once('GET', 200, JSON.stringify(answer));
      const said = await (await fetch(`${base}requests.json`)).json();
      assert.deepEqual(said, [
        {
          service_request_id: '26-1',
          status: 'open',
          description: 'A hole',
          notes: [{ description: 'Seen' }],
          extended_attributes: { detailed_status: 'RECEIVED' },
        },
      ]);
    }
  });

  it('follows no redirect, and reads nothing that is no answer', async () => {
    once('GET', 302, '', { Location: `${site.origin}/wp-login.php` });
    assert.equal(await statusOf(`${base}services.json`), 502);
    once('GET', 200, '<!doctype html><title>Log in</title>');
    assert.equal(await statusOf(`${base}services.json`), 502);
    once('GET', 401, `["${canary}"]`);
    const own = await fetch(`${base}services.json`);
    assert.equal(own.status, 502);
    assert.ok(!(await own.text()).includes(canary));
  });

  it('takes photos as files, names them anew and passes them on whole; other files and too long words are refused', async () => {
    const form = new FormData();
    for (const [name, value] of report('With photos')) form.append(name, value);
    form.append('media[]', new Blob([jpeg], { type: 'image/jpeg' }), 'Anns garden.jpg');
    form.append('media[]', new Blob([jpeg], { type: 'image/jpeg' }), 'two.jpg');
    const filed = await post(form, randomUUID());
    assert.equal(filed.status, 200, JSON.stringify(filed.said));
    const { body = '' } = city.asked.filter(({ method }) => method === 'POST').at(-1) ?? {};
    assert.deepEqual(body.match(/name="media"; filename="[^"]*"/g), [
      'name="media"; filename="photo-1.jpg"',
      'name="media"; filename="photo-2.jpg"',
    ]);
    assert.equal(body.split(jpeg.toString('latin1')).length, 3);
    assert.ok(!body.includes('garden'));

    for (const tag of ['one', 'two']) form.append('attribute[more.tags][]', tag);
    once('POST', 200, '[{"service_request_id":"26-1"}]');
    assert.equal((await post(form, randomUUID())).status, 200);
    const several = city.asked.at(-1)?.body ?? '';
    assert.equal(several.match(/name="attribute\[more.tags\]\[\]"/g)?.length, 2);

    const script = new FormData();
    for (const [name, value] of report('With a script')) script.append(name, value);
    script.append('media[]', new Blob(['<?php evil();'], { type: 'image/jpeg' }), 'photo.jpg');
    assert.equal((await post(script, randomUUID())).status, 400);
    assert.equal((await post(report('x'.repeat(140_000)), randomUUID())).status, 413);
    assert.equal((await post(report('No service', { service_code: '' }), randomUUID())).status, 400);
    assert.equal((await post(report('Off the map', { lat: '91', long: '0' }), randomUUID())).status, 400);
  });

  it('goes to no other address in its own network than the one that the settings name', async () => {
    const look = `${loaded} $other = 'http://localhost:${new URL(site.origin).port}/';
      foreach ( array( $other, 'http://127.0.0.1:1/', 'http://10.0.0.1/open311/v2/' ) as $url ) {
        $answer = Citydesk\\request_city( $url, array(), Citydesk\\settings()['endpoint'] );
        echo is_wp_error( $answer ) ? $answer->get_error_code() : 'answered', ' ';
      }
      echo is_wp_error( wp_safe_remote_get( Citydesk\\settings()['endpoint'] . 'services.json' ) ) ? 'closed again' : 'open';`;
    assert.equal(await site.php(look), 'citydesk_stray citydesk_stray citydesk_stray closed again');
  });

  it('keeps a hash of each key and of each report, and no words', async () => {
    const dump = await site.php(
      `${loaded} global $wpdb; echo json_encode( $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}citydesk_reports" ) );`,
    );
    assert.ok((JSON.parse(dump) as unknown[]).length > 5);
    assert.doesNotMatch(dump, /Comes twice|Hoffman|canary/);
  });
});
