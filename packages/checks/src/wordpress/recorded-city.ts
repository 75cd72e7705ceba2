// A sandbox city behind a server that writes down what is asked of it, and can answer something else for once.

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCity, type City } from '@citydesk/sandbox';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** One letter for each byte. */
  readonly body: string;
}

export interface RecordedCity {
  readonly city: City;
  /** At `localhost`, which to WordPress is an address that it does not go to by itself. */
  readonly endpoint: string;
  readonly asked: Asked[];
  /** Answers the next calls for which it gives `true`; the city does not hear of them. */
  instead: ((asked: Asked, response: ServerResponse) => boolean) | undefined;
  /** The city's own rows whose description holds these words. */
  rows(words: string): readonly { readonly id: string; readonly description: string }[];
  close(): Promise<void>;
}

/** @param apiKey without which the city takes no reports */
export async function serveRecordedCity(apiKey: string): Promise<RecordedCity> {
  const city = createCity({ apiKey });
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method = 'GET', url = '/', headers } = request;
    const one = { method, url, headers, body: body.toString('latin1') };
    asked.push(one);
    if (recorded.instead?.(one, response)) return;
    try {
      const kept = new Headers({ host: headers.host ?? 'localhost' });
      for (const name of ['content-type', 'accept-language']) {
        const value = headers[name];
        if (typeof value === 'string') kept.set(name, value);
      }
      const answer = await city.fetch(
        new Request(`http://${headers.host}${url}`, { method, headers: kept, ...(method === 'POST' && { body }) }),
      );
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      // The city hung up.
      request.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const recorded: RecordedCity = {
    city,
    endpoint: `http://localhost:${(server.address() as AddressInfo).port}/open311/v2/`,
    asked,
    instead: undefined,
    rows: (words) =>
      city.store
        .all()
        .filter(({ description }) => description?.includes(words))
        .map(({ serviceRequestId, description }) => ({ id: serviceRequestId, description: description ?? '' })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          city.close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return recorded;
}
