/** Hands the report of a form to the outbox, with what the page has to say about it, and follows it there until the city has it. */
import type { LitElement } from 'lit';
import type { Action, Owner, RequestFlow, Sending } from '@citydesk/core/request';
import type { Item, Way } from '@citydesk/core/outbox';
import { again } from '@citydesk/core/going-on';
import { actionFor, sendReport } from '@citydesk/core/send-report';
import type { CityController } from '../city/city-controller.ts';
import type { PageOutbox } from '../device/outbox.ts';
import { timesHere } from '../device/times.ts';
import { RequestSubmitEvent } from './events.ts';
import type { FormParts } from './form-parts.ts';

export interface SentForm {
  readonly host: LitElement;
  readonly city: CityController;
  readonly parts: FormParts;
  readonly flow: RequestFlow;
}

/** Fetched ahead of the button that needs it: then a failure to fetch it is no failure to send. */
export const outbox = () => import('../device/outbox.ts');

/** The id of the report that a form is about to send: what a relay wants to see done for it is begun before. */
const nextIds = new WeakMap<LitElement, string>();

/** The last screen is near: what keeps the report is opened, and a relay's work is begun, once it is known that one answers. */
export async function sendAhead(host: LitElement, city: CityController, owner: Owner | undefined): Promise<void> {
  const [{ newId, outboxFor }, client] = await Promise.all([outbox(), city.client(owner)]);
  void outboxFor(city.settings.storage).ahead();
  if (!client.relay) return;
  const id = nextIds.get(host) ?? newId();
  nextIds.set(host, id);
  const [{ workAhead }, { endpoint }] = await Promise.all([import('../device/work-ahead.ts'), wayTo(city, owner)]);
  void workAhead(endpoint, id);
}

export async function sendForm(form: SentForm, state: Sending, signal: AbortSignal): Promise<Action> {
  const { host, city, parts, flow } = form;
  const { newId, outboxFor } = await outbox();
  const box = outboxFor(city.settings.storage);
  const reportId = nextIds.get(host) ?? newId();
  nextIds.delete(host);
  const halt = () => box.halt(reportId);
  // A photo that is still being made ready goes along.
  await parts.here.photos?.settled;
  const sending = flow.state.phase === 'sending' ? flow.state : state;
  box.shown.add(reportId);
  box.progress.set(reportId, (progress) => flow.dispatch({ type: 'photos-sent', progress }));
  signal.addEventListener('abort', halt);
  const { speech, language } = city.settings;
  const ports = {
    // A report is not kept back for it.
    writtenIn: speech && (await import('@citydesk/core/phrasebook').catch(() => {}))?.writtenIn(speech.lang, language),
    maySend: (serviceCode: string) => host.dispatchEvent(new RequestSubmitEvent(serviceCode)),
    async submit(...[report, about]: Parameters<Parameters<typeof sendReport>[0]['submit']>) {
      const [client, way] = await Promise.all([city.client(sending.owner), wayTo(city, sending.owner)]);
      box.clients.set(reportId, client);
      const draftId = parts.here.keeping?.id;
      return box.submit(report, { ...about, way, city: await city.base(), reportId, draftId, relay: client.relay });
    },
    isKept: () => box.isKept(reportId),
  };
  const action = await sendReport(ports, sending);
  signal.removeEventListener('abort', halt);
  box.progress.delete(reportId);
  if (action.type !== 'waiting') {
    letGoSoon(form, box, reportId);
    return action;
  }
  if (signal.aborted && action.item.standing.is === 'waiting') {
    await box.drop(reportId);
    return { type: 'not-sent', setback: { is: 'photos-failed' } };
  }
  follow(form, box, reportId);
  return action;
}

/** Tells the form what becomes of a report in the outbox, until it is settled or the form shows another one. */
function follow(form: SentForm, box: PageOutbox, reportId: string): void {
  const { flow, parts } = form;
  let isSettled = false;
  // Where it is shown once the resident goes on to another one.
  parts.bring('cards').then(
    (cards) => cards.follow(box),
    () => {},
  );
  const isHere = () => flow.state.phase === 'waiting' && flow.state.item.reportId === reportId;
  const end = box.subscribe((item, id) => void (id === reportId && told(item)));
  const left = flow.subscribe(() => isHere() || over());
  function over(): void {
    end();
    left();
    if (!isSettled) box.shown.delete(reportId);
  }
  async function told(item: Item | undefined): Promise<void> {
    const { state } = flow;
    if (state.phase !== 'waiting' || !isHere()) return;
    // The resident has settled it elsewhere: here a new report may begin.
    if (!item) return flow.dispatch(again(state));
    const action = await actionFor(item, state, box.isKept(reportId));
    if (!isHere()) return;
    isSettled = action.type !== 'waiting';
    if (isSettled) letGoSoon(form, box, reportId);
    flow.dispatch(action);
  }
}

/** It is told here, now. Who leaves before it was read is told on the next visit. */
function letGoSoon(form: SentForm, box: PageOutbox, reportId: string): void {
  setTimeout(() => void letGo(form, box, reportId), timesHere().firstPause);
}

/** Not before its draft is gone: it would be offered again, and sent twice. */
async function letGo({ parts }: SentForm, box: PageOutbox, reportId: string): Promise<void> {
  await parts.here.keeping?.settled();
  await box.drop(reportId).catch(() => {});
  box.shown.delete(reportId);
  box.clients.delete(reportId);
}

async function wayTo(city: CityController, owner: Owner | undefined): Promise<Way> {
  const { jurisdictionId, locale, zone, media, preset, practice } = city.settings;
  if (!owner) return { endpoint: await city.base(), jurisdictionId, media, preset, locale, zone, practice };
  const { endpoint = '', ...theirs } = owner;
  return {
    endpoint: new URL(endpoint, document.baseURI).href,
    jurisdictionId: theirs.jurisdictionId,
    media: theirs.media,
    locale,
    zone,
    practice,
  };
}
