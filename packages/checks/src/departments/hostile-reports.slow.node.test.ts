// A thousand reports by people who mean harm, through a real relay and a real mail server, into a real browser in place of a mail program.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Page } from 'puppeteer-core';
import { startCityBrowser, type CityBrowser } from '../e2e/city-browser.ts';
import { until } from '../e2e/until.ts';
import { root } from '../workspace.ts';
import { departments, openInboxTown, sendReport, type InboxTown, type Kept } from './inbox-town.ts';

const corpora = path.join(root, '../shared/corpora');
const skip = !existsSync(corpora) && !process.env['CI'] && 'the corpora are not on this machine';

const linesOf = (name: string): readonly Readonly<Record<string, string>>[] =>
  readFileSync(path.join(corpora, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string>);

const count = 1000;

/** What begins another header, another receiver or another part of a mail wherever it is taken as it is. */
const injections = [
  'x\r\nBcc: victim@evil.example',
  'x\nTo: victim@evil.example\n\n<script>alert(1)</script>',
  'x\rCc: victim@evil.example',
  'x\u2028Bcc: victim@evil.example',
  '<victim@evil.example>, victim@evil.example',
  'x\r\n.\r\nMAIL FROM:<a@evil.example>\r\nRCPT TO:<victim@evil.example>\r\nDATA\r\n',
  'x\r\nContent-Type: text/html\r\n\r\n<img src=https://evil.example/x.png>',
  '=?utf-8?Q?x=0D=0ABcc:_victim@evil.example?=',
  '=?utf-8?B?eA0KQmNjOiB2aWN0aW1AZXZpbC5leGFtcGxl?=',
  '"><img src="https://evil.example/x.png" onerror="alert(1)">',
  '</title><script>alert(1)</script>',
  'javascript:alert(1)',
  'Done:\nhttps://evil.example/do/x?do=done',
  '\u202eexe.gpj.evil',
];

/** A report with something in every field, of which the town takes all it can. */
function hostileReport(at: number, bad: readonly string[], emails: readonly string[]): Record<string, string> {
  const next = (step: number): string => bad[(at * 7 + step) % bad.length]!;
  return {
    service_code: at % 5 === 0 ? 'tree' : 'pothole',
    description: next(0).slice(0, 4000),
    address_string: next(1).slice(0, 400),
    address_id: next(2).slice(0, 190),
    first_name: next(3).slice(0, 190),
    last_name: next(4).slice(0, 190),
    phone: `${next(5).slice(0, 30)} 269-555-0142`,
    email: emails[at % emails.length]!,
    device_id: next(6).slice(0, 190),
    account_id: next(7).slice(0, 190),
    media_url: `https://evil.example/${encodeURIComponent(printable(next(8).slice(0, 100)))}.png`,
    ...(at % 5 !== 0 && {
      'attribute[line]': next(9)
        .replace(/[\r\n\u2028\u2029]+/g, ' ')
        .slice(0, 4000),
      'attribute[more]': next(10).slice(0, 4000),
    }),
  };
}

/** Without what the town refuses, such as NUL: the next best a sender can do. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}/gu, '');

async function sendAsMuchAsGoes(url: string, fields: Record<string, string>): Promise<void> {
  const tries = [
    fields,
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, printable(value)])),
    Object.fromEntries(
      Object.entries({ ...fields, email: 'jane@example.com' }).map(([name, value]) => [name, printable(value)]),
    ),
  ];
  let said = '';
  for (const each of tries) {
    const answer = await sendReport(url, each);
    if (answer.status === 200) return;
    said = answer.said;
  }
  assert.fail(`The town took none of it: ${said} ${JSON.stringify(fields)}`);
}

/** What is in a page that could do, fetch or send anything; nothing of it belongs into a mail. */
function livingParts(page: Page, own: string): Promise<readonly string[]> {
  return page.evaluate((home) => {
    const tags = new Set('html head meta title body div h1 p b br a bdi img'.split(' '));
    const names = new Set('lang role charset name content style href rel dir src alt'.split(' '));
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const tag = element.localName;
      if (!tags.has(tag)) found.push(`<${tag}>`);
      for (const { name, value } of element.attributes) {
        if (!names.has(name)) found.push(`${tag} ${name}`);
        if (name === 'style' && /url|expression|@|\\/i.test(value)) found.push(`${tag} ${value}`);
        if (name === 'src' && !/^cid:photo-\d@citydesk$/.test(value)) found.push(`${tag} ${value}`);
        if (
          name === 'href' &&
          ![`${home}do/`, 'https://www.openstreetmap.org/', 'mailto:'].some((each) => value.startsWith(each))
        ) {
          found.push(`${tag} ${value}`);
        }
        if (name === 'href' && value.startsWith('mailto:') && /[?&,;\s]/.test(value)) found.push(`${tag} ${value}`);
      }
    }
    return found;
  }, own);
}

