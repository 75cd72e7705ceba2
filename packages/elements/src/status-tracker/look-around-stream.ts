/** Reads the city's recent reports as they come, and hands them on in slices, so that no task of the page gets long. */
import { isPublic, mostListed } from '@citydesk/core/request-list';
import type { Client, ServiceRequest } from '@citydesk/open311';

/** Reports to ask for at a time, and rows of the first slice: few, so that they stand soon. */
const few = 100;

export type Reading = 'idle' | 'reading' | 'failed' | 'ready';

export interface StreamPorts {
  client(): Promise<Client>;
  /** Services to leave out, asked for once the client is there. */
  privateServices(): readonly string[];
  /** Called after every slice and every change of `is`. */
  changed(): void;
}

export class RecentReports {
  is: Reading = 'idle';
  /** What came so far, in the city's order; a new list for every slice. */
  requests: readonly ServiceRequest[] = [];
  /** The list was ended at `mostListed`. */
  isFull = false;

  readonly #ports: StreamPorts;
  readonly #known = new Set<string>();
  #queue: ServiceRequest[] = [];
  #emptying: Promise<void> | undefined;
  #stop = new AbortController();

  constructor(ports: StreamPorts) {
    this.#ports = ports;
  }

  /** Reads the list, once; after a failure or a stop, again. What has come stays, and does not come twice. */
  async read(): Promise<void> {
    if (this.is === 'reading' || this.is === 'ready') return;
    const { signal } = (this.#stop = new AbortController());
    this.#become('reading');
    try {
      const client = await this.#ports.client();
      // Without dates the city lists its last 90 days, by its own clock: the one of this device may be wrong.
      const requests = client.requests({ status: ['open', 'closed'], pageSize: few }, { signal });
      for await (const request of requests) {
        if (signal.aborted) return;
        if (this.#take(request)) break;
      }
      await this.#emptying;
      if (!signal.aborted) this.#become('ready');
    } catch {
      await this.#emptying;
      if (!signal.aborted) this.#become('failed');
    }
  }

  /** Stops reading, without a word. */
  stop(): void {
    this.#stop.abort();
    if (this.is === 'reading') this.is = 'idle';
  }

  /** Whether that was the last that the list can hold. */
  #take(request: ServiceRequest): boolean {
    const { serviceRequestId } = request;
    if (this.#known.has(serviceRequestId) || !isPublic(request, this.#ports.privateServices())) return false;
    this.#known.add(serviceRequestId);
    this.#queue.push(request);
    this.#emptying ??= this.#empty();
    return (this.isFull = this.#known.size === mostListed);
  }

  async #empty(): Promise<void> {
    while (this.#queue.length) {
      await nextTask();
      // Every slice costs a frame, so the next ones are larger. The largest is 400 rows.
      this.requests = [...this.requests, ...this.#queue.splice(0, this.requests.length + few)];
      this.#ports.changed();
    }
    this.#emptying = undefined;
  }

  #become(is: Reading): void {
    this.is = is;
    this.#ports.changed();
  }
}

/** Lets the page take keys and paint. Not by a timer, which browsers slow down after the fifth. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
