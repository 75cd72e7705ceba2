/** A web editor at the snippet builder. */
import { expect } from '@open-wc/testing';
import type { TestCity } from '@citydesk/sandbox/testing';
import '../src/snippet-builder/define.ts';
import type { CitydeskSnippetBuilder } from '../src/snippet-builder/snippet-builder.ts';
import release from './release.json';
import { placed, Visitor, type Page } from './visitor.ts';

/** Where the tests have the list of built files. */
export const files = new URL('./built/', import.meta.url).href;

// The server of these tests makes modules of all JSON, so that this one address cannot come from it.
const { fetch } = globalThis;
beforeEach(() => {
  globalThis.fetch = async (url, init) =>
    String(url) === `${files}citydesk/integrity.json` ? Response.json(release) : fetch(url, init);
});
afterEach(() => {
  globalThis.fetch = fetch;
});

export class Editor extends Visitor<CitydeskSnippetBuilder> {
  static async comes(attributes: Readonly<Record<string, string>> = {}, page: Page = {}): Promise<Editor> {
    return new Editor(await placed('citydesk-snippet-builder', { files, ...attributes }, page));
  }

  /** Pastes the endpoint, has it checked, and waits for the end of it. */
  async checks(endpoint: string): Promise<void> {
    await this.types(/^Address of the Open311 endpoint/, endpoint);
    await this.presses('Check');
    await this.until('the end of the check', () => this.root.querySelector('#found + details') ?? undefined);
  }

  /** What is to be copied, by its label. */
  async piece(label: string | RegExp): Promise<string> {
    return (await this.field(label)).value;
  }
}

/** The same city under its other name: to the browser another origin. */
export function elsewhere(address: string): string {
  const url = new URL(address, location.href);
  url.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.href;
}

export const endpointOf = (city: TestCity): string => new URL(city.endpoint, location.href).href;

/** Leaves the page's address as it was before. */
export function plainAddress(): void {
  history.replaceState(null, '', location.pathname + location.search);
  expect(location.hash).to.equal('');
}
