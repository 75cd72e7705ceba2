/**
 * "Get a message when something changes": takes an address for the messages about one report and asks the city for a link to confirm it.
 * Comes with its own words and styles, and only where the city file says `alerts`. Nothing of it is kept on the device, and no event tells of it.
 */
import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { Sent } from '@citydesk/core/request';
import type { ServiceRequest } from '@citydesk/open311';
import type { CityController } from '../city/city-controller.ts';
import type { Messages } from '../messages/messages.ts';
import type { TrackerView } from '../status-tracker/view.ts';
import { alertWords, bringAlertWords, lacksAlertWords } from './alert-words.ts';
import { alertsView } from './alerts-view.ts';
import { alertsStyles } from './alerts.styles.ts';
import { askForAlerts, channelsOf, type AlertWish } from './ask-for-alerts.ts';
import { addressIn, type Channel, type Wish } from './wish.ts';

/** The part, once it has its words in the language that is spoken. */
export async function bringAlerts(host: LitElement, city: CityController): Promise<Alerts> {
  await bringAlertWords(city.settings.speech?.lang ?? 'en');
  return new Alerts(host, city);
}

/** What of a report it takes to be told of its changes. */
interface Followed extends Pick<AlertWish, 'report' | 'code'> {
  /** What the resident has already said, in this visit. */
  readonly email?: string;
  /** Sent just now: some cities take minutes until they know a report of theirs. */
  readonly isNew?: boolean;
}

/** One wish for each report, for as long as it lives. */
export class Alerts {
  readonly #host: LitElement;
  readonly #city: CityController;
  readonly #wishes = new Map<string, Wish>();
  /** What is on offer; asked for when the first fold is opened. */
  #channels: readonly Channel[] = ['email'];
  #asking?: Promise<void> | undefined;

  constructor(host: LitElement, city: CityController) {
    this.#host = host;
    this.#city = city;
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(alertsStyles.styleSheet!);
  }

  /** Beside a receipt of the city itself that says how to find the report again. */
  onReceipt({ receipt, draft, owner }: Sent, words: Messages): unknown {
    const { serviceRequestId, token, lookupCode: code } = receipt;
    const report = serviceRequestId === undefined ? { token } : { service_request_id: serviceRequestId };
    if (owner || (serviceRequestId ?? token) === undefined) return nothing;
    return this.#offer({ report, code, email: draft.contact.email, isNew: true }, words);
  }

  /** Beside an open report in the tracker. */
  render({ words }: TrackerView, { serviceRequestId }: ServiceRequest): TemplateResult {
    return this.#offer({ report: { service_request_id: serviceRequestId } }, words);
  }

  #offer(followed: Followed, words: Messages): TemplateResult {
    if (lacksAlertWords(words.lang)) void bringAlertWords(words.lang).then(() => this.#host.requestUpdate());
    return alertsView(this.#wishOn(followed), this.#channels, alertWords(words), {
      toggled: (isOpen) => {
        this.#now(followed, { isOpen });
        if (isOpen) void this.#look(followed);
      },
      typed: (text) => this.#typed(followed, text),
      turned: (channel) => void this.#turned(followed, channel),
      sent: () => void this.#send(followed, words.lang),
    });
  }

  /** Finds out how messages can come. Where no answer comes, email can still be tried. */
  async #look(followed: Followed): Promise<void> {
    if (this.#city.settings.practice) return;
    this.#asking ??= this.#city.base().then(async (base) => {
      this.#channels = await channelsOf(base);
    });
    try {
      await this.#asking;
    } catch {
      this.#asking = undefined;
      return;
    }
    const [first] = this.#channels;
    if (!first) return this.#none(followed);
    const { channel } = this.#wishOn(followed);
    this.#now(followed, { channel: this.#channels.includes(channel) ? channel : first });
  }

  #typed(followed: Followed, text: string): void {
    const { is, channel, typed } = this.#wishOn(followed);
    // On its way it stays there: only one goes at a time.
    this.#now(followed, { typed: { ...typed, [channel]: text }, is: is === 'sending' ? is : 'typing' });
  }

  async #turned(followed: Followed, channel: Channel): Promise<void> {
    if (this.#wishOn(followed).is === 'sending') return;
    this.#now(followed, { channel, is: 'typing' });
    await this.#focus('.alerts input');
  }

  async #send(followed: Followed, locale: string): Promise<void> {
    const { is, channel, typed } = this.#wishOn(followed);
    if (is === 'sending') return;
    const { practice, emergency = '911' } = this.#city.settings;
    const address = addressIn(channel, typed[channel], emergency === '911');
    if (!address) return this.#wrong(followed);
    if (practice) return this.#arrived(followed, 'practice', address, typed[channel]);
    this.#now(followed, { is: 'sending' });
    const { report, code } = followed;
    const answer = await this.#city.base().then(
      (base) => askForAlerts(base, { report, code, channel, address, locale }),
      () => ({ is: 'failed' }) as const,
    );
    if (answer.is === 'sent') return this.#arrived(followed, 'sent', address, typed[channel]);
    if (answer.is === 'none') return followed.isNew ? this.#now(followed, { is: 'early' }) : this.#none(followed);
    if (answer.is === 'wrong') return this.#wrong(followed, answer.reason);
    this.#now(followed, { is: answer.is });
  }

  /** The field says what to fix. */
  async #wrong(followed: Followed, reason?: string): Promise<void> {
    this.#now(followed, { is: 'wrong', reason });
    await this.#focus('.alerts input');
  }

  /** The fold closes with nothing in it, and its name takes the focus that was in it. What was typed meanwhile has not gone, and stays. */
  async #arrived(followed: Followed, is: 'sent' | 'practice', sentTo: string, sent: string): Promise<void> {
    const had = this.#hasFocus();
    const { channel, typed } = this.#wishOn(followed);
    const isOpen = typed[channel] !== sent;
    this.#now(followed, { is, sentTo, isOpen, typed: isOpen ? typed : none });
    if (had && !isOpen) await this.#focus('.alerts summary');
  }

  /** The fold goes, and the sentence in its place takes the focus that was in it. */
  async #none(followed: Followed): Promise<void> {
    const had = this.#hasFocus();
    this.#now(followed, { is: 'none', typed: none });
    if (had) await this.#focus('.alerts [role=status]');
  }

  #hasFocus(): boolean {
    return !!(this.#host.renderRoot as ShadowRoot).activeElement?.closest('.alerts');
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #wishOn({ report, email = '' }: Followed): Wish {
    return (
      this.#wishes.get(keyOf(report)) ?? {
        is: 'typing',
        isOpen: false,
        channel: 'email',
        typed: { ...none, email },
      }
    );
  }

  #now(followed: Followed, change: Partial<Wish>): void {
    this.#wishes.set(keyOf(followed.report), { ...this.#wishOn(followed), ...change });
    this.#host.requestUpdate();
  }
}

const none: Wish['typed'] = { email: '', phone: '' };

const keyOf = (report: AlertWish['report']): string => JSON.stringify(report);
