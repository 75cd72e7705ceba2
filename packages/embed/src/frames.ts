// The page around a frame: gives it the height it asks for, and tells its events as if they had happened here.

import { frameEvents, isMarked, marked, type FrameEvent } from './frame-message.ts';

/** Pixels. A page in a frame is not ours to trust: it gets room to work in, and no more than a long form needs. */
const [lowest, highest] = [150, 8000];

/**
 * Listens to the frames of this page that show `…/citydesk/embed`. A message counts when it comes from the window of such a frame: its origin says nothing, for
 * under `sandbox` it is `null`.
 * @returns asks each frame that was not asked yet for its height
 */
export function followFrames(): () => void {
  const asked = new WeakSet<Element>();
  const all = () => [...document.querySelectorAll<HTMLIFrameElement>('iframe[src*="/citydesk/embed"]')];
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (!isMarked(data)) return;
    const frame = all().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    if (data.type === 'height') {
      const height = Math.min(Math.max(Number(data.height) || lowest, lowest), highest);
      frame.style.height = `${height}px`;
    } else if (data.type !== 'measure' && frameEvents.includes(data.type)) {
      frame.dispatchEvent(eventOf(data.type, data.detail));
    }
  });
  return () => {
    for (const frame of all()) {
      if (asked.has(frame)) continue;
      asked.add(frame);
      // It may have told its height before anybody listened. There is no secret in the question.
      frame.contentWindow?.postMessage(marked({ type: 'measure' }), '*');
    }
  };
}

/** The event with its fields where the element's own would have them, and as `detail`. */
function eventOf(type: FrameEvent, told: unknown): Event {
  const fields = Object.entries(told ?? {}).filter(([, value]) => /^(string|number|boolean)$/.test(typeof value));
  const detail = Object.fromEntries(fields);
  return Object.assign(new CustomEvent(type, { bubbles: true, composed: true, detail }), detail);
}
