/** The check of the endpoint that is written now, and how far it has come. Another endpoint ends it. */
import type { ReactiveControllerHost } from 'lit';
import type { checkEndpoint, Examined } from './endpoint-check.ts';

export class Checking {
  readonly #host: ReactiveControllerHost;
  readonly #tell: (now: Examined, before: Examined | undefined) => void;
  #stop = new AbortController();
  /** `undefined` until the editor has asked. */
  examined: Examined | undefined;

  /** @param tell is told whenever more is known */
  constructor(host: ReactiveControllerHost, tell: (now: Examined, before: Examined | undefined) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  forget(): void {
    this.#stop.abort();
    this.examined = undefined;
  }

  async begin(check: Promise<typeof checkEndpoint>, endpoint: string, jurisdictionId: string): Promise<void> {
    this.forget();
    this.#stop = new AbortController();
    this.examined = { services: [], isRelay: false, checks: [], isDone: false };
    this.#host.requestUpdate();
    const { signal } = this.#stop;
    await (
      await check
    )({ endpoint, jurisdictionId: jurisdictionId || undefined }, signal, (now) => {
      const before = this.examined;
      this.examined = now;
      this.#tell(now, before);
      this.#host.requestUpdate();
    });
  }
}
