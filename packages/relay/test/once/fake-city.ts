/** A city by hand, with a clock by hand, that answers a report as it is told to. */

import type { Client, Receipt, Report, Service, ServiceRequest, ServiceType } from '@citydesk/open311';
import { NetworkError, RejectedError, TimeoutError, UnreadableError } from '@citydesk/open311';

export const failure = { method: 'POST', url: 'https://city.example/requests.json' };
/** How an attempt may end without a word that can be trusted. */
export const cuts = {
  cut: () => new NetworkError({ ...failure, cause: new TypeError('terminated') }),
  late: () => new TimeoutError(failure, 12_000),
  broken: () => new RejectedError({ ...failure, status: 500 }, [{ code: '500', description: 'General error' }]),
  down: () => new RejectedError({ ...failure, status: 503, retryAfter: 2_000 }, []),
  login: () => new UnreadableError({ ...failure, status: 200 }, 'html'),
  moved: () => new UnreadableError({ ...failure, status: 302 }, 'redirected'),
} as const;
/** How an attempt may end that has not arrived for sure. */
export const misses = {
  refused: () =>
    new NetworkError({
      ...failure,
      cause: new TypeError('fetch failed', {
        cause: Object.assign(new Error(), { code: 'ECONNREFUSED', syscall: 'connect' }),
      }),
    }),
  busy: () => new RejectedError({ ...failure, status: 429, retryAfter: 7_000 }, []),
} as const;

export interface Plan {
  /** Whether the report is filed, and how many milliseconds after it was sent. Default: at once. */
  readonly files?: boolean;
  readonly after?: number;
  /** What is thrown in place of the receipt. */
  readonly throws?: (() => Error) | undefined;
  /** Nothing comes back until `wake`. */
  readonly hangs?: boolean;
}

interface Row {
  readonly id: string;
  readonly report: Report;
  readonly at: number;
}

export interface FakeCity extends Pick<Client, 'submitRequest' | 'requests' | 'services'> {
  relay: boolean | undefined;
  readonly rows: Row[];
  /** Of the next reports, one each; then all goes well. */
  plans: Plan[];
  list: 'readable' | 'broken' | 'wordless';
  type: ServiceType;
  looks: number;
  posts: number;
  /** Attempts that hang, oldest first. */
  readonly hanging: { readonly report: Report; wake(throws?: Error): void }[];
  /** Told when an attempt begins to hang. */
  onHang: () => void;
}

export function fakeCity(clock: { readonly time: number }): FakeCity {
  const receiptOf = ({ id }: Row): Receipt => ({ serviceRequestId: id });
  const city: FakeCity = {
    relay: undefined,
    rows: [],
    plans: [],
    list: 'readable',
    type: 'realtime',
    looks: 0,
    posts: 0,
    hanging: [],
    onHang: () => {},

    async submitRequest(report) {
      city.posts++;
      const { files = true, after = 0, throws, hangs } = city.plans.shift() ?? {};
      const row: Row = { id: `26-${city.rows.length + 1}`, report, at: clock.time + after };
      if (files) city.rows.push(row);
      if (hangs) {
        return new Promise((resolve, reject) => {
          city.hanging.push({
            report,
            wake: (error) => (error || !files ? reject(error ?? cuts.cut()) : resolve(receiptOf(row))),
          });
          city.onHang();
        });
      }
      if (throws) throw throws();
      if (!files) throw cuts.cut();
      return receiptOf(row);
    },

    async *requests() {
      city.looks++;
      const seen: Partial<ServiceRequest>[] = [
        { serviceRequestId: '26-0', serviceCode: 'pothole', description: 'An old one' },
        ...city.rows
          .filter(({ at }) => at <= clock.time)
          .map(({ id, report }) => ({
            serviceRequestId: id,
            serviceCode: report.serviceCode,
            ...(report.description !== undefined && { description: report.description }),
            attributes: Object.entries(report.attributes ?? {}).map(([label, value]) => ({
              label,
              value: String(value),
            })),
          })),
      ];
      for (const each of seen) {
        if (city.list === 'broken') throw cuts.broken();
        const { description: _, ...wordless } = each;
        yield (city.list === 'wordless' ? wordless : each) as ServiceRequest;
      }
    },

    async services() {
      if (city.list === 'broken') throw cuts.broken();
      return [
        { serviceCode: 'pothole', serviceName: 'Pothole', metadata: false, type: city.type, keywords: [] } as Service,
      ];
    },
  };
  return city;
}
