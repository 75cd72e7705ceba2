/** What several dialects change in what a city is filled with. */

/** Services that ask nothing, for servers without definitions. */
import type { Seed, SeedService } from '@citydesk/relay/town';
export function withoutQuestions(seed: Seed): Seed {
  const services = seed.services.map(({ attributes: _questions, metadata: _said, ...service }) => service);
  return { ...seed, services };
}

/** The services under other codes; past requests go along. */
export function recoded(seed: Seed, codeOf: (service: SeedService, index: number) => string): Seed {
  const codes = new Map(seed.services.map((service, index) => [service.service_code, codeOf(service, index)]));
  const rename = <T extends { readonly service_code: string }>(each: T): T => ({
    ...each,
    service_code: codes.get(each.service_code) ?? each.service_code,
  });
  return {
    ...seed,
    services: seed.services.map(rename),
    ...(seed.requests && { requests: seed.requests.map(rename) }),
  };
}
