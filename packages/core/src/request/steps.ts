/** Which screens a report needs: derived from the service, never configured. */
import type { Service, ServiceDefinition } from '@citydesk/open311';
import type { Loadable } from './loadable.ts';

export type Step = 'what' | 'where' | 'questions' | 'check';

interface Known {
  readonly services: Loadable<readonly Service[]>;
  readonly service: Service | undefined;
  readonly definition: Loadable<ServiceDefinition>;
  /** The page already says which service: no first step. */
  readonly preset: boolean;
}

/** The steps in order. While it is not known whether a service asks anything, it is taken to ask. */
export function stepsFor({ services, service, definition, preset }: Known): readonly Step[] {
  const steps: Step[] = preset ? ['where'] : ['what', 'where'];
  if (asks()) steps.push('questions');
  return [...steps, 'check'];

  function asks(): boolean {
    if (definition.is === 'ready') return definition.value.attributes.some(({ variable }) => variable);
    if (service) return service.metadata;
    return services.is !== 'ready' || services.value.some((one) => one.metadata);
  }
}
