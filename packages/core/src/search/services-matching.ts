/** Finds services by a resident's own words, with the ranker that finds answers; made once per list of services. */
import type { Service } from '@citydesk/open311';
import { basic } from './languages/basic.ts';
import { createShelf, fields, type Shelf } from './shelf.ts';

/** Below this share of the possible score a hit is chance. Chosen on the words in services-matching.node.test.ts. */
const chance = 0.15;

/** More words for a service, by its name: those of a resident who does not speak the city's language. */
export type Aliases = (serviceName: string) => readonly string[];

const none: Aliases = () => [];
const shelves = new WeakMap<readonly Service[], WeakMap<Aliases, Shelf>>();

/** The services that fit `words`, best first, at most `most`; none for empty words. Give the same `aliases` again: an index is made for each. */
export function servicesMatching(
  services: readonly Service[],
  words: string,
  most = 4,
  aliases: Aliases = none,
): readonly Service[] {
  const known = shelves.get(services) ?? new WeakMap<Aliases, Shelf>();
  shelves.set(services, known);
  let shelf = known.get(aliases);
  if (!shelf) {
    shelf = createShelf(basic, services.length);
    for (const [at, { serviceName, keywords, description, group }] of services.entries()) {
      shelf.add(at, fields.title, serviceName);
      shelf.add(at, fields.alias, [...keywords, ...aliases(serviceName)].join(' '));
      shelf.add(at, fields.body, [description, group].join(' '));
    }
    known.set(aliases, shelf);
  }
  const scores = shelf.scores(words);
  return services
    .map((service, at) => ({ service, score: scores[at]! }))
    .filter(({ score }) => score >= chance)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ service }) => service);
}
