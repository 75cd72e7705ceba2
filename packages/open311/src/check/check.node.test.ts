import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, on, request, submit } from '../../test/check/case.ts';
import { pageCases } from '../../test/check/page-cases.ts';
import { requestCases } from '../../test/check/request-cases.ts';
import { serviceCases } from '../../test/check/service-cases.ts';
import { goodCity, inXml, type Change, type Row } from '../../test/good-city.ts';
import { check, examinations } from './check.ts';
import type { City } from './city.ts';
import type { Check, CheckOptions, Report } from './types.ts';

const cases = [...pageCases, ...serviceCases, ...requestCases];

const of = (report: Report, id: string): Check => report.checks.find((each) => each.id === id) ?? assert.fail(id);

/** Sends what is meant for other hosts to the city under test. */
const rerouted =
  (endpoint: string): typeof fetch =>
  (url, init) =>
    fetch(String(url).replace('http://city.example/', new URL('/', endpoint).href), init);

/** An answer that has everything in as many rows as told. */
function heardOf(length: number): unknown {
  const rows = Array.from({ length }, (_, index) => ({
    service_code: `a service with a code ${index}`,
    service_request_id: `a request with an id ${index}`,
    code: `a question with a code ${index}`,
    order: index + 1,
  }));
  const visit = { method: 'GET', url: 'https://city.example/', hops: [], status: 200, headers: new Headers() };
  return { serviceCode: '1', visit, body: { kind: 'json' }, rows: [{ attributes: rows }, ...rows] };
}

