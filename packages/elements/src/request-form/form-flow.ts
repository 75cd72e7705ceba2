/** The flow of a form on a page: the journey of `@citydesk/core`, with the city's client, the device, and what the page says for ports. */
import type { LitElement } from 'lit';
import { begin, createWritingFlow, type RequestFlow } from '@citydesk/core/request';
import type { servicesMatching } from '@citydesk/core/services-matching';
import type { CityController } from '../city/city-controller.ts';
import { beginningIn } from './deep-link.ts';
import type { FormParts } from './form-parts.ts';

export interface FormFlow extends RequestFlow {
  /** The services that fit the words, best first; none until the search is here. */
  readonly matching: typeof servicesMatching;
}

/** A flow that begins with what the page and its link know. */
export function formFlow(host: LitElement, city: CityController, parts: FormParts): FormFlow {
  let matching: typeof servicesMatching = () => [];
  const linked = beginningIn(location.hash);
  const flow = createWritingFlow(
    {
      /** The client, and beside it the search that makes its services findable. */
      client: async (owner) => {
        const [client, search] = await Promise.all([city.client(owner), import('@citydesk/core/services-matching')]);
        matching = search.servicesMatching;
        return client;
      },
      locate: async (place, signal) => (await parts.bring('place')).locate(place, signal),
      send: async (state, signal) => (await parts.bring('later')).sendForm({ host, city, parts, flow }, state, signal),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    begin({ ...linked, serviceCode: linked.serviceCode ?? city.settings.serviceCode, rules: city.rules }),
    () => parts.here.later?.sendingPart,
  );
  void city.whenRead.then(() => {
    flow.dispatch({ type: 'ruled', rules: city.rules });
    flow.dispatch({ type: 'prefilled', known: { serviceCode: city.settings.serviceCode } });
  });

  return Object.defineProperty(flow, 'matching', { get: () => matching }) as FormFlow;
}
