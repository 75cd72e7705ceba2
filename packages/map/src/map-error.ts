/** Why a map does not stand, or no longer does. */

/**
 * - `webgl`: the device draws no WebGL 2, or has lost it;
 * - `worker`: the page's policy or the browser lets no worker start, or its file is not there;
 * - `style`: the style, or everything it shows, did not come in time or cannot be read.
 */
export type MapFault = 'webgl' | 'worker' | 'style';

const meanings: Readonly<Record<MapFault, string>> = {
  webgl: 'This browser does not draw WebGL 2.',
  worker: 'The map’s worker did not start. Check worker-src in the page’s policy, and that the file is on the server.',
  style: 'The map’s style did not load.',
};

export class MapError extends Error {
  override readonly name = 'MapError';
  readonly reason: MapFault;

  constructor(reason: MapFault, options?: ErrorOptions) {
    super(meanings[reason], options);
    this.reason = reason;
  }
}
