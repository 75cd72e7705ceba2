/** The address of where a photo was taken. */
import type { Point } from '@citydesk/core/request';
import type { BesideForm } from '../beside.ts';

/** Told to nobody but the city's own site before the resident has agreed to it. */
export async function photoAddress(form: BesideForm, point: Point): Promise<string | undefined> {
  const { geocoder } = form.city.settings;
  if (!geocoder || new URL(geocoder, document.baseURI).origin !== location.origin) return undefined;
  return (await form.view().parts.bring('place')).addressAt(point);
}
