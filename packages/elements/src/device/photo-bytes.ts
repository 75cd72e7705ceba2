/** How many bytes a photo may have, as the connection is. */

/** As far as the browser tells: not all do. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Bytes of a photo for who pays for each, or waits for each; and for all others, of whom many only do not tell. */
const few = 300_000;
const many = 1_200_000;

/** Bytes of one photo, at most. */
export function photoBytes(connection = (navigator as { readonly connection?: Connection }).connection): number {
  return connection?.saveData || /^(slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '') ? few : many;
}