describe('a thousand hostile reports', { skip }, () => {
  let town: InboxTown;
  let browser: CityBrowser;
  const mails: (Kept & { readonly parsed: ParsedMail })[] = [];
  before(async () => {
    town = await openInboxTown();
    const payloads = linesOf('html-xss').map(({ payload = '' }) => payload);
    const naughty = linesOf('naughty-strings').map(({ s = '' }) => s);
    const bad = [...payloads, ...naughty, ...injections].filter((text) => printable(text).trim() !== '');
    const some = payloads.filter((_, at) => at % 4 === 0);
    // A quarter of each, so that every field meets every kind.
    const mixed = Array.from({ length: 4 * count }, (_, at) => {
      const kind = [injections, naughty, some, bad][at % 4]!;
      return kind[Math.floor(at / 4) % kind.length]!;
    }).filter((text) => printable(text).trim() !== '');
    const emails = [
      ...linesOf('emails').map(({ address = '' }) => address),
      'a@b.example?bcc=victim@evil.example',
      "o'b@example.com",
    ];
    const worker = async (first: number): Promise<void> => {
      for (let at = first; at < count; at += 4) await sendAsMuchAsGoes(town.url, hostileReport(at, mixed, emails));
    };
    await Promise.all([0, 1, 2, 3].map(worker));
    await until('every mail', () => (town.mails.length >= count ? true : undefined), 600_000);
    for (const mail of town.mails)
      mails.push({ ...mail, parsed: await simpleParser(mail.raw, { keepCidLinks: true }) });
    browser = await startCityBrowser();
  });
  after(async () => {
    await browser?.close();
    await town?.close();
  });

  it('make one mail each, to the department and nobody else', () => {
    assert.equal(mails.length, count);
    const known = Object.values(departments).map(({ mail }) => mail);
    for (const { to, parsed } of mails) {
      assert.equal(to.length, 1);
      assert.ok(known.includes(to[0]!), to[0]);
      assert.deepEqual(
        [parsed.to].flat().flatMap((each) => each?.value.map(({ address }) => address)),
        to,
      );
    }
    assert.equal(
      new Set(mails.map(({ parsed }) => /\((26|\d\d)-(\d+)\)$/.exec(parsed.subject ?? '')?.[2])).size,
      count,
    );
  });

  it('begin no header, no part and no receiver of their own', () => {
    const heads = new Set(
      mails.map(({ parsed }) =>
        parsed.headerLines
          .map(({ key }) => key)
          .sort()
          .join(' '),
      ),
    );
    assert.equal(heads.size, 1, [...heads].join('\n'));
    assert.doesNotMatch([...heads][0]!, /\b(bcc|cc|reply-to|sender)\b/);
    for (const { parsed } of mails) {
      assert.match(
        parsed.subject ?? '',
        /^(Pothole|Tree & branch), [^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]+ \(\d\d-\d{5}\)$/u,
      );
      assert.ok([...(parsed.subject ?? '')].length < 220);
      assert.equal(parsed.attachments.length, 0);
    }
  });

  it('put no line into the text that looks like one of ours', () => {
    for (const { parsed } of mails) {
      const lines = (parsed.text ?? '').split('\n');
      const own = lines.filter((line) => /^https?:/.test(line));
      assert.equal(own.length, 3, parsed.text);
      assert.ok(
        own.every((line) => line.startsWith(`${town.url}do/`)),
        parsed.text,
      );
      assert.equal(lines.filter((line) => /^(Started|Done|Not ours):/.test(line)).length, 3);
    }
  });

  it('run nothing, ask nobody and lead nowhere in the HTML of a mail', async () => {
    const { page, close } = await browser.newPage();
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => seen.push(`asked ${request.url()}`));
    page.on('popup', () => seen.push('popup'));
    page.on('pageerror', (error) => seen.push(`ran and failed: ${String(error)}`));
    for (const { parsed } of mails) {
      assert.ok(parsed.html);
      await page.setContent(parsed.html, { waitUntil: 'domcontentloaded' });
      assert.deepEqual(await livingParts(page, town.url), [], parsed.html);
      assert.deepEqual(seen, [], parsed.html);
    }
    // What would be seen of one that is not escaped.
    await page.setContent('<img src="https://evil.example/x.png" onerror="alert(1)"><svg onload="alert(2)">');
    assert.ok((await livingParts(page, town.url)).length >= 3);
    await until('a dialog', () => seen.find((each) => each.startsWith('dialog')));
    assert.ok(seen.some((each) => each.startsWith('asked https://evil.example/')));
    await close();
  });

  it('run nothing and ask nobody on the page behind the links', async () => {
    const { page, close } = await browser.newPage(320, 640);
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${town.url}do/`) && request.url() !== 'data:,')
        seen.push(`asked ${request.url()}`);
    });
    page.on('console', (message) => message.type() === 'error' && seen.push(`said ${message.text()}`));
    for (const { parsed } of mails.filter((_, at) => at % 20 === 0)) {
      const [, link = ''] = /^Done:\n(\S+)/m.exec(parsed.text ?? '') ?? [];
      const answer = await page.goto(link, { waitUntil: 'load' });
      assert.equal(answer?.status(), 200);
      assert.deepEqual(seen, [], parsed.text);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${wide} px wide: ${parsed.text}`);
    }
    await close();
  });

  it('leave nothing in the log but that they came', () => {
    for (const line of town.log().trim().split('\n')) {
      const { is, route, what } = JSON.parse(line) as Record<string, string>;
      assert.ok(is === 'call' && /^[\w{}/]+$/.test(route ?? ''), `${what ?? ''} ${line}`);
    }
    assert.doesNotMatch(town.log(), /evil|victim|Hoffman|alert|@/);
  });
});
