/** Whether a value from a city's own file is a line of opening hours. */
import { weekdays, type Hours } from './weekdays.ts';

export type { Hours };

export function isOpenHours(value: unknown): value is Hours {
  const { days, opens, closes } = (value ?? {}) as Partial<Hours>;
  const isClock = (time: unknown) => typeof time === 'string' && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time);
  const isRight =
    Array.isArray(days) && days.every((one) => weekdays.includes(one)) && isClock(opens) && isClock(closes);
  return isRight && opens! < closes!;
}
