import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openPage } from '../../test/plain-browser.ts';
import { townFile } from '../../test/town.ts';
import { configFrom } from '../config.ts';
import { openDatabase } from '../database.ts';
import { messageOutbox } from '../mail/outbox.ts';
import { openTown } from '../office/open-town.ts';
import { secret } from '../test-kit.ts';
import { departmentOf, departments } from './departments.ts';
import { mostHops } from './onward.ts';
import type { Mail } from '../mail/message.ts';
import type { OfficeAround } from '../office/office.ts';
import type { NewRequest } from '../town.ts';

const names = ['clerk', 'streets', 'parks', 'water', 'police', 'library', 'school', 'harbour'];
const pothole: NewRequest = {
  ...{
    serviceCode: 'pothole',
    serviceName: 'Pothole',
    description: null,
    agencyResponsible: null,
    serviceNotice: null,
  },
  ...{ address: '318 Hoffman St', addressId: null, zipcode: null, lat: null, long: null, mediaUrl: null },
  ...{ email: null, firstName: null, lastName: null, phone: null, deviceId: null, accountId: null, attributes: {} },
};

/** A town in this process, and all mail that it would send. */
function townOf(slugs: readonly string[], first: string) {
  const config = configFrom({
    ...townFile,
    departments: Object.fromEntries(slugs.map((slug) => [slug, { name: `The ${slug}`, mail: `${slug}@town.example` }])),
    services: [{ code: 'pothole', name: 'Pothole', department: first }],
  });
  const db = openDatabase(':memory:');
  const real = messageOutbox(db);
  const sent: (Mail & { key: string })[] = [];
  const outbox = {
    ...real,
    put(key, message, at) {
      const isNew = real.put(key, message, at);
      if (isNew && message.by === 'mail') sent.push({ key, ...message });
      return isNew;
    },
  } satisfies typeof real;
  const part = { of: undefined as ReturnType<typeof departments> | undefined };
  const now = () => new Date();
  const town = openTown({ db, config, now, added: (request) => part.of?.added?.(request) });
  const publicUrl = 'http://town.test/';
  part.of = departments({ config, db, outbox, secret, store: town.store, now, publicUrl } as unknown as OfficeAround);
  const pages = part.of.pages!;
  const fetch = async (request: Request) => pages.fetch(request);
  return { db, store: town.store, sent, open: (address: string) => openPage(fetch, address) };
}

describe('a report that nobody wants', () => {
  it('never goes round: it ends at the first department after one mail for each hand it went through', async () => {
    const slugs = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(slugs, fc.nat(), fc.infiniteStream(fc.nat()), async (known, start, dice) => {
        const roll = (most: number): number => dice.next().value! % most;
        const { db, store, sent, open } = townOf(known, known[start % known.length]!);
        const { serviceRequestId: id } = store.add(pothole, new Date());
        const olds: string[] = [];
        for (;;) {
          const mail = sent.at(-1)!;
          const hop = olds.length;
          assert.equal(sent.length, hop + 1, 'one mail for each hop');
          assert.equal(mail.key, `report ${id} ${departmentOf(db, id)!.department} ${hop}`);
          assert.equal(mail.to, `${departmentOf(db, id)!.department}@town.example`);
          const link = /http:\/\/town\.test\/do\/[^?\s]+/.exec(mail.text)![0];
          olds.push(link);
          assert.ok(olds.length <= mostHops + 2, `it went round: ${sent.map(({ key }) => key).join(', ')}`);
          const page = await open(`${link}?do=not-ours`);
          if (page.form.get('do') !== 'not-ours') break;
          const choices = [...page.html.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value);
          const to = choices.length > 0 ? choices[roll(choices.length)]! : String(page.form.get('to'));
          await page.send({ to, why: 'Not ours.' });
          // Pressed again, and by who had it before.
          await page.send({ to, why: 'Not ours.' });
          const before = await open(olds[roll(olds.length)]!);
          assert.match(before.text, /This is with The \w+ now/);
        }
        assert.equal(departmentOf(db, id)!.department, known[0]);
        assert.match(sent.at(-1)!.text, /Not for this town/);
        const receivers = sent.map(({ to }) => to).filter((to) => to !== `${known[0]}@town.example`);
        assert.equal(new Set(receivers).size, receivers.length, 'nobody but the first has it twice');
        assert.ok(sent.filter(({ to }) => to === `${known[0]}@town.example`).length <= 2);
        db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('goes to the first where no service of the town is named, whatever it is called', () => {
    const { db, store, sent } = townOf(['clerk', 'parks'], 'parks');
    const ids = ['pothole', 'gone', '__proto__', 'constructor', ''].map(
      (serviceCode) => store.add({ ...pothole, serviceCode }, new Date()).serviceRequestId,
    );
    const holders = ids.map((id) => departmentOf(db, id)!.department);
    assert.deepEqual(holders, ['parks', 'clerk', 'clerk', 'clerk', 'clerk']);
    assert.deepEqual(
      sent.map(({ to }) => to),
      holders.map((each) => `${each}@town.example`),
    );
    assert.equal(departmentOf(db, '26-99999'), undefined);
  });

  it('is not there at all when its mail cannot be written down', () => {
    const { db, store } = townOf(['clerk'], 'clerk');
    db.exec('DROP TABLE routing');
    assert.throws(() => store.add(pothole, new Date()));
    assert.deepEqual(store.all(), []);
  });
});
