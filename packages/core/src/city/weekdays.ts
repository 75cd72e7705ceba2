/** The days of a week, and the lines of opening hours made of them. */

/** Days as the city file names them. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** One line of opening hours; `opens` and `closes` are `HH:MM` on a 24-hour clock, on the same day. */
export interface Hours {
  readonly days: readonly Weekday[];
  readonly opens: string;
  readonly closes: string;
}
