/** Whether markup runs something: what it calls is watched, and everything in it is provoked as a visitor's mouse and keyboard would. */

/** What payloads call to show that they ran. */
const calls = ['alert', 'confirm', 'prompt', 'print', 'open'] as const;
const events = ['click', 'mouseover', 'focus', 'toggle', 'error', 'load', 'animationstart', 'pointerover', 'input'];

/** Fires at each element below `root` what its attributes wait for, and clicks links that would run something. */
export function provoke(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const own = element.getAttributeNames().flatMap((name) => (/^on/i.test(name) ? name.slice(2).toLowerCase() : []));
    for (const type of new Set([...events, ...own])) {
      // A real click on a link to another page would leave the test.
      const isSafe = type !== 'click' || !element.closest('a, area, form, button');
      if (isSafe) element.dispatchEvent(new Event(type, { bubbles: false }));
    }
    if (/^\s*javascript:/i.test((element as HTMLAnchorElement).href ?? '')) element.click();
  }
}

/** Counts calls on this page while `during` runs, and for 140 ms after it. */
export async function callsDuring(during: () => Promise<void>): Promise<number> {
  let count = 0;
  const page = globalThis as unknown as Record<string, unknown>;
  const before = calls.map((name) => page[name]);
  for (const name of calls) page[name] = () => void count++;
  try {
    await during();
    await new Promise((resolve) => setTimeout(resolve, 140));
  } finally {
    calls.forEach((name, at) => (page[name] = before[at]));
  }
  return count;
}

/** The payloads that run when a page puts them in with `innerHTML`: each in a frame of its own, closed off from this page. */
export async function liveOnes(payloads: readonly string[], beside = 40): Promise<readonly string[]> {
  const live = new Set<string>();
  for (let from = 0; from < payloads.length; from += beside) {
    const frames = payloads.slice(from, from + beside).map((payload) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      const text = JSON.stringify(payload)
        .replaceAll('<', '\\u003c')
        .replaceAll('\u2028', '\\u2028')
        .replaceAll('\u2029', '\\u2029');
      frame.srcdoc = `<!doctype html><body><script>
        const post = parent.postMessage.bind(parent);
        for (const name of ${JSON.stringify(calls)}) window[name] = () => post('ran', '*');
        const events = ${JSON.stringify(events)};
        ${provoke.toString()}
        document.body.innerHTML = ${text};
        setTimeout(() => { provoke(document); setTimeout(() => post('done', '*'), 60); });
      </script>`;
      return [frame, payload] as const;
    });
    let done = 0;
    await new Promise<void>((resolve) => {
      const heard = ({ data, source }: MessageEvent<unknown>) => {
        const [, payload] = frames.find(([frame]) => frame.contentWindow === source) ?? [];
        if (payload === undefined) return;
        if (data === 'ran') live.add(payload);
        else if (++done === frames.length) finish();
      };
      const finish = () => {
        clearTimeout(timer);
        removeEventListener('message', heard);
        resolve();
      };
      // A payload may lead its frame away, which then says nothing more.
      const timer = setTimeout(finish, 2500);
      addEventListener('message', heard);
      document.body.append(...frames.map(([frame]) => frame));
    });
    for (const [frame] of frames) frame.remove();
  }
  return [...live];
}
