// A town whose relay is its whole backend, with a real mail server that keeps what it gets.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configFrom, relaySite, type ConfigFile } from '@citydesk/relay';
import { serveRelay } from '@citydesk/relay/node';
import { SMTPServer } from 'smtp-server';

/** One mail, as it came. */
export interface Kept {
  /** Where it really went. */
  readonly to: readonly string[];
  readonly raw: Buffer;
}

export interface InboxTown {
  /** With a slash at the end. */
  readonly url: string;
  readonly mails: readonly Kept[];
  /** All of the relay's log so far. */
  log(): string;
  close(): Promise<void>;
}

export const departments = {
  clerk: { name: 'Town Clerk', mail: 'clerk@maplefalls.example' },
  streets: { name: 'Streets', mail: 'streets@maplefalls.example' },
  parks: { name: 'Parks & “Trees” <b>', mail: 'parks@maplefalls.example' },
};

const much = { burst: 1_000_000, perMinute: 1_000_000 };

const settings: ConfigFile = {
  upstream: 'mailto',
  city: 'Maple Falls',
  zone: 'America/Detroit',
  port: 0,
  origins: '*',
  withoutOrigin: 'everything',
  limits: { reading: much, updates: much, suspicious: much, suspiciousTogether: much, idsPerHour: 1_000_000 },
  faster: 100,
  departments,
  services: [
    {
      code: 'pothole',
      name: 'Pothole',
      department: 'streets',
      expectedDays: 5,
      questions: [
        { code: 'line', ask: 'What stands there?', kind: 'text' },
        { code: 'more', ask: 'What else?', kind: 'long-text' },
      ],
    },
    { code: 'tree', name: 'Tree & branch', department: 'parks', private: true },
  ],
};

export async function openInboxTown(): Promise<InboxTown> {
  const mails: Kept[] = [];
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const folder = mkdtempSync(path.join(tmpdir(), 'citydesk-inbox-'));
  const secret = 'a secret for tests, of 32 or more';
  const lines: string[] = [];
  const config = configFrom({
    ...settings,
    mail: { from: '311@maplefalls.example', server: `smtp://127.0.0.1:${port}` },
    ...{ database: path.join(folder, 'relay.sqlite'), keys: path.join(folder, 'keys.sqlite') },
    ...{ photos: path.join(folder, 'photos'), files: path.join(folder, 'files') },
  });
  // The plain site, without the built files: nothing has to be built first.
  const relay = await serveRelay({ config, secret, site: relaySite({ secret }), write: (line) => lines.push(line) });
  return {
    url: relay.url,
    mails,
    log: () => lines.join(''),
    async close() {
      await relay.close();
      await new Promise<void>((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends a report as any program can, and gives the answer. */
export async function sendReport(
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; said: string }> {
  const answer = await fetch(`${url}open311/v2/requests.json`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, said: await answer.text() };
}
