// A town in this process on whose pages there is something to see: reports old and new, late and closed, mail that was refused, counts and alerts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configFrom, relaySite, type ConfigFile } from '@citydesk/relay';
import { runCommand, serveRelay } from '@citydesk/relay/node';
import { until } from '../e2e/until.ts';
import { linkIn, openMailbox, type Mailbox } from './mailbox.ts';

export const staff = { username: 'clerk', password: 'a password for tests' };
const resident = 'resident@home.example';
const secret = 'a secret for tests, of 32 or more';

export interface BusyTown {
  /** By what is seen there; those below `/staff` ask for a password. */
  readonly pages: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const much = { burst: 100_000, perMinute: 100_000 };

const settings: ConfigFile = {
  upstream: 'mailto',
  city: 'Maple Falls',
  zone: 'America/Detroit',
  phone: '269-555-0100',
  port: 0,
  origins: '*',
  withoutOrigin: 'everything',
  limits: { reading: much, updates: much, suspicious: much, suspiciousTogether: much, idsPerHour: 100_000 },
  faster: 100,
  alerts: true,
  counts: true,
  publicReport: true,
  costs: { currency: 'USD', call: 8, online: 0.15 },
  departments: {
    streets: { name: 'Streets', mail: 'streets@maplefalls.example' },
    parks: { name: 'Parks and Trees', mail: 'nobody@maplefalls.example' },
  },
  services: [
    {
      code: 'pothole',
      name: 'Pothole',
      department: 'streets',
      expectedDays: 5,
      questions: [{ code: 'lane', ask: 'Where in the road is it?', kind: 'text' }],
    },
    { code: 'light', name: 'Street light out', department: 'streets', expectedDays: 3 },
    { code: 'tree', name: 'Tree or branch down, or about to come down', department: 'parks' },
  ],
};

export async function openBusyTown(): Promise<BusyTown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-busy-town-'));
  const at = (name: string) => path.join(folder, name);
  const mailbox = await openMailbox('nobody@');
  const written: ConfigFile = {
    ...settings,
    mail: { from: '311@maplefalls.example', server: mailbox.url },
    ...{ database: at('relay.sqlite'), keys: at('keys.sqlite'), photos: at('photos'), files: at('files') },
  };
  writeFileSync(at('town.json'), JSON.stringify(written));
  // The plain site, without the built files: nothing has to be built first.
  const relay = await serveRelay({
    config: configFrom(written),
    secret,
    staffPassword: staff.password,
    site: relaySite({ secret }),
  });
  const close = async (): Promise<void> => {
    await relay.close();
    await mailbox.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { pages: await fill({ url: relay.url, mailbox, at }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Town {
  readonly url: string;
  readonly mailbox: Mailbox;
  /** A file in its folder. */
  at(name: string): string;
}

/** @returns its pages */
async function fill({ url, mailbox, at }: Town): Promise<BusyTown['pages']> {
  const send = async (to: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await fetch(new URL(to, url), { method: 'POST', body: new URLSearchParams(fields) });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${to}: ${answer.status} ${said}`);
    return said;
  };
  const report = async (service: string, description: string): Promise<string> => {
    const place = { lat: '41.9412', long: '-85.6324', address_string: '290 Spring Street, at the corner of Main' };
    const more = { email: resident, 'attribute[lane]': 'At the edge, by the drain' };
    const fields = { service_code: service, description, ...place, ...(service === 'pothole' && more) };
    return /"service_request_id":"([^"]+)"/.exec(await send('open311/v2/requests.json', fields))![1]!;
  };

  const id = await report('pothole', 'A deep hole.\nTwo cars had to stop beside it.');
  const department = await mailbox.next('streets@maplefalls.example', /Pothole/);
  for (let more = 0; more < 6; more += 1) await report(more % 2 ? 'light' : 'pothole', 'It is still there.');
  await report('tree', 'A branch hangs over the walk.');
  await report(
    'tree',
    `A${' very'.repeat(40)} long branch lies there: https://maplefalls.example/${'branch'.repeat(30)}`,
  );
  const counts = ['started;;pothole', 'submitted;without-answer;pothole', 'step-left;where;light', 'answered;;'];
  const counted = new URLSearchParams({ language: 'en', channel: 'web' });
  for (const count of [...counts, ...counts, 'no-result;;tree', 'looked-up;found;', 'fixed;yes;', 'easy;yes;'])
    counted.append('count', count);
  await fetch(new URL('open311/v2/counts', url), { method: 'POST', body: counted });

  // Two ask for messages; one of them also says yes, and gets news.
  const ask = async (email: string) => {
    await send('open311/v2/alerts', { service_request_id: id, email, locale: 'en' });
    const mail = await mailbox.next(email, /confirm/i);
    return pageIn(mail.text);
  };
  const [confirm, other] = [await ask('another@home.example'), await ask(resident)];
  await send(other, { do: 'confirm' });
  const done = linkIn(department, 'Done');
  await send(done, { do: 'started', seen: '1', note: 'A crew comes on Friday.' });
  const news = await mailbox.next(resident, /News/);
  const stop = [...(news.text ?? '').matchAll(/https?:\S+\/alerts\/\S+/g)].at(-1)![0];
  await until('the mail that is refused', async () => {
    const headers = { authorization: `Basic ${btoa(`${staff.username}:${staff.password}`)}` };
    return /550/.test(await (await fetch(new URL('staff/messages', url), { headers })).text()) || undefined;
  });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Detroit' }).format(new Date());
  const file = at('report.html');
  const { log } = console;
  console.log = () => {};
  await runCommand(['report', '--config', at('town.json'), '--from', day, '--to', day, '--out', file]);
  console.log = log;
  const staffPage = (name: string) => new URL(`staff/${name}`, url).href;
  return {
    'what a department does': done,
    'what a department passes on': linkIn(department, 'Not ours'),
    'what confirms that messages are wanted': confirm,
    'what stops messages': stop,
    'what is left of a link that was cut off': done.slice(0, done.indexOf('/do/') + 20),
    'the staff desk': staffPage(''),
    'a report on the staff desk': staffPage(`requests/${id}`),
    'mail that did not get through': staffPage('messages'),
    'the report for the council': staffPage(`report?from=${day}&to=${day}`),
    'days that are none': staffPage(`report?from=${day}&to=2026-02-31`),
    'the report as a file': `data:text/html;base64,${readFileSync(file).toString('base64')}`,
  };
}

const pageIn = (text = ''): string => /https?:\S+\/alerts\/\S+/.exec(text)?.[0] ?? '';
