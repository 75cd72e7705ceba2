/** Photos as bytes: what a file is, how it lies, where it was taken, and the bare picture in it. No DOM. */
export { orientationOf, takenAt, type Orientation } from './photo/exif.ts';
export { isAbsurd, photoHeader, type PhotoHeader, type PhotoKind } from './photo/photo-header.ts';
export { stripMetadata, type StripOptions } from './photo/strip-metadata.ts';
