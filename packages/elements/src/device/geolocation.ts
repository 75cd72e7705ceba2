/** Asks the device where it is. The only place that touches geolocation. */
import type { LocateFailure, Point } from '@citydesk/core/request';

/** Long enough for a cold GPS, short enough to still type the address. Milliseconds. */
const patience = 15_000;

/**
 * The device's position.
 * @throws an error whose `cause` is a `LocateFailure`; `dismissed` can be asked again, `denied` cannot.
 */
export function locate(): Promise<Point> {
  return new Promise((resolve, reject) => {
    const fail = (reason: LocateFailure) => reject(new Error(`No location: ${reason}`, { cause: reason }));
    if (!navigator.geolocation) return fail('unavailable');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, long: coords.longitude, accuracy: coords.accuracy }),
      async (error) => {
        if (error.code === error.TIMEOUT) return fail('timeout');
        if (error.code === error.POSITION_UNAVAILABLE) return fail('unavailable');
        fail((await blocked()) ? 'denied' : 'dismissed');
      },
      { enableHighAccuracy: true, timeout: patience, maximumAge: 60_000 },
    );
  });
}

/** Whether the browser would refuse without asking. Where it cannot be known, yes: then the words point to typing. */
async function blocked(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'denied';
  } catch {
    return true;
  }
}
