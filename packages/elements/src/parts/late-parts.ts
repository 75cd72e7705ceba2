/** What not everyone needs of a widget, each part fetched when it is. */
import type { ReactiveControllerHost } from 'lit';

/** Each part, by what brings it. */
export type Bringers = Readonly<Record<string, () => Promise<unknown>>>;

type Part<Of extends Bringers, Name extends keyof Of> = Awaited<ReturnType<Of[Name]>>;

export class LateParts<Of extends Bringers> {
  readonly #host: ReactiveControllerHost;
  readonly #bringers: Of;
  readonly #bringing = new Map<keyof Of, Promise<unknown>>();
  /** The parts that are here; null for one that did not come. */
  readonly here: { [Name in keyof Of]?: Part<Of, Name> | null } = {};

  constructor(host: ReactiveControllerHost, bringers: Of) {
    this.#host = host;
    this.#bringers = bringers;
  }

  /** The part, if it is here; `undefined` while it is on its way. The element renders again when it has come, or failed to. */
  want<Name extends keyof Of>(name: Name): Part<Of, Name> | null | undefined {
    if (this.here[name] === undefined) void this.bring(name).catch(() => {});
    return this.here[name];
  }

  /** Fetches the part, once; after a failure, again. @throws what kept it from coming, which is also said to the web editor */
  bring<Name extends keyof Of>(name: Name): Promise<Part<Of, Name>> {
    if (!this.#bringing.has(name)) this.#bringing.set(name, this.#bring(name));
    return this.#bringing.get(name) as Promise<Part<Of, Name>>;
  }

  async #bring(name: keyof Of): Promise<unknown> {
    delete this.here[name];
    try {
      return (this.here[name] = (await this.#bringers[name]!()) as Part<Of, typeof name>);
    } catch (error) {
      this.here[name] = null;
      this.#bringing.delete(name);
      console.error('citydesk: a file did not load. Is it on the server?', error);
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
  }
}
