// Reads a QR code as a phone's camera does: from the pixels that stand on the screen.

import jsQR from 'jsqr';
import type { ElementHandle } from 'puppeteer-core';
import { pixelsOf } from './pixels.ts';

/** The text in what is drawn there; `undefined` where no code is to be seen. */
export async function readQrCode(drawn: ElementHandle): Promise<string | undefined> {
  const { data, width, height } = await pixelsOf(drawn);
  return jsQR(data, width, height)?.data;
}
