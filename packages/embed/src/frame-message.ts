// What the page in a frame and the page around it say to each other.

/** The child's height in pixels, the name and fields of an event of ours, or the question of the page around it. */
export type FrameMessage =
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'measure' }
  | { readonly type: FrameEvent; readonly detail: Readonly<Record<string, string | number | boolean>> };

/** The facts that go out of a frame. None has personal data. */
export const frameEvents = [
  'citydesk-step-changed',
  'citydesk-request-submitted',
  'citydesk-request-failed',
  'citydesk-request-followed',
  'citydesk-request-looked-up',
  'citydesk-request-changed',
  'citydesk-faq-outcome',
  'citydesk-feedback-given',
] as const;

export type FrameEvent = (typeof frameEvents)[number];

/** On the wire: `source` and `v` tell our messages from others'. */
export const marked = (message: FrameMessage) => ({ source: 'citydesk', v: 1, ...message });

/** Only its mark is checked. What it says is as little to be trusted as the page that sent it. */
export function isMarked(data: unknown): data is FrameMessage {
  const { source, v } = (data ?? {}) as { source?: unknown; v?: unknown };
  return source === 'citydesk' && v === 1;
}
