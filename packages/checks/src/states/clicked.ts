// Remembers what listens for presses: a page cannot be asked for that afterwards.

export const clicked = new WeakSet<EventTarget>();

const { addEventListener: listen } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof listen>) {
  if (/^(click|mousedown|mouseup|pointerdown|pointerup|touchstart|touchend)$/.test(args[0]))
    clicked.add(this ?? globalThis);
  return listen.apply(this, args);
};
