/** Writes lines in bundles: a line by itself costs about as much as the call it tells of. */

export interface LineBuffer {
  add(line: string): void;
  flush(): void;
}

const pause = 200;
const most = 100;

export function lineBuffer(write: (text: string) => void): LineBuffer {
  let lines: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length === 0) return;
    const text = lines.join('');
    lines = [];
    write(text);
  };
  return {
    add(line) {
      lines.push(line);
      if (lines.length >= most) flush();
      else timer ??= setTimeout(flush, pause);
    },
    flush,
  };
}
