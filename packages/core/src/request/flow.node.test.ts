import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnsupportedError } from '@citydesk/open311';
import { headless, toLastStep, type Headless } from '../../test/headless.ts';
import type { Place, Point } from './draft.ts';
import { goOn, sendIt } from './going-on.ts';
import type { LocateFailure } from './journey-state.ts';

const here: Point = { lat: 41.94, long: -85.63, accuracy: 12 };
/** The seeded city has a past; only what is new counts. */
const filed = (city: Headless['city'], before: number) => city.store.all().length - before;

describe('a report without a page', () => {
  it('is filed from the first word to the receipt, and read back', async (test) => {
    const { flow, city, until } = await headless(test);
    await until('the services', ({ services }) => services.is === 'ready');
    flow.dispatch({ type: 'chosen', serviceCode: 'pothole' });
    flow.dispatch({ type: 'placed', words: '318 Hoffman St' });
    await until('the questions', ({ definition }) => definition.is === 'ready');
    flow.dispatch(goOn(flow.state));
    flow.dispatch({ type: 'answered', code: 'size', answer: 'large' });
    flow.dispatch({ type: 'answered', code: 'lane', answer: 'drive' });
    flow.dispatch({ type: 'answered', code: 'count', answer: '2' });
    flow.dispatch(goOn(flow.state));
    flow.dispatch({ type: 'introduced', contact: { name: 'Ada Lovelace', email: 'ada@example.com' } });
    flow.dispatch(sendIt(flow.state));

    const request = await until(
      'the request as the city shows it',
      (state) => state.phase === 'sent' && state.request.is === 'ready' && state.request.value,
    );
    assert.equal(request.agencyResponsible, 'Department of Public Services');
    const row = city.store.all().find(({ serviceRequestId }) => serviceRequestId === request.serviceRequestId);
    assert.deepEqual(
      [row?.address, row?.attributes, row?.firstName, row?.lastName],
      ['318 Hoffman St', { size: 'large', lane: 'drive', count: '2' }, 'Ada', 'Lovelace'],
    );
  });

  it('begins with the service a page was made for', async (test) => {
    const { flow, until } = await headless(test, { known: { serviceCode: 'street_light' } });
    await until('the questions', ({ definition }) => definition.is === 'ready');
    assert.equal(flow.state.draft.serviceCode, 'street_light');
  });
});

