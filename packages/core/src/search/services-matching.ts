/** Finds services by a resident's own words, with the ranker that finds answers; made once per list of services. */
import type { Service } from '@citydesk/open311';
import { basic } from './languages/basic.ts';
import { createShelf, fields, type Shelf } from './shelf.ts';

/** Below this share of the possible score a hit is chance. Chosen on the words in services-matching.node.test.ts. */
const chance = 0.15;

const shelves = new WeakMap<readonly Service[], Shelf>();

/** The services that fit `words`, best first, at most `most`; none for empty words. */
export function servicesMatching(services: readonly Service[], words: string, most = 4): readonly Service[] {
  let shelf = shelves.get(services);
  if (!shelf) {
    shelf = createShelf(basic, services.length);
    for (const [at, { serviceName, keywords, description, group }] of services.entries()) {
      shelf.add(at, fields.title, serviceName);
      shelf.add(at, fields.alias, keywords.join(' '));
      shelf.add(at, fields.body, [description, group].join(' '));
    }
    shelves.set(services, shelf);
  }
  const scores = shelf.scores(words);
  return services
    .map((service, at) => ({ service, score: scores[at]! }))
    .filter(({ score }) => score >= chance)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ service }) => service);
}
