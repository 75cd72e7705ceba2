// A small static Open311 city for the widgets on the documentation's pages: what the sandbox answers, as files that any host can serve.

import { mkdirSync, readFileSync, writeFileSync, cpSync } from 'node:fs';
import path from 'node:path';
import { createCity } from '@citydesk/sandbox';
import { root } from '../workspace.ts';

const cityPage = path.join(root, 'examples/city-page');

/**
 * Writes the city.
 * @param folder where to
 * @param address the path under which the folder is served, with slashes at both ends
 */
export async function writePracticeCity(folder: string, address: string): Promise<void> {
  const city = createCity();
  const at = (name: string) => path.join(folder, name);
  const keep = async (name: string, asked = name): Promise<unknown> => {
    const answer = await city.fetch(new Request(`http://localhost/open311/v2/${asked}`));
    if (!answer.ok) throw new Error(`The sandbox answers ${answer.status} to ${asked}`);
    // Photos would be asked for elsewhere.
    const body = (await answer.text()).replace(/"media_url": ?"[^"]*"/g, '"media_url":""');
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), body);
    return JSON.parse(body);
  };
  try {
    const services = (await keep('services.json')) as readonly { service_code: string; metadata: boolean }[];
    for (const { service_code: code, metadata } of services) if (metadata) await keep(`services/${code}.json`);
    const requests = (await keep('requests.json')) as readonly { service_request_id: string }[];
    for (const { service_request_id: id } of requests.slice(0, 40))
      await keep(`requests/${id}.json`, `requests/${id}.json?extensions=true`);
  } finally {
    city.close();
  }
  const known = JSON.parse(readFileSync(path.join(cityPage, 'citydesk.json'), 'utf8')) as Record<string, unknown>;
  const { cityName, zone, phone, phoneHours, emergency, popularServices, requestIdExample } = known;
  const file = {
    ...{ endpoint: address, practice: true, faq: `${address}faq.json` },
    ...{ cityName, zone, phone, phoneHours, emergency, popularServices, requestIdExample },
  };
  writeFileSync(at('citydesk.json'), `${JSON.stringify(file, undefined, 2)}\n`);
  for (const each of ['faq.json', 'answers']) cpSync(path.join(cityPage, each), at(each), { recursive: true });
}
