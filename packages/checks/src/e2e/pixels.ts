// What stands on the screen, pixel by pixel, as an eye has it: not what the page says it has drawn.

import type { ElementHandle } from 'puppeteer-core';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, row by row. */
  readonly data: Uint8ClampedArray;
}

/** The pixels of what is drawn there. */
export async function pixelsOf(drawn: ElementHandle): Promise<Pixels> {
  const picture = await drawn.screenshot({ encoding: 'base64' });
  // A page without a policy turns the picture into pixels.
  const page = await drawn.frame.page().browserContext().newPage();
  try {
    const { data, width, height } = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const reader = new FileReader();
      reader.readAsDataURL(new Blob([context.getImageData(0, 0, width, height).data]));
      await new Promise((resolve) => reader.addEventListener('load', resolve));
      return { data: String(reader.result).split(',')[1] ?? '', width, height };
    }, picture);
    return { data: new Uint8ClampedArray(Buffer.from(data, 'base64')), width, height };
  } finally {
    await page.close();
  }
}
