/** Sends the report of a form: by the city's client, with what the page has to say about it, and with word of how far the photos are. */
import type { LitElement } from 'lit';
import type { Action, RequestFlow, Sending } from '@citydesk/core/request';
import { sendReport, type SendPorts } from '@citydesk/core/send-report';
import type { CityController } from '../city/city-controller.ts';
import { RequestSubmitEvent } from './events.ts';
import type { FormParts } from './form-parts.ts';

export interface SentForm {
  readonly host: LitElement;
  readonly city: CityController;
  readonly parts: FormParts;
  readonly flow: RequestFlow;
}

export async function sendForm(form: SentForm, state: Sending, signal: AbortSignal): Promise<Action> {
  const { host, city, parts, flow } = form;
  let share: number | undefined;
  const progress = (now: number) => {
    share = now;
    flow.dispatch({ type: 'photos-sent', progress: now });
  };
  const ports: SendPorts = {
    // What sends has to be here before anything leaves: then a failure to fetch it is no failure to send.
    async client(owner, photos) {
      await import('@citydesk/open311/send-request');
      if (!photos) return city.client(owner);
      const { uploadingFetch } = await import('../device/upload.ts');
      return city.client(owner, uploadingFetch({ progress }));
    },
    progress: () => share,
    online: () => navigator.onLine,
    maySend: (serviceCode) => host.dispatchEvent(new RequestSubmitEvent(serviceCode)),
  };
  // A photo that is still being made ready goes along.
  await parts.here.photos?.settled;
  return sendReport(ports, flow.state.phase === 'sending' ? flow.state : state, signal);
}
