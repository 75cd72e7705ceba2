/** Lets the map read tiles from PMTiles archives: one file on any web server that answers ranges. */

type Library = Pick<typeof import('maplibre-gl'), 'addProtocol'>;

let isUnderstood = false;

/** Fetches the reader when a style first needs it. */
export async function understandPmtiles({ addProtocol }: Library): Promise<void> {
  if (isUnderstood) return;
  const { Protocol } = await import('pmtiles');
  // Without the metadata, the archive's attribution would not be shown.
  addProtocol('pmtiles', new Protocol({ metadata: true }).tile);
  isUnderstood = true;
}