describe('check', () => {
  it('finds nothing to mend in a city that does all as it is due, and tries everything', async (test) => {
    const { endpoint } = await goodCity(test);
    const told: Check[] = [];
    const report = await check({ endpoint, submit, onCheck: (each) => told.push(each) });
    assert.deepEqual(
      report.checks
        .filter(({ outcome }) => outcome !== 'good')
        .map(({ id, outcome, evidence }) => [id, outcome, evidence]),
      [],
    );
    assert.deepEqual(told, report.checks);
    assert.equal(report.ok, true);
    assert.equal(report.counts.good, examinations.length);
    assert.ok(examinations.length >= 25, String(examinations.length));
    assert.equal(new Set(examinations.map(({ id }) => id)).size, examinations.length);
  });

  for (const { id, is, when, change, options } of cases) {
    it(`says ${is} of ${id} when ${when}`, async (test) => {
      const { endpoint } = await goodCity(test, change);
      const report = await check({ endpoint, fetch: rerouted(endpoint), ...options });
      const { outcome, evidence, means, citydesk, ask } = of(report, id);
      assert.equal(outcome, is, JSON.stringify(evidence));
      assert.match(evidence.request, /^(GET|POST|OPTIONS) http/);
      assert.ok(means && citydesk && ask, 'says what it means and what to ask');
      assert.equal(report.ok, report.counts.broken === 0);
    });
  }

  it('calls tokens good only where it shows', async (test) => {
    const tokens = async (change: Change, options: Partial<CheckOptions> = {}) => {
      const { endpoint } = await goodCity(test, change);
      return of(await check({ endpoint, ...options }), 'tokens');
    };
    const anyAddress = [{ code: '404', description: 'This is not known here.' }];
    const echoed: Change = (answer, { path }) => {
      if (answer.status === 404) answer.body = [{ code: '404', description: `Cannot GET ${path}` }];
    };
    const given: Change = (answer, { path, method }) => {
      if (method === 'POST') answer.body = [{ token: 'T1' }];
      if (path.startsWith('tokens/T1')) Object.assign(answer, { status: 200, body: [{ service_request_id: '7' }] });
    };
    const waiting: Change = (answer, { path, method }) => {
      if (method === 'POST') answer.body = [{ token: 'T1' }];
      if (path.startsWith('tokens/T1')) Object.assign(answer, { status: 200, body: [{ token: 'T1' }] });
    };
    assert.equal((await tokens(() => undefined)).outcome, 'good');
    assert.equal((await tokens(on(/^tokens/, (answer) => void (answer.body = anyAddress)))).outcome, 'not-tried');
    assert.equal((await tokens(on(/^tokens/, html))).outcome, 'not-tried');
    assert.equal((await tokens(echoed)).outcome, 'not-tried');
    assert.equal((await tokens(given, { submit })).outcome, 'good');
    assert.equal((await tokens(waiting, { submit })).outcome, 'not-tried');
  });

  for (const body of [
    '<section>Maintenance</section>',
    '<script>wait()</script>',
    '{"status":"Maintenance"}',
    'Soon',
  ]) {
    it(`calls nothing good that it could not look at when all is ${body}`, async (test) => {
      const { endpoint } = await goodCity(test, (answer, { method }) => {
        if (method === 'GET') Object.assign(answer, { status: 200, body });
      });
      const report = await check({ endpoint });
      for (const id of ['json', 'xml', 'html', 'services', 'requests', 'private-data', 'jurisdiction', 'read-key']) {
        assert.notEqual(of(report, id).outcome, 'good', id);
      }
      assert.equal(report.ok, false);
    });
  }

  for (const id of ['service-codes', 'request-ids', 'question-codes', 'question-order']) {
    it(`looks at ${id} in time that grows with the rows, not with their square`, async () => {
      const heard = heardOf(40_000);
      const city = { services: () => heard, requests: () => heard, definitions: () => [heard] } as unknown as City;
      const began = performance.now();
      await examinations.find((each) => each.id === id)?.look(city);
      const ms = performance.now() - began;
      assert.ok(ms < 700, `${ms} ms`);
    });
  }

  it('names a double as one only where the client takes it for filed', async (test) => {
    const twice = async (description: string) => {
      let count = 0;
      const { endpoint } = await goodCity(
        test,
        on(
          'requests.json',
          (answer) =>
            void (count++ > 0 && Object.assign(answer, { status: 400, body: [{ code: '400', description }] })),
          'POST',
        ),
      );
      return of(await check({ endpoint, submit }), 'report-twice').evidence.found;
    };
    assert.equal(await twice('base is a duplicate'), 'The second is refused as a duplicate.');
    assert.equal(await twice('phone was already given'), 'The second brought no number.');
  });

  it('says of Citydesk only what it does', async (test) => {
    const { endpoint } = await goodCity(
      test,
      on('services.json', (answer) => void (answer.status = 404)),
    );
    assert.match(of(await check({ endpoint }), 'json').means, /about 1\.5 kB more/);
    const words = async (id: string) => {
      const found = cases.find((each) => each.id === id && each.is === 'deviates');
      const city = await goodCity(test, found?.change);
      return of(await check({ endpoint: city.endpoint }), id).citydesk;
    };
    assert.match(await words('service-codes'), /Keeps the first/);
    assert.match(await words('window'), /Shows what comes/);
    assert.match(await words('service-filter'), /Shows what comes/);
    assert.match(await words('question-datatypes'), /Picklist/);
  });

  it('has a test that goes red for every check', () => {
    const red = new Set([...cases.map(({ id }) => id), 'reachable']);
    assert.deepEqual(
      examinations.map(({ id }) => id).filter((id) => !red.has(id)),
      [],
    );
  });

  it('calls nothing good when there is no server, and breaks on that alone', async () => {
    const report = await check({ endpoint: 'http://127.0.0.1:9/' });
    assert.equal(of(report, 'reachable').outcome, 'broken');
    assert.match(of(report, 'reachable').evidence.found ?? '', /cannot be reached/);
    assert.equal(report.counts.good, 0);
    assert.equal(report.counts['not-tried'], examinations.length - 1);
    assert.equal(report.ok, false);
  });

  it('gives up on a server that never answers', async (test) => {
    const { endpoint } = await goodCity(test, () => new Promise(() => undefined));
    const report = await check({ endpoint, timeout: 30 });
    assert.match(of(report, 'reachable').evidence.found ?? '', /No full answer within/);
  });

  it('stops with the reason of the signal', async (test) => {
    const { endpoint } = await goodCity(test);
    const stop = new AbortController();
    const reason = new Error('enough');
    const checking = check({ endpoint, signal: stop.signal, onCheck: () => stop.abort(reason) });
    await assert.rejects(checking, reason);
  });

  it('asks with the origin of the page, and only reads', async (test) => {
    const { endpoint, asked } = await goodCity(test);
    await check({ endpoint, origin: 'https://city.example' });
    assert.deepEqual([...new Set(asked.map(({ headers }) => headers.origin))], ['https://city.example']);
    assert.deepEqual([...new Set(asked.map(({ method }) => method))].sort(), ['GET', 'OPTIONS']);
    assert.ok(asked.length <= 40, `${asked.length} questions`);
  });

  it('asks each question once', async (test) => {
    const { endpoint, asked } = await goodCity(test);
    await check({ endpoint });
    const questions = asked.map(({ method, path, query }) => `${method} ${path}?${String(query)}`);
    assert.deepEqual(
      questions.filter((each, index) => questions.indexOf(each) !== index),
      [],
    );
  });

  it('names the jurisdiction in every question', async (test) => {
    const { endpoint, asked } = await goodCity(test);
    const report = await check({ endpoint, jurisdictionId: 'city.example' });
    assert.equal(of(report, 'jurisdiction').evidence.found, 'Asked with city.example.');
    assert.ok(
      asked
        .filter(({ path }) => /^(services|requests)[./]/.test(path))
        .every(({ method, query }) => method === 'OPTIONS' || query.get('jurisdiction_id') === 'city.example'),
    );
  });

  it('reads a city that speaks XML alone', async (test) => {
    const { endpoint } = await goodCity(test, (answer, { path }) => {
      if (path === 'requests.xml') {
        const rows =
          '<request><service_request_id>7</service_request_id><status>open</status><lat>0.0</lat><long>0.0</long></request>';
        Object.assign(
          answer,
          inXml({ ...answer, status: 200 }, `<?xml version="1.0"?><service_requests>${rows}</service_requests>`),
        );
      } else if (path !== 'services.xml') {
        Object.assign(
          answer,
          inXml(
            { ...answer, status: 404 },
            '<errors><error><code>404</code><description>No</description></error></errors>',
          ),
        );
      }
    });
    const report = await check({ endpoint });
    assert.equal(of(report, 'json').outcome, 'deviates');
    assert.equal(of(report, 'services').evidence.found, '8 services.');
    assert.match(of(report, 'places').evidence.found ?? '', /7 lies at 0\/0/);
    assert.equal(of(report, 'errors').outcome, 'good');
    assert.equal(of(report, 'lists').outcome, 'not-tried');
    assert.equal(of(report, 'service-metadata').outcome, 'good');
    assert.equal(of(report, 'citydesk-reads').outcome, 'broken', 'a definition is missing');
  });

  it('keeps residents’ contact details, keys and cookies out of the report', async (test) => {
    const { endpoint } = await goodCity(test, (answer, asked) => {
      request((row) => {
        for (const name of Object.keys(row)) if (name !== 'service_request_id') delete row[name];
        Object.assign(row, {
          first_name: 'Ann',
          last_name: 'Smith',
          email: 'ann.smith@mail.example',
          phone: '269 555 0100',
        });
        row['description'] = 'Call +49 170 1234567 or ann@mail.example';
      })(answer, asked) as undefined;
      answer.headers['Set-Cookie'] = 'session=s3cret';
    });
    const report = await check({ endpoint, submit: { ...submit, apiKey: 'k3y', email: 'bob@mail.example' } });
    const text = JSON.stringify(report);
    assert.equal(of(report, 'private-data').outcome, 'broken');
    for (const secret of ['Ann', 'Smith', 'mail.example', '555', '1234567', 's3cret', 'k3y']) {
      assert.ok(!text.includes(secret), secret);
    }
  });
});

