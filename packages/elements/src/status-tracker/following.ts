/** What a tracker follows on its page: what the link asks for, what the resident asks for, and only while someone looks. */
import type { LitElement, ReactiveController } from 'lit';
import {
  createTracker,
  fragmentFor,
  referencesIn,
  referencesInFragment,
  type Reference,
  type Seen,
  type Tracker,
} from '@citydesk/core/tracking';
import type { CityController } from '../city/city-controller.ts';

export interface FollowingPorts {
  readonly city: CityController;
  /** What to show where the link asks for nothing, as text. */
  first(): string | undefined;
  /** How a report stood at the last visit, where the device keeps it. */
  before(reference: string): Seen | undefined;
  /** Other reports are about to be followed; `asked` by the resident on this page. */
  turned(asked: boolean): void;
}

export class Following implements ReactiveController {
  readonly #host: LitElement;
  readonly #ports: FollowingPorts;
  readonly tracker: Tracker;

  constructor(host: LitElement, ports: FollowingPorts) {
    this.#host = host;
    this.#ports = ports;
    this.tracker = createTracker({
      client: () => ports.city.client(),
      now: () => new Date(),
      random: Math.random,
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#linked);
    addEventListener('focus', this.#seen);
    document.addEventListener('visibilitychange', this.#seen);
    this.#seen();
    if (this.tracker.state.tracked.length) return;
    const linked = referencesInFragment(location.hash);
    if (linked.length) void this.#host.updateComplete.then(() => this.#host.scrollIntoView());
    const first = () => referencesIn(this.#ports.first() ?? '');
    this.follow(linked.length ? linked : first(), false);
    // The city file may name one, too.
    void this.#ports.city.whenRead.then(() => this.tracker.state.tracked.length || this.follow(first(), false));
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#linked);
    removeEventListener('focus', this.#seen);
    document.removeEventListener('visibilitychange', this.#seen);
    this.tracker.stop();
  }

  follow(references: readonly Reference[], asked: boolean): void {
    if (!references.length) return;
    this.#ports.turned(asked);
    // The number of the receipt of who practises. No city is asked for it, on whatever page.
    this.#ports.city.isPractice = references.some(({ reference }) => /^practice-/i.test(reference));
    this.tracker.follow(references.map((one) => ({ ...one, before: this.#ports.before(one.reference) })));
  }

  /** Follows what the resident asked for. In the fragment it survives a reload; a page that uses it for itself keeps it. */
  ask(references: readonly Reference[]): void {
    const fragment = fragmentFor(references);
    if (/^(#citydesk:|$)/.test(location.hash) && location.hash !== fragment) location.hash = fragment;
    else this.follow(references, true);
  }

  readonly #linked = (): void => this.follow(referencesInFragment(location.hash), true);

  readonly #seen = (): void => this.tracker.visible(document.visibilityState === 'visible');
}
