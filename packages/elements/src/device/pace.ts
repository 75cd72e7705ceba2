/** How fast a body goes out. What is told of it may lag behind: a body counts as cut short only where it could not have been through. */
export class Pace {
  #began = 0;
  #last = 0;
  #share: number | undefined;

  /** So much has gone out, from 0 to 1. */
  is(share: number): void {
    this.#last = performance.now();
    if (this.#share === undefined) this.#began = this.#last;
    this.#share = share;
  }

  /** Whether it cannot have gone out whole by now, even at four times the pace that was seen. */
  get isPart(): boolean {
    const share = this.#share;
    const since = performance.now() - this.#last;
    if (share === undefined || share === 1) return false;
    if (!share) return since > 2000;
    return share + (4 * since * share) / (this.#last - this.#began) < 0.9;
  }
}