describe('the report of a check', () => {
  it('is a plain form with answers to what must be answered, sent once and once more the same', async (test) => {
    const { endpoint, asked } = await goodCity(test);
    const report = await check({ endpoint, submit });
    const posts = asked.filter(({ method }) => method === 'POST');
    assert.equal(posts.length, 2);
    assert.equal(String(posts[0]!.body), String(posts[1]!.body));
    assert.match(posts[0]!.headers['content-type'] ?? '', /^application\/x-www-form-urlencoded/);
    assert.equal(posts[0]!.body.get('attribute[size]'), 's');
    assert.equal(of(report, 'report').evidence.found, 'A number came.');
  });

  it('is not sent without the word that it is a test', async (test) => {
    const { endpoint, asked } = await goodCity(test);
    const unsure = { serviceCode: '006' } as unknown as CheckOptions['submit'];
    await assert.rejects(check({ endpoint, submit: unsure }), TypeError);
    assert.equal(asked.length, 0);
  });

  it('is not sent to an endpoint that discovery calls production', async (test) => {
    const { endpoint, asked } = await goodCity(
      test,
      on('../discovery.json', ({ body }) => void (((body as Row)['endpoints'] as Row[])[0]!['type'] = 'production')),
    );
    const report = await check({ endpoint, submit });
    assert.equal(of(report, 'report').outcome, 'not-tried');
    assert.match(of(report, 'report').means, /production/);
    assert.ok(asked.every(({ method }) => method !== 'POST'));
  });
});
