/** What an element knows of its city: settings from all four places, and the client, each fetched once. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Owner, Rules } from '@citydesk/core/request';
import type { Client } from '@citydesk/open311';
import { languageKey } from './chosen-language.ts';
import type { CityConfig } from './city-config.ts';
import type { Speech } from '../messages/messages.ts';
import { settingsOf, type Settings } from './settings.ts';
import { isEnglish, wantedLanguage } from './wanted-language.ts';

export class CityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #file: CityConfig = {};
  #reading?: Promise<void>;
  readonly #clients = new Map<Owner | undefined, Promise<Client>>();
  #language?: MutationObserver;
  #hoursWords?: CityConfig['hoursWords'];
  #speech?: Speech | undefined;
  #wish?: string;
  /** Resolves when the first words of the language that was asked for are here, or did not come in a few seconds. English needs none. */
  speaking?: Promise<unknown>;
  #wasPractice?: boolean | undefined;
  /** What the element shows is practice, whatever the page says. */
  isPractice?: boolean;
  /** Resolves when the screens say that this is practice, where it is. */
  practising?: Promise<unknown>;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
    void this.whenRead;
    // The page may change its language while the element stands, and so may the resident.
    this.#language ??= new MutationObserver(this.#changed);
    this.#language.observe(document.documentElement, { attributeFilter: ['lang', 'class'] });
    addEventListener(languageKey, this.#changed);
  }

  hostDisconnected(): void {
    this.#language?.disconnect();
    removeEventListener(languageKey, this.#changed);
  }

  readonly #changed = (): void => this.#host.requestUpdate();

  hostUpdate(): void {
    this.#speak();
    const { practice } = this.settings;
    if (practice === this.#wasPractice) return;
    this.#wasPractice = practice;
    // Who sends and who practises share no client.
    this.#clients.clear();
    if (!practice) return;
    this.practising ??= import('../practice/practice.ts').then(
      ({ PracticeNote }) => new PracticeNote(this.#host, () => this.settings),
      // Without it there is no client either, which is said.
      () => {},
    );
  }

  /** Own attribute → nearest `citydesk-city` → script tag → city file. The language is the page's own where none of them says one. */
  get settings(): Settings {
    const found = { ...this.#file, ...settingsOf(this.#host) };
    const practice = found.practice || this.isPractice;
    return {
      ...found,
      practice,
      locale: wantedLanguage(this.#host, found.locale),
      speech: this.#speech,
      storage: practice ? 'none' : found.storage,
      hoursWords: this.#hoursWords,
    };
  }

  #speak(): void {
    const { settings } = this;
    const { locale = '', language, words, translations } = settings;
    const wish = [locale, language, words, translations].join();
    if (wish === this.#wish) return;
    this.#wish = wish;
    const take = (speech?: Speech) => {
      if (wish !== this.#wish) return;
      this.#speech = speech;
      this.#host.requestUpdate();
    };
    if (isEnglish(locale) && !language && !words) return take();
    const coming = import('../messages/language.ts').then(({ bringSpeech }) =>
      bringSpeech(this.#host.localName, settings, take),
    );
    // Where it does not come in a few seconds, English has to do until it is here.
    this.speaking = Promise.race([coming.catch(() => take()), new Promise((resolve) => setTimeout(resolve, 4000))]);
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
   * @throws {Error} where there is no endpoint, or it is no address
   */
  async base(): Promise<string> {
    await this.whenRead;
    const { endpoint } = this.settings;
    if (!endpoint) throw new Error('no endpoint');
    return new URL(endpoint, document.baseURI).href;
  }

  /** The client of this city, or of who has taken a report over. Asked again after a failure, it tries again. One that sends by `fetch` is its own. */
  client(owner?: Owner, fetch?: typeof globalThis.fetch): Promise<Client> {
    if (fetch) return this.#connect(owner, fetch);
    this.hostUpdate();
    const client =
      this.#clients.get(owner) ??
      this.#connect(owner).catch((error: unknown) => {
        this.#clients.delete(owner);
        void import('./endpoint-mistakes.ts').then(({ tellUnconnected }) =>
          tellUnconnected(owner?.endpoint ?? this.settings.endpoint, error),
        );
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
    if (this.#file.phoneHours) void this.bringHours();
    this.#host.requestUpdate();
  }

  /** Fetches what says when a phone is answered. Never rejects: the number alone stands without. */
  async bringHours(): Promise<void> {
    this.#hoursWords ??= await import('./city-file.ts').then(
      ({ hoursWords }) => hoursWords,
      () => undefined,
    );
    this.#host.requestUpdate();
  }

  async #connect(owner?: Owner, fetch?: typeof globalThis.fetch): Promise<Client> {
    const [{ checkWords, connect }, city] = await Promise.all([import('./connect.ts'), this.base()]);
    checkWords(this.#host, this.settings);
    return connect(city, this.settings, owner, fetch);
  }
}
