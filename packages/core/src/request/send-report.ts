/** Hands a report to the outbox and says what came of it. Apart from the flow, so that a page can bring it when it is needed. */
import type { Report } from '@citydesk/open311';
import type { Item } from '../outbox/item.ts';
import type { About } from '../outbox/outbox.ts';
import { fieldsOf, idAttributes } from './fields.ts';
import { refused } from './going-on.ts';
import { serviceOf, type Sending, type Waiting } from './journey-state.ts';
import type { Action } from './action.ts';
import type { Problem } from './problems.ts';
import { reportFrom } from './report.ts';

/** What is known of a report beside what is sent. */
export type AboutReport = Omit<About, 'way' | 'reportId' | 'relay'>;

/** What sending needs from outside. */
export interface SendPorts {
  /** Asked right before sending; false leaves the sending to the page. */
  maySend(serviceCode: string): boolean;
  /** The last line of the description: see `Freezing`. */
  readonly writtenIn?: string | undefined;
  /** Freezes the report, keeps it and sends it once: `submit` of the outbox. What it rejects with kept the report from leaving. */
  submit(report: Report, about: AboutReport): Promise<Item>;
  /** Whether what lies in the outbox outlives the page. */
  isKept(): boolean;
}

/** The action that tells the journey how it went. Never throws. */
export async function sendReport(ports: SendPorts, sending: Sending): Promise<Action> {
  const { rules, withoutPhotos, draft } = sending;
  const report = reportFrom(draft, fieldsOf(sending), { ...rules, withoutPhotos, writtenIn: ports.writtenIn });
  if (!ports.maySend(report.serviceCode)) return { type: 'not-sent' };
  const service = serviceOf(sending);
  const about: AboutReport = {
    serviceName: service?.serviceName ?? report.serviceCode,
    serviceType: service?.type,
    isPrivate: rules.privateServices?.includes(report.serviceCode),
    place: report.addressString ?? '',
    draft: { ...draft, photos: [] },
    idAttribute: idAttributeFor(sending),
  };
  try {
    return await actionFor(await ports.submit(report, about), sending, ports.isKept());
  } catch {
    return { type: 'not-sent', setback: { is: 'offline' } };
  }
}

/** What an item that has come further tells the journey that waits for it. */
export async function actionFor(item: Item, state: Sending | Waiting, isKept: boolean): Promise<Action> {
  const { standing } = item;
  if (standing.is === 'confirmed') return { type: 'sent', receipt: standing.receipt };
  if (standing.is !== 'rejected') return { type: 'waiting', item, isKept };
  const { reasons } = standing;
  if (standing.photos) return { type: 'not-sent', setback: { is: 'photos-failed' } };
  if (standing.alreadyFiled) return { type: 'not-sent', setback: { is: 'already-filed', reasons } };
  // Who reports is not asked everywhere: what is said about it is then said about the whole report.
  const asked = ({ field }: Problem) => state.rules.contact !== 'none' || !/^(name|email|phone)$/.test(field);
  // The reasons are shown in any case; which field each is about is read by what few need.
  const said = await import('./problems-said.ts')
    .then(({ problemsSaid }) => problemsSaid(reasons, fieldsOf(state)))
    .catch(() => []);
  return refused(reasons, said.filter(asked));
}

function idAttributeFor({ rules, definition }: Sending): string | undefined {
  if (rules.idAttribute) return rules.idAttribute;
  const attributes = definition.is === 'ready' ? definition.value.attributes : [];
  return attributes.find(({ code }) => idAttributes.test(code))?.code;
}
