import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { everythingKept } from '../../test/device-scan.ts';
import { isOnline, opensForm, opensPage, toTheEnd, waiting, type FormPage } from '../../test/pages.ts';

const offline = (realm: Window & typeof globalThis) => isOnline(realm, false);

describe('a report in the outbox', () => {
  let city: TestCity;
  let before: number;
  beforeEach(async () => {
    city = await freshCity();
    before = (await city.rows()).length;
  });
  afterEach(async () => {
    await city.close();
    const gone = indexedDB.deleteDatabase('citydesk-outbox');
    await new Promise((resolve) => (gone.onsuccess = gone.onblocked = resolve));
  });

  const filed = async () => (await city.rows()).length - before;
  const isFiled = async (count: number) => {
    for (const end = performance.now() + 12_000; (await filed()) < count && performance.now() < end;)
      await aTimeout(50);
    expect(await filed()).to.equal(count);
  };
  const attributes = () => ({ endpoint: city.endpoint });

  /** A form page whose report waits on the device, because there is no connection. */
  const leavesWaiting = async (): Promise<FormPage> => {
    const page = await opensForm(attributes(), offline);
    await toTheEnd(page);
    await page.resident.presses('Send report');
    await page.resident.arrivesAt('Your report is not sent yet');
    return page;
  };

  it('goes out when any page with a widget is opened after the first was closed', async () => {
    (await leavesWaiting()).closes();
    expect(await filed()).to.equal(0);
    const faq = await opensPage('citydesk-faq-panel', attributes());
    await isFiled(1);
    expect(faq.visitor.text).not.to.include('Hoffman');
  });

  it('is told on the next page with a form, with its number and the way to follow it, until that is seen', async () => {
    (await leavesWaiting()).closes();
    const { visitor, told } = await opensPage('citydesk-request-form', attributes());
    await visitor.sees(/The city has your report from .+ \(Graffiti.*, 318 Hoffman St\) now\. Its number is/);
    const [{ serviceRequestId } = {}] = await city.rows();
    await visitor.sees(`Its number is ${serviceRequestId}.`);
    expect((await visitor.link('Follow this report')).href).to.include(`#citydesk:request=${serviceRequestId}`);
    expect(told).to.deep.equal(['request-submitted']);
    const again = await opensPage('citydesk-request-form', attributes());
    await again.visitor.sees(/Its number is/);
    await again.visitor.sees('What is the problem?');
    expect(again.told).to.deep.equal([]);
    await again.visitor.presses('I have seen this');
    await again.visitor.until('the card to go', () => !again.visitor.text.includes('Its number is'));
    await again.visitor.until('the focus on the heading', () => again.visitor.focused?.id === 'title');
    await visitor.until('the card to go everywhere', () => !visitor.text.includes('Its number is'));
    expect(await waiting()).to.deep.equal([]);
    expect(await filed()).to.equal(1);
  });

  it('leaves nothing of what was in it on the device once the city has it', async () => {
    const page = await leavesWaiting();
    expect(JSON.stringify(await waiting())).to.include('ada@example.com');
    page.closes();
    await opensPage('citydesk-faq-panel', attributes());
    await isFiled(1);
    const isConfirmed = async () => (await waiting()).every(({ standing }) => standing.is === 'confirmed');
    for (const end = performance.now() + 1000; !(await isConfirmed()) && performance.now() < end;) await aTimeout(20);
    expect(JSON.stringify(await waiting())).not.to.include('ada@example.com');
  });

  it('stands in the tracker, too', async () => {
    (await leavesWaiting()).closes();
    const { visitor } = await opensPage('citydesk-status-tracker', attributes(), offline);
    await visitor.sees(/Your report from .+ \(Graffiti.*, 318 Hoffman St\) is not sent yet\./);
    isOnline(visitor.widget.ownerDocument.defaultView as Window & typeof globalThis, true);
    await visitor.sees(/The city has your report from/);
    expect(await filed()).to.equal(1);
  });

  it('is one of several in one list', async () => {
    for (let count = 0; count < 2; count++) (await leavesWaiting()).closes();
    const { visitor } = await opensPage('citydesk-request-form', attributes(), offline);
    await visitor.sees(/is not sent yet/);
    const list = visitor.root.querySelector('ul.waiting-reports')!;
    expect(list.children).to.have.length(2);
    expect(list.getAttribute('aria-label')).to.equal('Reports that wait on this device');
  });

  it('is deleted in two steps, so that no slip of the finger does it', async () => {
    (await leavesWaiting()).closes();
    const { visitor } = await opensPage('citydesk-request-form', attributes(), offline);
    await visitor.presses('Do not send it. Delete it');
    await visitor.presses('Keep it');
    expect(await waiting()).to.have.length(1);
    await visitor.presses('Do not send it. Delete it');
    await visitor.presses('Delete it');
    await visitor.until('the card to go', () => !visitor.text.includes('is not sent yet'));
    expect(await waiting()).to.deep.equal([]);
  });

  for (const [when, fault, committed] of [
    ['before the city wrote it', { route: 'post', kind: 'error-500', ms: 1500 }, 0],
    ['after the city wrote it', { route: 'post', kind: 'error-500', ms: 1500, committed: true }, 1],
  ] as const) {
    it(`is filed once where the page was closed in the middle of sending, ${when}`, async () => {
      await city.fail(fault);
      const page = await opensForm(attributes());
      await toTheEnd(page);
      await page.resident.presses('Send report');
      await page.resident.sees('Sending your report.');
      await aTimeout(700);
      page.closes();
      await aTimeout(1500);
      await city.heal();
      expect(await filed()).to.equal(committed);
      const { visitor } = await opensPage('citydesk-request-form', attributes());
      await visitor.sees(/We are finding out if the city has your report from/);
      await visitor.sees(/Its number is/);
      expect(await filed()).to.equal(1);
    });
  }

  it('is filed once where two pages go online at the same time', async () => {
    const first = await leavesWaiting();
    const second = await opensPage('citydesk-request-form', attributes(), offline);
    await second.visitor.sees(/is not sent yet/);
    await city.fail({ route: 'post', kind: 'slow', ms: 500 });
    isOnline(first.realm, true);
    isOnline(second.realm, true);
    await first.resident.getsReceipt();
    await aTimeout(1000);
    expect(await filed()).to.equal(1);
    expect(first.told).to.deep.equal(['request-failed: offline', 'request-submitted']);
  });

  it('is told in the page that waits for it where another page has sent it', async () => {
    const first = await leavesWaiting();
    await opensPage('citydesk-faq-panel', attributes());
    await first.resident.getsReceipt();
    expect(first.told).to.deep.equal(['request-failed: offline', 'request-submitted']);
    expect(await filed()).to.equal(1);
  });

  it('goes out when a page comes back from where the browser had put it', async () => {
    const page = await leavesWaiting();
    Object.defineProperty(page.realm.navigator, 'onLine', { configurable: true, value: true });
    page.realm.dispatchEvent(new page.realm.PageTransitionEvent('pageshow', { persisted: true }));
    await page.resident.getsReceipt();
    expect(await filed()).to.equal(1);
  });

  it('does not take the focus while it stands otherwise by itself', async () => {
    const page = await opensForm(attributes());
    await toTheEnd(page);
    await city.fail({ route: 'post', kind: 'error-500' }, { route: 'requests', kind: 'not-found' });
    await page.resident.presses('Send report');
    await page.resident.arrivesAt('We are finding out if the city has your report');
    const copy = await page.resident.button('Copy the word');
    copy.focus();
    await page.resident.arrivesAt('We cannot tell if the city has your report');
    expect(page.resident.focused === copy).to.equal(true);
    expect(page.resident.root.querySelector('[role=status] .title')).not.to.equal(null);
    expect(page.told).to.deep.equal(['request-failed: unsure']);
  });

  it('that the city refuses on a later visit can be changed and sent again', async () => {
    (await leavesWaiting()).closes();
    await city.fail({ route: 'post', kind: 'ok-with-error', times: 1 });
    const page = await opensPage('citydesk-request-form', attributes());
    const { visitor } = page;
    await visitor.sees(/The city did not take your report from .+ The city says: “The city could not take this\.”/);
    await visitor.presses('Change it and send it again');
    await visitor.until('the place', () => visitor.filledIn['Address or place'] === '318 Hoffman St');
    await visitor.until('the card to go', () => !visitor.text.includes('did not take your report from'));
    expect(await waiting()).to.deep.equal([]);
    expect(await filed()).to.equal(0);
  });

  it('costs a page on whose device nothing waits no more than a look at the names', async () => {
    const { realm, visitor } = await opensPage('citydesk-request-form', attributes());
    await visitor.sees('What is the problem?');
    await aTimeout(300);
    const fetched = realm.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.filter((name) => /device\/(outbox|item-store|send-item)/.test(name))).to.deep.equal([]);
    expect(await everythingKept()).not.to.include('citydesk-outbox');
  });
});
