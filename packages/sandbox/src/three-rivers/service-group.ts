/** How the demo city's services are written down: by group, with what the whole group shares said once. */

import type { SeedService } from '@citydesk/relay/town';
export interface ServiceGroup {
  readonly group: string;
  /** The team, where a service does not name its own. */
  readonly agency: string;
  readonly services: readonly SeedService[];
}

/** The services of a group, complete. */
export function servicesOf({ group, agency, services }: ServiceGroup): readonly SeedService[] {
  return services.map((service) => ({ agency, group, ...service }));
}

/** Choices of a list, written `key: The answer`. */
export function choices(...lines: readonly string[]): readonly { readonly key: string; readonly name: string }[] {
  return lines.map((line) => {
    const cut = line.indexOf(': ');
    return { key: line.slice(0, cut), name: line.slice(cut + 2) };
  });
}
