/** A small picture of a photo, drawn: the page's policy need not allow blob: addresses, and nothing has to be given back. */

/** Pixels; on the screen at most half as many. */
const width = 208;
const height = 156;

/** A canvas that shows the middle of the picture as soon as it is decoded, and nothing where it cannot be. */
export function thumbnailOf(picture: Blob): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height, className: 'thumb' });
  // What it shows is said by the words beside it.
  canvas.setAttribute('aria-hidden', 'true');
  void draw(canvas, picture);
  return canvas;
}

async function draw(canvas: HTMLCanvasElement, picture: Blob): Promise<void> {
  try {
    const decoded = await createImageBitmap(picture);
    const scale = Math.max(width / decoded.width, height / decoded.height);
    const [across, down] = [decoded.width * scale, decoded.height * scale];
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    context?.drawImage(decoded, (width - across) / 2, (height - down) / 2, across, down);
    decoded.close();
  } catch {
    // The row has its words.
  }
}
