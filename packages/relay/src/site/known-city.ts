/**
 * What the city asks, kept for a minute, and longer while the city does not say: every page needs it, a plain form has many pages, and a report
 * that is sent again has to be the same to the last answer.
 */
import { NotFoundError, type Client, type Service, type ServiceDefinition } from '@citydesk/open311';

export interface KnownCity {
  /** `undefined` where the city does not say. */
  services(): Promise<readonly Service[] | undefined>;
  /** Empty where the service asks nothing; `undefined` where the city does not say. */
  definition(service: Service): Promise<ServiceDefinition | undefined>;
  /** What stands for a service while the city does not say. */
  unseen(serviceCode: string): Service;
}

const minute = 60_000;
/** Definitions kept at a time; a city has fewer. */
const most = 500;

export function knownCity(city: Pick<Client, 'services' | 'serviceDefinition'>, now: () => number): KnownCity {
  const kept = new Map<string, { readonly since: number; readonly value: Promise<unknown> }>();

  /** The last answer, asked for again once it is old; the old one where the city does not say. */
  async function lately<T>(name: string, ask: () => Promise<T>): Promise<T | undefined> {
    const known = kept.get(name);
    if (known && now() - known.since < minute) return known.value as Promise<T | undefined>;
    const value = ask().catch(() => {
      // Asked for again by the next page, which falls back on the same.
      if (known) kept.set(name, { ...known, since: -Infinity });
      else kept.delete(name);
      return known?.value as Promise<T> | undefined;
    });
    if (kept.size >= most) kept.clear();
    kept.set(name, { since: now(), value });
    return value;
  }

  return {
    services: () => lately('services', () => city.services()),
    async definition({ serviceCode, metadata }) {
      const none = { serviceCode, attributes: [] };
      if (!metadata) return none;
      return lately(`definition ${serviceCode}`, () =>
        city.serviceDefinition(serviceCode).catch((error: unknown) => {
          if (error instanceof NotFoundError) return none;
          throw error;
        }),
      );
    },
    unseen: (serviceCode) => ({
      serviceCode,
      serviceName: serviceCode,
      metadata: true,
      type: 'realtime',
      keywords: [],
    }),
  };
}
