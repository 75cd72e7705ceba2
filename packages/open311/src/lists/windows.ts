/**
 * The stretches of time a long list is asked for in, newest first: by the spec one list spans 90 days at most.
 */

const day = 24 * 60 * 60 * 1000;

/** A range of `requestedDatetime`; an open end is left to the city. */
export interface Window {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

/** The spec's longest range. */
const specDays = 90;

/**
 * Back from `to` to `from`. Neighbours share their edge: whether an edge belongs to a range is for each city to say.
 * Without dates it is one open window, in which the city lists what the spec makes it list: its last 90 days.
 */
export function windowsIn(from: Date | undefined, to: Date | undefined, days: number): readonly Window[] {
  if (!from && !to) return [{ from, to }];
  // The newest window ends with the city's own now. Should its clock be behind ours, a day less is still within its limit.
  let end = to ?? new Date(Date.now() + day);
  const begin = from ?? new Date(+end - days * day);
  const windows: Window[] = [];
  do {
    const start = new Date(Math.max(+begin, +end - days * day));
    windows.push({ from: start, to: windows.length === 0 ? to : end });
    end = start;
  } while (+end > +begin);
  return windows;
}

/** Two halves of a window, newest first; none if it is too short to be cut. */
export function halvesOf({ from, to }: Window): readonly Window[] {
  const end = to ?? new Date();
  const begin = from ?? new Date(+end - specDays * day);
  if (+end - +begin < 2 * day) return [];
  const middle = new Date((+begin + +end) / 2);
  return [
    { from: middle, to },
    { from: begin, to: middle },
  ];
}

/** Whether a window is longer than so many days. */
export function isLonger({ from, to }: Window, days: number): boolean {
  return from !== undefined && +(to ?? new Date()) - +from > days * day;
}

/** Whether a moment lies in a window, give or take a day for dates without a zone. */
export function isWithin({ from, to }: Window, moment: Date | undefined): boolean {
  if (!moment) return false;
  return (!from || +moment >= +from - day) && (!to || +moment <= +to + day);
}
