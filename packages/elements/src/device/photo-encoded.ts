/** Draws a picture upright and no larger than wanted, and writes it as a JPEG. Touches a canvas, as photo-thumbnail.ts does, and nothing else does. */
import type { Orientation } from '@citydesk/core/photo';
import { PhotoRefused } from './photo-refused.ts';

type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Pixels of a canvas' side while scaling: as large as an iPhone's may be. */
const largestCanvas = 4096;
/** From hardly seen to plainly seen; then the picture is made smaller instead. */
const qualities = [0.85, 0.7, 0.55];
/** Pixels. Smaller, it would be no help to the crew. */
const smallestSide = 320;

/** The picture in at most `most` bytes: less quality at first, then fewer pixels. */
export async function encoded(
  decoded: ImageBitmap,
  orientation: Orientation,
  side: number,
  most: number,
  signal: AbortSignal | undefined,
): Promise<{ canvas: Canvas; blob: Blob }> {
  for (let longest = side; ; longest = Math.round(longest * 0.75)) {
    const canvas = drawn(decoded, orientation, longest);
    for (const quality of qualities) {
      const blob = await jpegOf(canvas, quality);
      signal?.throwIfAborted();
      if (blob.size <= most) return { canvas, blob };
      // So far above, less quality will not do.
      if (blob.size > most * 4) break;
    }
    if (longest < smallestSide) throw new PhotoRefused('size');
  }
}

/** Upright on white, its longer side at most `longest`; scaled in steps, because some engines look at few pixels of a large picture only. */
function drawn(decoded: ImageBitmap, orientation: Orientation, longest: number): Canvas {
  const scale = Math.min(1, longest / Math.max(decoded.width, decoded.height));
  const width = Math.max(1, Math.round(decoded.width * scale));
  const height = Math.max(1, Math.round(decoded.height * scale));
  let from: ImageBitmap | Canvas = decoded;
  while (from.width > width * 2 || from.height > height * 2) {
    const step: number = Math.min(0.5, largestCanvas / Math.max(from.width, from.height));
    const half: Canvas = canvasOf(
      Math.max(width, Math.ceil(from.width * step)),
      Math.max(height, Math.ceil(from.height * step)),
    );
    contextOf(half).drawImage(from, 0, 0, half.width, half.height);
    from = half;
  }
  const isOnItsSide = orientation > 4;
  const canvas = isOnItsSide ? canvasOf(height, width) : canvasOf(width, height);
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(...turns(width, height)[orientation]);
  context.drawImage(from, 0, 0, width, height);
  return canvas;
}

/** How a picture stored so comes upright: where its right, its lower side and its first corner go. */
const turns = (
  width: number,
  height: number,
): Record<Orientation, [number, number, number, number, number, number]> => ({
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, width, 0],
  3: [-1, 0, 0, -1, width, height],
  4: [1, 0, 0, -1, 0, height],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, height, 0],
  7: [0, -1, -1, 0, height, width],
  8: [0, -1, 1, 0, 0, width],
});

function canvasOf(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

function contextOf(canvas: Canvas): Context {
  const context = canvas.getContext('2d') as Context | null;
  // A page that has used up its memory for pictures gets none.
  if (!context) throw new PhotoRefused('size');
  context.imageSmoothingQuality = 'high';
  return context;
}

async function jpegOf(canvas: Canvas, quality: number): Promise<Blob> {
  const type = 'image/jpeg';
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  if (!blob) throw new PhotoRefused('size');
  return blob;
}
