/** Whatever residents write, a mail goes to the one address it is for, and its head says what we say. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { simpleParser, type AddressObject } from 'mailparser';
import { corpus } from '../../test/corpus.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { postOffice } from '../../test/post-office.ts';
import { mailAddress } from '../office-config.ts';
import { cleanMessage, MessageError } from './clean-message.ts';
import { composeMail } from './compose-mail.ts';
import { oneLine, plainText } from './one-line.ts';
import type { Mail } from './message.ts';

const emails = corpus('emails.jsonl');
const strings = corpus('naughty-strings.jsonl');
const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** What the head of each mail has, in small letters. */
const head = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];

const composed = async (mail: Mail, name: string) =>
  composeMail(mail, { from: '311@example.gov', name, messageId: 'fixed', date: new Date(0) });

function clean(mail: Mail): Mail {
  const message = cleanMessage({ by: 'mail', ...mail });
  assert.ok(message.by === 'mail');
  return message;
}

/** Uses the words wherever somebody's words can stand, and reads the mail back. */
async function hold(words: string): Promise<void> {
  const html = '<p>One paragraph.</p>';
  const files = [{ name: words, type: words, bytes: Buffer.from('file'), shownAs: undefined }];
  const mail = clean({ to: 'streets@example.gov', subject: words, text: words, html, attachments: files });
  const parsed = await simpleParser(await composed(mail, words), { skipTextToHtml: true, keepCidLinks: true });
  assert.deepEqual(
    parsed.headerLines.map(({ key }) => key).sort(),
    head.filter((name) => name !== 'subject' || mail.subject !== ''),
    words,
  );
  assert.deepEqual(addressesIn(parsed.to), ['streets@example.gov'], words);
  assert.deepEqual(addressesIn(parsed.from), ['311@example.gov'], words);
  assert.equal((parsed.subject ?? '').replace(/\s+/g, ' '), oneLine(words).replace(/\s+/g, ' '), words);
  assert.equal((parsed.text ?? '').trimEnd(), plainText(words).trimEnd(), words);
  assert.equal(parsed.html, html, words);
  assert.equal(parsed.attachments.length, 1, words);
  assert.equal(parsed.attachments[0]?.content.toString(), 'file', words);
}

