/** What an element knows of its city: settings from all four places, and the client, each fetched once. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Owner, Rules } from '@citydesk/core/request';
import type { Client } from '@citydesk/open311';
import type { PresetName } from '@citydesk/open311/presets';
import type { CityConfig } from './city-config.ts';
import { settingsOf, type Settings } from './settings.ts';

export class CityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #file: CityConfig = {};
  #reading?: Promise<void>;
  readonly #clients = new Map<Owner | undefined, Promise<Client>>();

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void this.whenRead;
  }

  /** Own attribute → nearest `citydesk-city` → script tag → city file. */
  get settings(): Settings {
    return { ...this.#file, ...settingsOf(this.#host) };
  }

  get rules(): Rules {
    const { contact = 'optional', zone, idAttribute, privateServices } = this.settings;
    return { contact, zone, idAttribute, privateServices };
  }

  /** Resolves when the city file has been read, or there is none. */
  get whenRead(): Promise<void> {
    return (this.#reading ??= this.#read());
  }

  /**
   * Absolute base URL of the city's API, once the city file has been read.
   * @throws {Error} where there is no endpoint
   */
  async base(): Promise<string> {
    await this.whenRead;
    const { endpoint } = this.settings;
    if (!endpoint) {
      throw new Error('There is no endpoint. Set endpoint="https://…/open311/v2/", or "endpoint" in the city file.');
    }
    return new URL(endpoint, document.baseURI).href;
  }

  /** The client of this city, or of who has taken a report over. Asked again after a failure, it tries again. One that sends by `fetch` is its own. */
  client(owner?: Owner, fetch?: typeof globalThis.fetch): Promise<Client> {
    if (fetch) return this.#connect(owner, fetch);
    const client =
      this.#clients.get(owner) ??
      this.#connect(owner).catch((error: unknown) => {
        this.#clients.delete(owner);
        console.error('citydesk: no connection to the city could be set up.', error);
        throw error;
      });
    this.#clients.set(owner, client);
    return client;
  }

  async #read(): Promise<void> {
    const { config } = settingsOf(this.#host);
    if (!config) return;
    const { readCityFile } = await import('./city-file.ts');
    this.#file = await readCityFile(new URL(config, document.baseURI).href);
    this.#host.requestUpdate();
  }

  async #connect(owner?: Owner, fetch?: typeof globalThis.fetch): Promise<Client> {
    const [{ createClient }, city] = await Promise.all([import('@citydesk/open311'), this.base()]);
    const { jurisdictionId, locale, zone, media, preset } = this.settings;
    const shared = { locale, zone, fetch };
    // The client itself refuses a preset that it does not know.
    if (!owner) return createClient({ ...shared, endpoint: city, jurisdictionId, media, preset: preset as PresetName });
    return createClient({ ...shared, ...owner, endpoint: new URL(owner.endpoint ?? '', document.baseURI).href });
  }
}