describe('sending', () => {
  it('happens once, however often it is asked for', async (test) => {
    const form = await headless(test);
    const before = form.city.store.all().length;
    await toLastStep(form);
    for (let i = 0; i < 20; i++) form.flow.dispatch(sendIt(form.flow.state));
    await form.until('the receipt', ({ phase }) => phase === 'sent');
    for (let i = 0; i < 20; i++) form.flow.dispatch(sendIt(form.flow.state));
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(filed(form.city, before), 1);
  });

  it('goes on, and does not happen twice, when the view goes away and comes back meanwhile', async (test) => {
    const form = await headless(test);
    const before = form.city.store.all().length;
    form.city.faults = [{ route: 'post', kind: 'slow', ms: 200 }];
    await toLastStep(form);
    form.flow.dispatch(sendIt(form.flow.state));
    form.flow.stop();
    form.flow.start();
    await form.until('the receipt', ({ phase }) => phase === 'sent');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(filed(form.city, before), 1);
  });

  it('is left to the page where the page wants to do it', async (test) => {
    const asked: string[] = [];
    const form = await headless(test, { maySend: (code) => asked.push(code) === 0 });
    const before = form.city.store.all().length;
    const { draft } = await toLastStep(form);
    form.flow.dispatch(sendIt(form.flow.state));
    const now = await form.until('the last step again', (state) => state.phase === 'filling' && state);
    assert.deepEqual([asked, now.setback, now.draft], [['graffiti'], undefined, draft]);
    assert.equal(filed(form.city, before), 0);
  });

  it('waits in the outbox where the device knows that there is no connection', async (test) => {
    let online = false;
    const form = await headless(test, { online: () => online });
    const before = form.city.store.all().length;
    await toLastStep(form);
    form.flow.dispatch(sendIt(form.flow.state));
    const { item } = await form.until('the outbox', (state) => state.phase === 'waiting' && state);
    assert.deepEqual([item.standing.is, filed(form.city, before)], ['waiting', 0]);
    online = true;
    await form.outbox.flush(true);
    await form.until('the receipt', ({ phase }) => phase === 'sent');
    assert.equal(filed(form.city, before), 1);
  });

  it('that cannot even begin has sent nothing', async (test) => {
    const form = await headless(test, { send: () => Promise.reject(new Error('A part did not load')) });
    await toLastStep(form);
    form.flow.dispatch(sendIt(form.flow.state));
    const now = await form.until('the setback', (state) => state.phase === 'filling' && state.setback && state);
    assert.deepEqual(now.setback, { is: 'offline' });
  });

  it('is told to take long only while it does', async (test) => {
    let late = () => {};
    const form = await headless(test, { wait: () => new Promise((resolve) => (late = resolve)) });
    form.city.faults = [{ route: 'post', kind: 'slow', ms: 150 }];
    await toLastStep(form);
    form.flow.dispatch(sendIt(form.flow.state));
    late();
    await form.until('the words', (state) => state.phase === 'sending' && state.slow);
    await form.until('the receipt', ({ phase }) => phase === 'sent');
  });

  it('again is not told to take long because the first time did', async (test) => {
    const alarms: (() => void)[] = [];
    const form = await headless(test, { wait: () => new Promise((resolve) => alarms.push(resolve)) });
    form.city.faults = [
      { route: 'post', kind: 'attribute-400', attribute: 'description', times: 1 },
      { route: 'post', kind: 'slow', ms: 100 },
    ];
    await toLastStep(form);
    form.flow.dispatch(sendIt(form.flow.state));
    await form.until('the setback', (state) => state.phase === 'filling' && state.setback);
    form.flow.dispatch(sendIt(form.flow.state));
    alarms[0]!();
    await form.until('the receipt', ({ phase }) => phase === 'sent');
    assert.ok(!form.seen.some((state) => state.phase === 'sending' && state.slow));
  });

  const unknowns = {
    'a connection that breaks after the report was written': { kind: 'down', committed: true },
    'a connection that breaks before': { kind: 'down' },
    'a server error': { kind: 'error-500' },
    'a web page for an answer': { kind: 'html' },
  } as const;
  for (const [name, fault] of Object.entries(unknowns)) {
    it(`with ${name} is looked for, and there once in the end`, async (test) => {
      const form = await headless(test);
      const before = form.city.store.all().length;
      await toLastStep(form);
      form.city.faults = [{ route: 'post', ...fault, times: 1 }];
      form.flow.dispatch(sendIt(form.flow.state));
      const { item } = await form.until('the outbox', (state) => state.phase === 'waiting' && state);
      assert.equal(item.standing.is, 'unknown');
      const { receipt } = await form.until('the receipt', (state) => state.phase === 'sent' && state);
      const [row] = form.city.store.all();
      assert.equal(filed(form.city, before), 1);
      assert.equal(receipt.serviceRequestId, row?.serviceRequestId);
      assert.ok(row?.description?.includes(item.reference));
    });
  }

  const ends = {
    'an error in a good answer': { kind: 'ok-with-error', rows: 0, is: 'rejected' },
    'a refusal': { kind: 'attribute-400', rows: 0, is: 'rejected' },
    'a service that is gone': { kind: 'not-found', rows: 0, is: 'rejected' },
  } as const;
  for (const [name, { rows, is, ...fault }] of Object.entries(ends)) {
    it(`with ${name} ends ${is}, with everything kept and nothing sent again`, async (test) => {
      const form = await headless(test);
      const before = form.city.store.all().length;
      const { draft } = await toLastStep(form);
      form.city.faults = [{ route: 'post', ...fault }];
      form.flow.dispatch(sendIt(form.flow.state));
      const now = await form.until('the setback', (state) => state.phase === 'filling' && state.setback && state);
      assert.deepEqual([now.setback?.is, now.draft], [is, draft]);
      assert.equal(filed(form.city, before), rows);
    });
  }
});

