/** Keeps the preview as it was chosen: filled when its page is ready, and again only when something in it is otherwise. */
import type { fillPreview, PreviewOptions } from './preview.ts';

/** Milliseconds to wait for the end of what is typed. */
const pause = 400;

export class PreviewFrame {
  readonly #bring: () => Promise<typeof fillPreview>;
  #frame: HTMLIFrameElement | undefined;
  #options: PreviewOptions | undefined;
  #shown = '';
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(bring: () => Promise<typeof fillPreview>) {
    this.#bring = bring;
  }

  /** A new page stands in the frame. */
  ready(frame: HTMLIFrameElement): void {
    this.#frame = frame;
    this.#shown = '';
    void this.#fill();
  }

  /** What to show from now on; nothing while it is not known. */
  show(options: PreviewOptions | undefined): void {
    this.#options = options;
    clearTimeout(this.#waiting);
    if (keyOf(options) !== this.#shown) this.#waiting = setTimeout(() => void this.#fill(), pause);
  }

  stop(): void {
    clearTimeout(this.#waiting);
  }

  async #fill(): Promise<void> {
    // What did not load is said to the web editor.
    const fill = await this.#bring().catch(() => undefined);
    if (!fill || !this.#options || !this.#frame?.isConnected) return;
    this.#shown = keyOf(this.#options);
    fill(this.#frame, this.#options);
  }
}

/** The shape is of what is copied alone. */
const keyOf = (options: PreviewOptions | undefined): string =>
  options ? JSON.stringify({ ...options, words: '', choice: { ...options.choice, shape: '', page: '' } }) : '';
