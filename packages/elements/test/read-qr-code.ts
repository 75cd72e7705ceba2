/** What a phone's camera would read from a QR code on the screen. */
import type jsQR from 'jsqr';
import 'jsqr/dist/jsQR.js';

/** The text in `drawing`, drawn `size` pixels wide; `undefined` where no code can be found in it. */
export async function readQrCode(drawing: SVGSVGElement, size = 300): Promise<string | undefined> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(size));
  copy.setAttribute('height', String(size));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const context = Object.assign(document.createElement('canvas'), { width: size, height: size }).getContext('2d')!;
  // Another colour around and below it: what is not painted is found out.
  context.fillStyle = '#000';
  context.fillRect(0, 0, size, size);
  context.drawImage(image, 0, 0);
  const { jsQR: read } = globalThis as unknown as { readonly jsQR: typeof jsQR };
  return read(context.getImageData(0, 0, size, size).data, size, size, { inversionAttempts: 'dontInvert' })?.data;
}