describe('a refusal', () => {
  it('of an email that is not asked here is about the whole report', async (test) => {
    for (const contact of ['none', 'optional'] as const) {
      const form = await headless(test, { known: { rules: { contact } } });
      await toLastStep(form);
      form.city.faults = [{ route: 'post', kind: 'attribute-400', attribute: 'email' }];
      form.flow.dispatch(sendIt(form.flow.state));
      const now = await form.until('the setback', (state) => state.phase === 'filling' && state.setback && state);
      assert.deepEqual(
        [now.step, now.setback?.is, now.problems.map(({ field }) => field)],
        ['check', 'rejected', contact === 'none' ? [] : ['email']],
      );
    }
  });

  it('of all reports, by an endpoint that takes none, leaves no doubt', async (test) => {
    const closed = new UnsupportedError({ method: 'POST', url: 'http://city.test/', status: 501 }, 'not offered');
    const form = await headless(test, { submitRequest: () => Promise.reject(closed) });
    await toLastStep(form);
    form.flow.dispatch(sendIt(form.flow.state));
    const now = await form.until('the setback', (state) => state.phase === 'filling' && state.setback && state);
    assert.deepEqual(now.setback, { is: 'rejected', reasons: [] });
  });
});

describe('what the city says late', () => {
  it('is ignored once the view is gone, and asked for again when it comes back', async (test) => {
    const { flow, city, seen, until } = await headless(test);
    city.faults = [{ route: 'services', kind: 'slow', ms: 100 }];
    flow.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual([flow.state.services.is, seen.length], ['loading', 1]);
    flow.start();
    await until('the services', ({ services }) => services.is === 'ready');
  });

  it('of one service does not land on another', async (test) => {
    const { flow, city, seen, until } = await headless(test);
    await until('the services', ({ services }) => services.is === 'ready');
    city.faults = [{ route: 'definition', kind: 'slow', ms: 200, times: 1 }];
    flow.dispatch({ type: 'chosen', serviceCode: 'pothole' });
    flow.dispatch({ type: 'chosen', serviceCode: 'street_light' });
    const codes = () =>
      seen
        .flatMap(({ definition }) => (definition.is === 'ready' ? definition.value.attributes : []))
        .map((a) => a.code);
    await until('the questions', ({ definition }) => definition.is === 'ready');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual([...new Set(codes())], ['state', 'pole', 'lights']);
  });

  it('badly is asked for again by the resident', async (test) => {
    const { flow, city, until } = await headless(test, { serve: {} });
    city.faults = [{ route: 'services', kind: 'html' }];
    flow.stop();
    flow.start();
    await until('the failure', ({ services }) => services.is === 'failed');
    city.faults = [];
    flow.dispatch({ type: 'services-wanted' });
    await until('the services', ({ services }) => services.is === 'ready');
  });
});

describe('the location', () => {
  it('is asked for only when the resident asks, and once at a time', async (test) => {
    let asked = 0;
    const { flow, until } = await headless(test, {
      locate: async (place) => ((asked += 1), { ...place(), point: here }),
    });
    await until('the services', ({ services }) => services.is === 'ready');
    flow.dispatch({ type: 'chosen', serviceCode: 'graffiti' });
    assert.equal(asked, 0);
    flow.dispatch({ type: 'locate' });
    flow.dispatch({ type: 'locate' });
    assert.deepEqual(await until('the point', ({ draft }) => draft.place.point), here);
    assert.equal(asked, 1);
  });

  for (const reason of ['dismissed', 'denied', 'unavailable', 'timeout'] as const satisfies readonly LocateFailure[]) {
    it(`that is ${reason} leaves the typed address alone`, async (test) => {
      const { flow, until } = await headless(test, { locate: () => Promise.reject(new Error('', { cause: reason })) });
      flow.dispatch({ type: 'placed', words: 'Here' });
      flow.dispatch({ type: 'locate' });
      await until('the reason', (state) => state.phase === 'filling' && state.locating === reason);
      assert.deepEqual(flow.state.draft.place, { words: 'Here', point: undefined });
    });
  }

  it('that comes after the view is gone is ignored', async (test) => {
    let found: (place: Place) => void = () => {};
    const { flow } = await headless(test, { locate: () => new Promise((resolve) => (found = resolve)) });
    flow.dispatch({ type: 'locate' });
    flow.stop();
    found({ words: '', point: here });
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(flow.state.draft.place.point, undefined);
  });
});
