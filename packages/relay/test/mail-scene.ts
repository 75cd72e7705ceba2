/** A mailbox and an outbox that sends to it, for one test. */

import type { TestContext } from 'node:test';
import { openMailbox, type Mailbox, type MailboxOptions } from './mailbox.ts';
import { postOffice, type PostOffice } from './post-office.ts';

/** @param options `file`: where the outbox is kept; default: in memory */
export async function scene(
  t: TestContext,
  options?: MailboxOptions & { readonly file?: string },
): Promise<Mailbox & PostOffice> {
  const mailbox = await openMailbox(options);
  const office = postOffice({ file: options?.file ?? ':memory:', server: mailbox.url });
  closing(t, mailbox, office);
  return { ...mailbox, ...office, url: mailbox.url, close: office.close };
}

/** Closes them after the test, the last one first. */
export function closing(t: TestContext, ...opened: readonly { close(): Promise<void> }[]): void {
  t.after(async () => {
    for (const each of opened.toReversed()) await each.close();
  });
}