function addressesIn(list: AddressObject | readonly AddressObject[] | undefined): readonly (string | undefined)[] {
  return [list ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
}

describe('words in a mail', () => {
  it('of the collection of naughty strings are words', strings.options, async () => {
    const all = linesOf(strings.path);
    for (const { s } of all) await hold(String(s));
    console.log(`naughty strings in mail: ${all.length} run of 268 expected`);
    assert.ok(all.length >= 268);
  });

  it('that begin another header, another part or the end of the mail are words', async () => {
    for (const words of [
      'A\r\nBcc: everybody@example.com',
      'A\nBcc: everybody@example.com\n\nHello',
      'A\rBcc: everybody@example.com',
      'A\u2028Bcc: everybody@example.com',
      'A\u0085Bcc: everybody@example.com',
      '=?UTF-8?Q?A=0D=0ABcc:_everybody@example.com?=',
      '=?UTF-8?B?QQ0KQmNjOiBldmVyeWJvZHlAZXhhbXBsZS5jb20=?=',
      '\r\n.\r\nMAIL FROM:<a@example.com>',
      '\n.\nQUIT',
      '----_NmP-0-Part_1--',
      'a"; filename="b.exe',
      'a <everybody@example.com>, "b',
      ' \u202Egnp.exe',
      'x'.repeat(100_000),
      'é'.repeat(1000),
      '👩‍👩‍👧‍👦'.repeat(100),
      '\uD800 half a letter',
      '\0\x01\x1b[31m',
    ]) {
      await hold(words);
    }
  });

  it('of any kind are words', async () => {
    const breaks = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      ': ',
      'Bcc: a@b.c',
      '\r\n\r\n',
      '"',
      '<',
      '>',
      ',',
      ';',
      '.',
      '=?',
      '?=',
    );
    const words = fc.array(fc.oneof(breaks, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(words, (parts) => hold(parts.join(''))),
      { numRuns: 500 },
    );
  });

  it('in a language or a link are refused, where they are neither', async () => {
    const mail = { to: 'streets@example.gov', subject: 'A', text: 'B' };
    for (const hostile of ['en\r\nBcc: a@example.com', 'x y', '']) {
      assert.throws(() => clean({ ...mail, language: hostile }), MessageError);
      assert.throws(() => clean({ ...mail, stopAt: hostile }), MessageError);
    }
    for (const stopAt of ['javascript:alert(1)', 'mailto:a@example.com', '//example.com']) {
      assert.throws(() => clean({ ...mail, stopAt }), MessageError);
    }
    const odd = 'https://example.com/a>b,<c?d=>\r\nBcc: x#>';
    const parsed = await simpleParser(await composed(clean({ ...mail, stopAt: odd, language: 'ES-mx' }), 'City'));
    const lines = parsed.headerLines.filter(({ key }) => !head.includes(key) && key !== 'content-transfer-encoding');
    assert.deepEqual(
      lines.map(({ line }) => line),
      [
        'Content-Language: es-MX',
        'List-Unsubscribe: <https://example.com/a%3Eb,%3Cc?d=%3EBcc:%20x#%3E>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      ],
    );
  });
});

describe('the receiver of a mail', () => {
  let [run, expected, taken, refused] = [0, 0, 0, 0];
  after(() => console.log(`addresses: ${run} run of ${expected} expected; ${taken} taken, ${refused} refused`));

  it('is the one address of the envelope and of the head, or nobody', emails.options, async (t) => {
    const mailbox = await openMailbox();
    const office = postOffice({ file: ':memory:', server: mailbox.url });
    t.after(async () => {
      await office.close();
      await mailbox.close();
    });
    const all = linesOf(emails.path).map(({ address }) => String(address));
    expected = 97 + hostileAddresses.length;
    const let_in = new Map<string, string>();
    for (const [at, to] of [...all, ...hostileAddresses].entries()) {
      run += 1;
      try {
        office.put(`mail ${at}`, { by: 'mail', to, subject: `Number ${at}`, text: 'Hello' });
        let_in.set(`Number ${at}`, to);
      } catch (error) {
        assert.ok(error instanceof MessageError);
        assert.ok(to.length < 4 || !error.message.includes(to), 'the error quotes nobody');
        refused += 1;
      }
    }
    await office.settled();
    for (const mail of mailbox.mails) {
      const to = let_in.get(mail.subject)!;
      assert.ok(mailAddress.safeParse(to).success, to);
      const domain = to.slice(to.lastIndexOf('@') + 1);
      const plain = /^[\x21-\x7e]*$/.test(to) ? to : to.replace(domain, new URL(`http://${domain}`).hostname);
      assert.deepEqual(mail.to, [plain]);
      assert.equal(mail.header('to'), plain);
      assert.deepEqual(mail.headerNames.filter((name) => /^(to|cc|bcc|from|subject)$/.test(name)).sort(), [
        'from',
        'subject',
        'to',
      ]);
      taken += 1;
    }
    assert.equal(run, expected);
    assert.ok(taken > 15 && refused > 20);
    // What the server did not want was for one address, too.
    assert.equal(let_in.size, taken + office.troubled().length);
    for (const { why } of office.troubled()) assert.match(why, /^5\d\d /);
  });

  it('is never one of several, a group, or a command', () => {
    for (const to of hostileAddresses) {
      assert.throws(() => clean({ to, subject: 'A', text: 'B' }), MessageError, JSON.stringify(to));
    }
  });

  it('may have letters of a country of its own, also where no server will know what to do with them', async () => {
    const to = (address: string) => clean({ to: address, subject: 'A', text: 'B' }).to;
    assert.equal(to('straße@bücher.example'), 'straße@xn--bcher-kva.example');
    assert.equal(to('a@Example.GOV'), 'a@Example.GOV');
    const odd = `a@${'ü'.repeat(80)}.example`;
    assert.equal(to(odd).startsWith('a@'), true);
    const parsed = await simpleParser(await composed(clean({ to: odd, subject: 'A', text: 'B' }), 'City'));
    assert.equal(addressesIn(parsed.to).length, 1);
  });

  it('of a text message is a number and nothing else', () => {
    for (const to of ['0123', '+1 269 555', '+12695550100\n+1', '+0123', 'tel:+12695550100', '+'.padEnd(20, '1')]) {
      assert.throws(() => cleanMessage({ by: 'sms', to, text: 'A' }), MessageError, to);
    }
    assert.deepEqual(cleanMessage({ by: 'sms', to: '+12695550100', text: 'A\r\nB\0' }), {
      by: 'sms',
      to: '+12695550100',
      text: 'A\nB',
    });
  });
});

const hostileAddresses = [
  'a@example.com, b@example.com',
  'a@example.com;b@example.com',
  'a@example.com b@example.com',
  'a@example.com\r\nRCPT TO:<b@example.com>',
  'a@example.com\nBcc: b@example.com',
  'a@example.com>\r\nDATA',
  '<a@example.com>',
  'A <a@example.com>',
  '"a@example.com, b"@example.com',
  'a@b@example.com',
  'group: a@example.com;',
  'a(comment)@example.com',
  'a@[127.0.0.1]',
  'a@example.com\0',
  'a\u202E@example.com',
  'a@example\u3002com\u2028',
  'a\uD800@example.com',
  '-oQ/tmp',
  '',
  '@',
  'a@',
  `${'a'.repeat(300)}@example.com`,
];
