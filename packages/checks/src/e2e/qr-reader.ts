// Reads a QR code as a phone's camera does: from the pixels that stand on the screen.

import jsQR from 'jsqr';
import type { ElementHandle } from 'puppeteer-core';

/** The text in what is drawn there; `undefined` where no code is to be seen. */
export async function readQrCode(drawn: ElementHandle): Promise<string | undefined> {
  const picture = await drawn.screenshot({ encoding: 'base64' });
  // A page without a policy turns the picture into pixels.
  const page = await drawn.frame.page().browserContext().newPage();
  try {
    const { pixels, width, height } = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return { pixels: [...context.getImageData(0, 0, width, height).data], width, height };
    }, picture);
    return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
  } finally {
    await page.close();
  }
}
