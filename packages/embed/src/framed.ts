// The page in a frame: tells the page around it how high it is, and what happened.

import { frameEvents, isMarked, marked, type FrameMessage } from './frame-message.ts';

// Anybody may be around it whom the relay lets: a height and events without personal data are no secret.
const tell = (message: FrameMessage): void => parent.postMessage(marked(message), '*');
const root = document.documentElement;
const tellHeight = (): void => tell({ type: 'height', height: Math.ceil(root.getBoundingClientRect().height) });

// The page around it has a title and a way back of its own.
root.classList.add('framed');
new ResizeObserver(tellHeight).observe(root);
addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source === parent && isMarked(data) && data.type === 'measure') tellHeight();
});
for (const type of frameEvents) {
  addEventListener(type, (event) => {
    const fields = Object.entries(event).filter(
      ([name, value]) => name !== 'isTrusted' && /^(string|number|boolean)$/.test(typeof value),
    );
    tell({ type, detail: Object.fromEntries(fields) as Record<string, string | number | boolean> });
  });
}
