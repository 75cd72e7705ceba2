/** One attempt to send what lies in the outbox: `attempt` of `@citydesk/core`, with the city's client, a relay's work, and word of the photos. */
import { attempt, type Item, type Outcome, type OutboxPorts, type Times, type Way } from '@citydesk/core/outbox';
import type { Client, ClientOptions } from '@citydesk/open311';
import type { PresetName } from '@citydesk/open311/presets';
import type { Pace } from './pace.ts';

export interface Sending {
  readonly times: Times;
  /** One that has asked this city already, and knows how it speaks. Without it, the city is asked first. */
  readonly client: Client | undefined;
  /** Told how much of the photos has gone, from 0 to 1. */
  readonly progress: (share: number) => void;
  /** Stops it where it is: what has gone may have arrived. */
  readonly stop: AbortController;
}

/** Bytes a millisecond that photos count on of a slow uplink, as the client does. */
const uplink = 32;

/** Never rejects, never tries twice. `begun` is asked right before the report leaves; false keeps it here. */
export async function sendItem(
  item: Item,
  begun: Parameters<OutboxPorts['send']>[1],
  { times, client: known, progress, stop }: Sending,
): Promise<Outcome> {
  const photos = item.report?.media ?? [];
  let pace: Pace | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { signal } = stop;
  const mayGo = (relay: boolean | undefined) => {
    const bytes = photos.reduce((sum, { size }) => sum + size, 0);
    timer = setTimeout(() => stop.abort(), times.answer + bytes / uplink);
    return begun(relay);
  };
  /** A client of its own, that tells how far the photos are. */
  const uploading = async () => {
    const [{ uploadingFetch }, { Pace }] = await Promise.all([import('./upload.ts'), import('./pace.ts')]);
    pace = new Pace();
    const told = (share: number) => {
      pace!.is(share);
      progress(share);
    };
    const client: Client = await clientFor(item.way, times, {
      relay: known?.relay || undefined,
      fetch: (...request) => uploadingFetch({ progress: told, preflight: client.relay })(...request),
    });
    return client;
  };
  const outcome = await attempt(item, mayGo, {
    async client() {
      const client = photos.length ? await uploading() : (known ?? (await clientFor(item.way, times)));
      await import('@citydesk/open311/send-request');
      if (client.relay === undefined || (item.relay && !client.relay)) await client.services({ signal });
      // Where a relay once took it, nobody else may: who does not know its id would file it again.
      if (item.relay && !client.relay) throw new Error('The relay does not answer.');
      return client;
    },
    work: async ({ way, reportId }) => (await import('./work-ahead.ts')).workInTime(way.endpoint, reportId),
    progress: () => (pace?.isPart ? 0 : 1),
    signal,
  });
  clearTimeout(timer);
  return outcome;
}

/** @throws where it does not come */
export async function clientFor(
  { preset, practice, ...way }: Way,
  { answer }: Times,
  more?: Pick<ClientOptions, 'relay' | 'fetch'>,
): Promise<Client> {
  const { createClient } = await import('@citydesk/open311');
  const client = { ...way, preset: preset as PresetName, timeout: answer, ...more };
  return createClient(
    practice ? { ...client, fetch: (await import('../practice/practice.ts')).practiceFetch } : client,
  );
}
