/** Where a picture keeps what it tells of itself: the EXIF block and the XMP text of JPEG, PNG, WebP, HEIC and AVIF. */
import { find, letters } from './bytes.ts';
import { photoHeader } from './photo-header.ts';
import { endOfWebp, pngChunksOf, riffChunksOf, segmentsOf } from './pieces.ts';

export interface Metadata {
  /** The EXIF block, from its byte order on. */
  readonly exif?: Uint8Array | undefined;
  readonly xmp?: string | undefined;
}

const exifMark = 'Exif\0\0';
const xmpMark = 'http://ns.adobe.com/xap/1.0/\0';
const pngXmp = 'XML:com.adobe.xmp\0\0\0\0\0';
/** Bytes of XMP that are read: the standard packet of a JPEG. */
const longestXmp = 65_536;
/** Bytes in which EXIF is looked for where no table is read that leads to it. */
const searched = 1_048_576;

/** The first of each. Never throws. */
export function metadataOf(bytes: Uint8Array): Metadata {
  switch (photoHeader(bytes)?.kind) {
    case 'jpeg': {
      const own = [...segmentsOf(bytes)].filter(({ marker }) => marker === 0xe1);
      const after = (mark: string) => {
        const found = own.find(({ data }) => letters(bytes, data, mark.length) === mark);
        return found && bytes.subarray(found.data + mark.length, found.end);
      };
      return { exif: after(exifMark), xmp: textOf(after(xmpMark)) };
    }
    case 'png': {
      const chunks = [...pngChunksOf(bytes)];
      const exif = chunks.find(({ name }) => name === 'eXIf');
      const xmp = chunks.find(({ name, data }) => name === 'iTXt' && letters(bytes, data, pngXmp.length) === pngXmp);
      return {
        exif: exif && bytes.subarray(exif.data, exif.end - 4),
        xmp: xmp && textOf(bytes.subarray(xmp.data + pngXmp.length, xmp.end - 4)),
      };
    }
    case 'webp': {
      const chunks = [...riffChunksOf(bytes, 12, endOfWebp(bytes))];
      const content = (wanted: string) => {
        const found = chunks.find(({ name }) => name === wanted);
        return found && bytes.subarray(found.data, found.end);
      };
      const exif = content('EXIF');
      // Some write it as it stands in a JPEG.
      return {
        exif: exif && (letters(exif, 0, 6) === exifMark ? exif.subarray(6) : exif),
        xmp: textOf(content('XMP ')),
      };
    }
    case 'heic':
    case 'avif': {
      // Found by its own letters: the tables that lead to it are longer than it is.
      const at = find(bytes, exifMark, 0, searched);
      return at < 0 ? {} : { exif: bytes.subarray(at + exifMark.length) };
    }
    default:
      return {};
  }
}

const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes.subarray(0, longestXmp));
