// What the screen says of a report that was sent, and how it stands on the device.

import type { Page } from 'puppeteer-core';
import { finderScript } from '../drive/finder.ts';
import { filesLike, textOf } from '../workspace.ts';
import type { Said, Witness } from './judge.ts';

/** As the outbox keeps it: only what the lab reads of it. */
interface KeptItem {
  readonly reportId: string;
  readonly reference: string;
  readonly report?: { readonly description?: string };
  readonly standing: { readonly is: string };
}

/** All words of all widgets, whichever catalogue they stand in. */
const catalogue: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...filesLike('packages/elements/src/messages/*.en.json').map((file) => JSON.parse(textOf(file)) as object),
);

/** A line of the screen with these words, whatever stands for `{…}`. @throws Error when the form has no such words any more */
function line(key: string): RegExp {
  const words = catalogue[key];
  if (typeof words !== 'string') throw new Error(`The form has no words “${key}” any more.`);
  const parts = words.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}`, 'm');
}

/** A whole line, or a heading that other words begin with, too. */
const whole = (key: string): RegExp => new RegExp(`${line(key).source}$`, 'm');

/** Words that stand on the screen in each case, by their keys. The first that fits counts. */
const told: readonly (readonly [Said, readonly RegExp[]])[] = [
  ['confirmed', [whole('receipt.heading'), line('card.confirmed'), line('send.already'), line('card.already')]],
  ['held', [line('send.ask'), line('card.ask'), line('send.old'), line('card.old')]],
  [
    'rejected',
    [line('send.rejected'), line('card.rejected'), line('contact.said'), line('place.said'), /The city says: “/],
  ],
  [
    'unknown',
    [
      'send.held',
      'send.unknown',
      'card.waiting',
      'card.unknown',
      'send.sending',
      'send.long',
      'photos.failed',
      'send.offline.body',
    ].map(line),
  ],
];

const draftOffered = line('resume.heading');

/** What the page that is open says now, and whether it offers to go on with a draft. */
export async function witnessOf(page: Page): Promise<Witness & { readonly isDraft: boolean }> {
  const words = String(await page.evaluate(`(() => { ${finderScript()}\n return visibleText(); })()`));
  return { ...readWords(words), words: words.slice(0, 600), isDraft: draftOffered.test(words) };
}

export function readWords(words: string): Pick<Witness, 'said' | 'number'> {
  const said = told.find(([, patterns]) => patterns.some((pattern) => pattern.test(words)))?.[0] ?? 'nothing';
  const [, number] = said === 'confirmed' ? (/(?:Report number\s+|Its number is )(\d[\w-]*)/.exec(words) ?? []) : [];
  return { said, number };
}

/** All that waits on this device; empty where there is no outbox. */
export async function itemsOn(page: Page): Promise<readonly KeptItem[]> {
  return (await page.evaluate(async () => {
    const known = await indexedDB.databases?.();
    if (known && !known.some(({ name }) => name === 'citydesk-outbox')) return [];
    const database = await new Promise<IDBDatabase | undefined>((resolve) => {
      const opening = indexedDB.open('citydesk-outbox');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => resolve(undefined);
      opening.onblocked = () => resolve(undefined);
      opening.onupgradeneeded = () => opening.transaction?.abort();
    });
    if (!database) return [];
    try {
      if (!database.objectStoreNames.contains('items')) return [];
      const items = await new Promise<KeptItem[]>((resolve) => {
        const all = database.transaction('items').objectStore('items').getAll();
        all.onsuccess = () => resolve(all.result as KeptItem[]);
        all.onerror = () => resolve([]);
      });
      return items.map(({ reportId, reference, report, standing }) => ({
        reportId,
        reference,
        standing: { is: standing.is },
        ...(report?.description !== undefined && { report: { description: report.description } }),
      }));
    } finally {
      database.close();
    }
  })) as readonly KeptItem[];
}
