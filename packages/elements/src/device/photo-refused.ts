/** Why a photo cannot be taken, as an error. */
import type { PhotoFault } from '@citydesk/core/request';

export class PhotoRefused extends Error {
  override readonly name = 'PhotoRefused';
  readonly fault: PhotoFault;

  constructor(fault: PhotoFault, cause?: unknown) {
    super(`The photo was refused: ${fault}`, { cause });
    this.fault = fault;
  }
}
