/** What is not counted at once, because it may still change, or something that belongs to it is still on its way. */

interface Wait {
  readonly of: object | undefined;
  readonly key: string;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly done: (said?: string) => void;
}

export class Waiting {
  #waits: readonly Wait[] = [];

  /** Does `done` after so many milliseconds, or when the page goes: once, and in place of what waits under the same key. */
  until(of: object | undefined, key: string, milliseconds: number, done: (said?: string) => void): void {
    this.#take(of, key);
    const timer = setTimeout(() => this.settle(of, key), milliseconds);
    this.#waits = [...this.#waits, { of, key, timer, done }];
  }

  /** It is known: what waits under this key is done with it. */
  settle(of: object | undefined, key: string, said?: string): void {
    this.#take(of, key)?.done(said);
  }

  settleAll(): void {
    for (const { of, key } of this.#waits) this.settle(of, key);
  }

  #take(of: object | undefined, key: string): Wait | undefined {
    const wait = this.#waits.find((one) => one.of === of && one.key === key);
    this.#waits = this.#waits.filter((one) => one !== wait);
    clearTimeout(wait?.timer);
    return wait;
  }
}
