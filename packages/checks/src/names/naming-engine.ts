// A browser that can be asked what it tells assistive technology of an element.

import type { Found } from './interactive.ts';

export interface NamingEngine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKitGTK';
  readonly version: string;
  /** @throws Error with what the page says of it when the state is not reached */
  open(address: string): Promise<void>;
  /** All that can be operated on the page that is open. */
  named(): Promise<readonly Named[]>;
  close(): Promise<void>;
}

export interface Named extends Found {
  readonly role: string;
  readonly name: string;
}

/** Asks until the page says that its state stands. */
export async function untilReady(read: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + 60_000;
  for (;;) {
    const state = await read();
    if (state === 'ready') return;
    if (state) throw new Error(String(state));
    if (performance.now() > end) throw new Error('It does not stand after a minute.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The body of a function that gives what the page says of its state. */
export const stateScript = 'return document.documentElement.dataset.state ?? "";';
