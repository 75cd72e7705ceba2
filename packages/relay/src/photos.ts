/** Photos at the relay: the check, the shelf, and the shelf's addresses. The folder on disk is apart, in `photos/folder-shelf.ts`: it needs Node. */
export { checkPhoto, photoLimits, type CheckedPhoto, type PhotoLimits, type PhotoType } from './photos/check-photo.ts';
export { PhotoRefused, type PhotoFault } from './photos/photo-refused.ts';
export { photoRoutes, type PhotoRouteOptions } from './photos/photo-routes.ts';
export { s3Shelf, type S3ShelfOptions } from './photos/s3-shelf.ts';
export { ShelfFull, type Shelf } from './photos/shelf.ts';
