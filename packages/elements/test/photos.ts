/** Photos for tests, and the ways in which a resident adds them. */

/** A picture in plain colours, as a camera's JPEG would be called. */
export async function photo(name = 'IMG_1.jpg', type = 'image/jpeg'): Promise<File> {
  const canvas = new OffscreenCanvas(64, 48);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#875';
  context.fillRect(0, 0, 64, 48);
  return new File([await canvas.convertToBlob({ type })], name, { type });
}

/** The same, taken in Three Rivers: 41.94375, -85.6325 in its EXIF. */
export async function photoOfPlace(name = 'IMG_2.jpg'): Promise<File> {
  const plain = await (await photo()).arrayBuffer();
  const u16 = (...values: number[]) => values.flatMap((value) => [value >> 8, value & 255]);
  const u32 = (...values: number[]) => values.flatMap((value) => u16(value >>> 16, value & 0xffff));
  const exif = [
    ...[...u16(0x4d4d, 42), ...u32(8)],
    ...[...u16(1, 0x8825, 4), ...u32(1, 26, 0)],
    ...u16(4),
    ...[...u16(1, 2), ...u32(2), 78, 0, 0, 0],
    ...[...u16(2, 5), ...u32(3, 80)],
    ...[...u16(3, 2), ...u32(2), 87, 0, 0, 0],
    ...[...u16(4, 5), ...u32(3, 104)],
    ...u32(0),
    ...u32(41, 1, 56, 1, 375, 10),
    ...u32(85, 1, 37, 1, 57, 1),
  ];
  const segment = [0xff, 0xe1, ...u16(exif.length + 8), 0x45, 0x78, 0x69, 0x66, 0, 0, ...exif];
  return new File([plain.slice(0, 2), Uint8Array.from(segment), plain.slice(2)], name, { type: 'image/jpeg' });
}

/** What a browser hands over when files are chosen, dropped or pasted. */
export function carrying(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

/** Chooses files as the browser's own dialog would, after the button for photos was pressed. */
export function choosesFiles(root: ShadowRoot, ...files: File[]): void {
  const field = root.querySelector<HTMLInputElement>('input[type=file]')!;
  field.files = carrying(...files).files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
