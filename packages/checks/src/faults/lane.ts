// All that stands between one resident's browser and the city: near proxy, relay, far proxy. Each lane has its own, and all have one city.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../free-port.ts';
import { root } from '../workspace.ts';
import { startChild, type Child } from './child.ts';
import type { Leg } from './fault.ts';
import { openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import type { LabSite } from './lab-site.ts';

export interface Lane {
  readonly name: string;
  readonly way: 'relay' | 'direct';
  readonly serviceCode: string;
  /** As residents read it. */
  readonly serviceName: string;
  /** Of the form's page. */
  readonly page: string;
  /** Of the page on which nothing is chosen yet. */
  readonly pageOfAll: string;
  /** Of a page without any widget. */
  readonly elsewhere: string;
  /** Whether the API is on another origin than the page. */
  readonly isCrossOrigin: boolean;
  readonly near: FaultProxy;
  /** The same as `near` on a direct lane. */
  readonly far: FaultProxy;
  readonly relay: Child | undefined;
  proxy(leg: Leg): FaultProxy;
  close(): Promise<void>;
}

export interface LaneOptions {
  readonly name: string;
  readonly way: 'relay' | 'direct';
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly isCrossOrigin: boolean;
  readonly site: LabSite;
  readonly cityPort: number;
  readonly scale: number;
  /** Folder for the relay's database. */
  readonly folder: string;
}

export async function openLane(options: LaneOptions): Promise<Lane> {
  const { name, way, serviceCode, serviceName, isCrossOrigin, site, cityPort, scale, folder } = options;
  // Chromium repeats a POST by itself over a kept connection that breaks. A relay takes it once; a plain city that keeps connections cannot.
  const far = await openFaultProxy({ to: cityPort, pages: site.port, scale, keepsAlive: way === 'relay' });
  const relay = way === 'relay' ? await startRelay(name, far.port, scale, folder) : undefined;
  const near = relay ? await openFaultProxy({ to: relay.port, pages: site.port, scale }) : far;
  const api = `http://127.0.0.1:${near.port}`;
  const origin = isCrossOrigin ? `http://localhost:${site.port}` : api;
  const place = site.add(name, isCrossOrigin ? `${api}/open311/v2/` : '/open311/v2/', serviceCode);
  return {
    name,
    way,
    serviceCode,
    serviceName,
    page: `${origin}${place}`,
    pageOfAll: `${origin}${place}all/`,
    elsewhere: `${origin}/elsewhere/`,
    isCrossOrigin,
    near,
    far,
    relay,
    proxy: (leg) => (leg === 'near' ? near : far),
    async close() {
      await near.close();
      if (far !== near) await far.close();
      await relay?.stop();
    },
  };
}

async function startRelay(name: string, upstreamPort: number, scale: number, folder: string): Promise<Child> {
  const data = path.join(folder, name);
  mkdirSync(data, { recursive: true });
  const plenty = { burst: 1_000_000, perMinute: 1_000_000 };
  const config = path.join(data, 'relay.json');
  writeFileSync(
    config,
    JSON.stringify({
      upstream: `http://127.0.0.1:${upstreamPort}/open311/v2/`,
      media: 'multipart:media',
      zone: 'America/Detroit',
      origins: '*',
      withoutOrigin: 'everything',
      keys: path.join(data, 'relay.sqlite'),
      photos: path.join(data, 'photos'),
      files: path.join(data, 'files'),
      faster: scale,
      test: true,
      // Residents of the lab are quicker than any person, and all come from one address.
      limits: {
        reading: plenty,
        updates: plenty,
        suspicious: plenty,
        idsPerHour: 1_000_000,
        connections: 10_000,
      },
    }),
  );
  const port = await freePort();
  const isBuilt = existsSync(path.join(root, 'packages/relay/dist/node.js'));
  const command = isBuilt
    ? [path.join(root, 'packages/relay/bin/citydesk-relay.mjs')]
    : ['--conditions=citydesk-source', path.join(import.meta.dirname, 'relay-child.ts')];
  const secret = { CITYDESK_RELAY_SECRET: 'the fault lab signs with this, for an hour' };
  return startChild(
    [...command, '--config', config, '--port', String(port), '--until-stdin-ends'],
    port,
    '/health',
    secret,
  );
}

/** The city's own process, with its database in a folder. */
export async function startLabCity(folder: string): Promise<Child> {
  const port = await freePort();
  const script = path.join(import.meta.dirname, 'city-child.ts');
  return startChild(['--conditions=citydesk-source', script, folder, String(port)], port, '/open311/v2/services.json');
}
