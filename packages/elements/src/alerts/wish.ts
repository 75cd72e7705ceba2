/** How far the wish for messages about one report has come. What is typed stays until the link is on its way. */

/** How a message can come. */
export type Channel = 'email' | 'phone';

export interface Wish {
  readonly is:
    | 'typing'
    /** What is typed cannot be an address, or the city says what is wrong with it. */
    | 'wrong'
    | 'sending'
    | 'failed'
    /** Asked for too often. */
    | 'often'
    /** The city does not know its new report yet. */
    | 'early'
    | 'sent'
    /** As if it were sent. */
    | 'practice'
    /** Nobody sends messages about this report. */
    | 'none';
  readonly isOpen: boolean;
  readonly channel: Channel;
  /** As typed, for each channel. */
  readonly typed: Readonly<Record<Channel, string>>;
  /** Where the link went. */
  readonly sentTo?: string | undefined;
  /** What the city says is wrong. */
  readonly reason?: string | undefined;
}

/**
 * The address that was typed; `undefined` where it cannot be one.
 * @param home whether numbers without a country code are from North America
 * @returns for phones in E.164: `+12695550142`
 */
export function addressIn(channel: Channel, typed: string, home: boolean): string | undefined {
  const text = typed.trim();
  if (channel === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text) ? text : undefined;
  if (/[^\d\s+().\-/]/.test(text)) return undefined;
  const figures = text.replace(/\D/g, '');
  const isWhole = /^(\+|00)/.test(text);
  const number = isWhole ? figures.replace(/^00/, '') : home ? figures.replace(/^1?(?=\d{10}$)/, '1') : '';
  return /^[1-9]\d{6,14}$/.test(number) && (isWhole || /^1[2-9]\d{9}$/.test(number)) ? `+${number}` : undefined;
}
