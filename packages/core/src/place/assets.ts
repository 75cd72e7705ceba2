/** Things of the city that can be picked as the place: street lights, bins. A GeoJSON layer of points, as any GIS writes it. */
import type { Point } from '../request/draft.ts';
import { distanceMetres, type Position } from './distance.ts';
import { isDegree } from './found-place.ts';

export interface Asset {
  /** As the city knows it: "L-0417". */
  readonly id: string;
  /** As residents know it. The id, where the layer has no other. */
  readonly label: string;
  readonly point: Point;
}

/** In which properties of a feature its id and label stand. A feature's own `id` counts where the property is missing. */
export interface AssetProperties {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
}

export interface Assets {
  readonly assets: readonly Asset[];
  /** What was left out and why, for the web editor: at most `mostMistakes` sentences. */
  readonly mistakes: readonly string[];
}

export const mostMistakes = 20;

/** Reads a layer. What is no point with an id is left out, and so is an id that was there before. Never throws. */
export function readAssets(json: unknown, { id = 'id', label = 'label' }: AssetProperties = {}): Assets {
  const features = (json as { readonly features?: unknown } | null)?.features;
  if (!Array.isArray(features)) return { assets: [], mistakes: ['This is no GeoJSON FeatureCollection.'] };
  const assets = new Map<string, Asset>();
  const mistakes: string[] = [];
  for (const [index, feature] of (features as readonly Feature[]).entries()) {
    const read = assetIn(feature, id, label);
    if (typeof read === 'string') mistakes.push(`Feature ${index + 1} ${read}.`);
    else if (assets.has(read.id)) mistakes.push(`Feature ${index + 1} has the id ${read.id}, which another one has.`);
    else assets.set(read.id, read);
  }
  const more = mistakes.length - mostMistakes;
  if (more > 0) mistakes.splice(mostMistakes - 1, more + 1, `${more + 1} more features were left out.`);
  return { assets: [...assets.values()], mistakes };
}

/** The assets at most `metres` away, nearest first, at most `most` of them. */
export function assetsNear(assets: readonly Asset[], point: Position, metres: number, most: number): readonly Asset[] {
  return assets
    .map((asset) => ({ asset, away: distanceMetres(asset.point, point) }))
    .filter(({ away }) => away <= metres)
    .sort((one, other) => one.away - other.away)
    .slice(0, most)
    .map(({ asset }) => asset);
}

type Feature = null | {
  readonly id?: unknown;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: readonly unknown[] | null } | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
};

/** The asset, or what is wrong with it. */
function assetIn(feature: Feature, idProperty: string, labelProperty: string): Asset | string {
  const at = feature?.geometry?.coordinates;
  const [long, lat] = [at?.[0], at?.[1]];
  if (feature?.geometry?.type !== 'Point' || !isDegree(lat, 90) || !isDegree(long, 180))
    return 'is no point on the globe';
  const id = textOf(feature.properties?.[idProperty]) || textOf(feature.id);
  if (!id) return `has no id: there is nothing in its property ${idProperty}`;
  return { id, label: textOf(feature.properties?.[labelProperty]) || id, point: { lat, long } };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';
