/** What waits to be said to somebody outside, whatever carries it. */

/** A file that goes with a mail. */
export interface Attachment {
  /** What it is called in the mail, without a path. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The name by which the HTML shows it (`cid:`); a file to open where there is none. */
  readonly shownAs?: string | undefined;
}

export interface Mail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** BCP 47, of the text. */
  readonly language?: string | undefined;
  /** Where the receiver stops further mail with one press (RFC 8058). */
  readonly stopAt?: string | undefined;
}

export interface TextMessage {
  /** E.164, such as `+12695550100`. */
  readonly to: string;
  readonly text: string;
}

/** What a webhook gets as JSON. */
export interface Notice {
  readonly url: string;
  readonly body: unknown;
}

export type Message =
  ({ readonly by: 'mail' } & Mail) | ({ readonly by: 'sms' } & TextMessage) | ({ readonly by: 'webhook' } & Notice);

/** The waiting messages in the database. All calls are synchronous; `put` belongs into the transaction of what it tells about. */
export interface MessageOutbox {
  /**
   * @param key what the message is about, such as `report 26-00001 streets`; a second message with a key changes nothing
   * @returns whether it was new
   * @throws {MessageError} where its receiver, its language or a link in its head is not what it has to be
   */
  put(key: string, message: Message, at: Date): boolean;
  /**
   * Removes what was not sent yet, by the beginning of its key. End that with a blank: `alert 1` is also the beginning of `alert 12`. Of what may
   * have arrived the key stays, and what is on its way stays as it is.
   */
  withdraw(beginning: string): void;
  /** Those of which nobody knows whether they arrived, and those that were given up: for the desk. Oldest first, for 30 days. */
  troubled(): readonly TroubledMessage[];
  /** Sends a troubled one again, as somebody asked for it. Whether there is such a one. */
  again(key: string, at: Date): boolean;
}

export interface TroubledMessage {
  readonly key: string;
  readonly by: Message['by'];
  readonly at: string;
  /** `doubtful`: the server broke off after it had the whole mail; it may have arrived. `refused`: the server does not want it, for ever. */
  readonly is: 'doubtful' | 'refused';
  /** The server's answer, as one line. */
  readonly why: string;
}
