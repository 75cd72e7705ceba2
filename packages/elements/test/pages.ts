/** Pages of the city for tests, each a frame of its own: it can be closed in the middle of anything, and nothing of it goes on. */
import { realTimes, type Times } from '@citydesk/core/outbox';
import type { LitElement } from 'lit';
import { ownOutbox } from './own-outbox.ts';
import { Resident } from './resident.ts';
import { Visitor } from './visitor.ts';

type Realm = Window & typeof globalThis;
type Widget = 'citydesk-request-form' | 'citydesk-status-tracker' | 'citydesk-faq-panel';

const sources: Readonly<Record<Widget, string>> = {
  'citydesk-request-form': 'request-form',
  'citydesk-status-tracker': 'status-tracker',
  'citydesk-faq-panel': 'faq-panel',
};

/** Whoever does not answer in full is asked again soon, in these tests. */
export const soon: Times = {
  ...realTimes,
  answer: 3000,
  lease: 4000,
  firstPause: 50,
  longestPause: 200,
  slowPause: 500,
  lateCommit: 300,
  lookAgain: 50,
  lookFor: 500,
};

const open: OpenPage[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.closes();
});

export interface OpenPage {
  readonly realm: Realm;
  /** Events of ours, in order: their names without `citydesk-`, and the reason where there is one. */
  readonly told: readonly string[];
  readonly visitor: Visitor<LitElement>;
  closes(): void;
}

/** @param prepare what is peculiar about the page, before anything of ours is on it */
export async function opensPage(
  widget: Widget,
  attributes: Readonly<Record<string, string>>,
  prepare: (realm: Realm) => void = () => {},
): Promise<OpenPage> {
  const frame = document.createElement('iframe');
  frame.src = '/packages/elements/test/page.html';
  frame.width = '800';
  frame.height = '600';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const realm = frame.contentWindow as Realm;
  ownOutbox(realm);
  (realm as unknown as Record<symbol, unknown>)[Symbol.for('citydesk.times')] = soon;
  prepare(realm);
  const told: string[] = [];
  for (const name of ['request-submitted', 'request-failed']) {
    realm.document.addEventListener(`citydesk-${name}`, (event) => {
      const { reason } = event as Event & { reason?: string };
      told.push(reason ? `${name}: ${reason}` : name);
    });
  }
  const source = `/packages/elements/src/${sources[widget]}/define.ts`;
  await (realm.eval(`import(${JSON.stringify(source)})`) as Promise<unknown>);
  const element = realm.document.createElement(widget) as unknown as LitElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  realm.document.body.append(element);
  await element.updateComplete;
  const page: OpenPage = {
    realm,
    told,
    visitor: new Visitor(element),
    closes: () => frame.remove(),
  };
  open.push(page);
  return page;
}

export interface FormPage extends OpenPage {
  readonly resident: Resident;
}

/** A page with a form on which graffiti has been reported up to the last step. */
export async function opensForm(
  attributes: Readonly<Record<string, string>>,
  prepare?: (realm: Realm) => void,
): Promise<FormPage> {
  const page = await opensPage(
    'citydesk-request-form',
    { 'service-code': 'graffiti', phone: '311', ...attributes },
    prepare,
  );
  const resident = new Resident(page.visitor.widget as Resident['form']);
  return { ...page, resident };
}

export async function toTheEnd({ resident }: FormPage, more = ''): Promise<void> {
  await resident.saysWhere('318 Hoffman St', more);
  await resident.arrivesAt('Check and send');
  await resident.presses(/^Your name and contact/);
  await resident.types('Email', 'ada@example.com');
}

/** Whether the page knows that it is online. */
export function isOnline(realm: Realm, value: boolean): void {
  Object.defineProperty(realm.navigator, 'onLine', { configurable: true, value });
  if (value) realm.dispatchEvent(new realm.Event('online'));
}

/** What lies in the outbox of this test file. */
export async function waiting(): Promise<readonly { standing: { is: string }; [field: string]: unknown }[]> {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'citydesk-outbox')) return [];
  const database = await answerTo(indexedDB.open('citydesk-outbox'));
  try {
    if (!database.objectStoreNames.contains('items')) return [];
    return await answerTo(database.transaction('items').objectStore('items').getAll());
  } finally {
    database.close();
  }
}

function answerTo<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error as Error);
  });
}
