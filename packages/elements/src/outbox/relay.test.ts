import { aTimeout, expect } from '@open-wc/testing';
import { freshCity, type TestCity } from '@citydesk/sandbox/testing';
import { opensForm, toTheEnd } from '../../test/pages.ts';

type Realm = Window & typeof globalThis;

/** What came to the relay as a report: the headers that are for it. */
interface Came {
  readonly key: string | null;
  readonly work: string | null;
  readonly insist: string | null;
}

/** Says a word of the relay's instead of the city's answer. */
const says =
  (status: number, code: string, headers = {}) =>
  () =>
    new Response(JSON.stringify([{ code, description: 'A word of the relay.' }]), { status, headers });

/** Stands between the page and the city, and files each report once. `answers`: what the page gets in place of the answer, one after the other. */
class Between {
  readonly came: Came[] = [];
  readonly asked: string[] = [];
  answers: (() => Response)[] = [];
  isHere = true;
  readonly #filed = new Map<string, Response>();

  readonly stands = (realm: Realm): void => {
    const city = realm.fetch.bind(realm);
    realm.fetch = async (input, init = {}) => {
      const url = new URL(input as string, location.href);
      this.asked.push(`${init.method ?? 'GET'} ${url.pathname.replace(/.*\/v2\//, '')}`);
      if (url.pathname.endsWith('/challenge.json'))
        return this.#marked(new Response(JSON.stringify(await challenge())));
      if (init.method !== 'POST') return this.#marked(await city(input, init));
      const headers = new Headers(init.headers);
      const key = headers.get('Idempotency-Key');
      this.came.push({ key, work: headers.get('Citydesk-Work'), insist: headers.get('Citydesk-Insist') });
      const answer = this.#filed.get(key ?? '') ?? (await city(input, { ...init, headers: {} }));
      if (key && answer.ok) this.#filed.set(key, answer.clone());
      const instead = this.answers.shift();
      return this.#marked(instead ? instead() : answer.clone());
    };
  };

  #marked(answer: Response): Response {
    const headers = new Headers(answer.headers);
    if (this.isHere) headers.set('Citydesk-Relay', '1');
    return new Response(answer.body, { status: answer.status, headers });
  }
}

const number = 7;
async function challenge() {
  const salt = 'abc?expires=1';
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(salt + number));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { algorithm: 'SHA-256', challenge: hex, maxnumber: 100, salt, signature: 'x' };
}

describe('a report to a relay', () => {
  let city: TestCity;
  let before: number;
  let relay: Between;
  beforeEach(async () => {
    city = await freshCity();
    before = (await city.rows()).length;
    relay = new Between();
  });
  afterEach(() => city.close());
  const filed = async () => (await city.rows()).length - before;

  const opens = async () => {
    const page = await opensForm({ endpoint: city.endpoint }, relay.stands);
    await toTheEnd(page);
    return page;
  };
  const lost = () => {
    throw new TypeError('Failed to fetch');
  };

  it('carries its id and the work that was done while the resident still read', async () => {
    const { resident } = await opens();
    await resident.until('the challenge', () => relay.asked.includes('GET challenge.json'));
    await resident.presses('Send report');
    await resident.getsReceipt();
    const [{ key, work, insist } = {} as Came] = relay.came;
    expect(key).to.match(/^"[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"$/);
    expect((JSON.parse(atob(work!)) as { number: number }).number).to.equal(number);
    expect(insist).to.equal(null);
    // Nobody asks twice who answers there.
    expect(relay.asked.filter((one) => one === 'GET services.json')).to.have.length(1);
  });

  it('goes again by itself under the same id where no clear answer came back, and is filed once', async () => {
    const page = await opens();
    relay.answers = [lost, says(503, 'unknown'), says(409, 'in-flight')];
    await page.resident.presses('Send report');
    await page.resident.getsReceipt();
    expect(new Set(relay.came.map(({ key }) => key)).size).to.equal(1);
    expect(relay.came).to.have.length(4);
    expect(relay.asked).not.to.include('GET requests.json');
    expect(await filed()).to.equal(1);
    expect(page.told).to.deep.equal(['request-failed: unsure', 'request-submitted']);
  });

  it('that the relay is too busy for is not sent yet, for sure, and goes when the relay said', async () => {
    const page = await opens();
    relay.answers = [says(503, 'busy', { 'Retry-After': '1' })];
    await page.resident.presses('Send report');
    await page.resident.arrivesAt('Your report is not sent yet');
    await aTimeout(500);
    expect(relay.came).to.have.length(1);
    await page.resident.getsReceipt();
    expect(page.told).to.deep.equal(['request-failed: offline', 'request-submitted']);
  });

  it('of which the relay cannot tell either is for the resident to decide', async () => {
    const { resident } = await opens();
    relay.answers = [says(409, 'held')];
    await resident.presses('Send report');
    await resident.arrivesAt('We cannot tell if the city has your report');
    await resident.presses('Send it again');
    await resident.getsReceipt();
    expect(relay.came.map(({ insist }) => insist)).to.deep.equal([null, '1']);
  });

  it('goes to nobody else after the relay had it once: who does not know its id would file it again', async () => {
    const { resident } = await opens();
    const away = () => {
      relay.isHere = false;
      return new Response('Bad gateway', { status: 502 });
    };
    relay.answers = Array<() => Response>(1000).fill(away);
    await resident.presses('Send report');
    await resident.arrivesAt('We are finding out if the city has your report');
    await aTimeout(1000);
    expect(new Set(relay.came.map(({ key }) => key)).size).to.equal(1);
    relay.answers = [];
    relay.isHere = true;
    await resident.getsReceipt();
    expect(await filed()).to.equal(1);
  });
});
