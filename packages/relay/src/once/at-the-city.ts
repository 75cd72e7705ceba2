/** What is done at the city for a report: one attempt to file it, one look whether it is there. Neither ever rejects. */
import { lookFor, type Found } from '@citydesk/core/outbox';
import type { Client, Report, ServiceType } from '@citydesk/open311';
import { filed, outcomeOf, type Outcome } from './outcome.ts';
import { isUuid, type Marked } from './reference.ts';
import { answerTime, type RelayTimes } from './times.ts';

interface AtTheCity {
  readonly city: Pick<Client, 'relay' | 'submitRequest' | 'requests' | 'services'>;
  readonly times: RelayTimes;
}

/** @param key goes along where the city is a relay itself */
export async function tryOnce({ city, times }: AtTheCity, report: Report, key?: string): Promise<Outcome> {
  return within(answerTime(report, times), async (signal) => {
    try {
      const reportId = key !== undefined && isUuid(key) ? key : undefined;
      const { serviceRequestId, token, serviceNotice, accountId } = await city.submitRequest(report, {
        signal,
        reportId,
      });
      return filed({
        ...(serviceRequestId !== undefined && { serviceRequestId }),
        ...(token !== undefined && { token }),
        ...(serviceNotice !== undefined && { serviceNotice }),
        ...(accountId !== undefined && { accountId }),
      });
    } catch (error) {
      return outcomeOf(error, city.relay === true);
    }
  });
}

/** Looks into the city's list. `absent` only where the report would have to be in it. */
export async function look(
  {
    city,
    times,
    serviceType,
    isPrivate,
  }: AtTheCity & { readonly serviceType?: ServiceType | undefined; readonly isPrivate?: boolean | undefined },
  { report: { serviceCode }, reportId, reference, isFindable }: Marked,
): Promise<Found> {
  return within(times.look, async (signal) => {
    const found = await lookFor(city, { reportId, reference, serviceCode, serviceType, isPrivate }, signal);
    if (found.is !== 'absent') return found;
    const type = serviceType ?? (await typeOf(city, serviceCode, signal));
    return isFindable && type === 'realtime' ? found : { is: 'untold' };
  });
}

/** What gets its number later is not in the list although the city has it. `undefined` where the city does not say. */
async function typeOf(city: AtTheCity['city'], code: string, signal: AbortSignal): Promise<ServiceType | undefined> {
  try {
    return (await city.services({ signal })).find(({ serviceCode }) => serviceCode === code)?.type;
  } catch {
    return undefined;
  }
}

async function within<T>(time: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`not done within ${time} ms`)), time);
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
  }
}
