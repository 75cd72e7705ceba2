/** Where a report is about: words, point and address together, what was pasted, what is near. Geocoders are apart: `./place/photon` … */
export type { AddressSearch, FoundPlace, Geocoder, PlaceQuery } from './place/address-search.ts';
export type { Place, PlacedBy, Point } from './request/draft.ts';
export { assetsNear, readAssets, type Asset, type AssetProperties, type Assets } from './place/assets.ts';
export { coordinatesIn } from './place/coordinates.ts';
export { distanceMetres, type Position } from './place/distance.ts';
export { addressSearch, nearest, type FetchJson } from './place/make-address-search.ts';
export { chosen, pointed, restored } from './place/pointed.ts';
export { typed } from './place/typed.ts';
