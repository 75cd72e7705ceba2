/** Where the marks of a plain chart stand, in units of its own view box. Whoever draws decides how they look; the numbers stand in a table beside it. */

export interface Tick {
  readonly value: number;
  /** From the top. */
  readonly y: number;
}

export interface Column {
  /** Which series, and which of its values. */
  readonly series: number;
  readonly at: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ColumnLabel {
  readonly at: number;
  /** The middle of what it names. */
  readonly x: number;
}

export interface ColumnChart {
  readonly width: number;
  readonly height: number;
  /** Where the columns stand, and where the names below them begin. */
  readonly baseline: number;
  /** Where the columns begin; the numbers of the scale end before it. */
  readonly left: number;
  readonly ticks: readonly Tick[];
  readonly columns: readonly Column[];
  /** As many as have room, the first always among them. */
  readonly labels: readonly ColumnLabel[];
}

export interface ColumnOptions {
  /** Default 640. */
  readonly width?: number;
  /** Default 240. */
  readonly height?: number;
  /** How much room one name below takes. Default 56. */
  readonly labelWidth?: number;
}

const above = 12;
const below = 28;
const gap = 0.28;
/** Wider than that it is a wall, where there are few. */
const widest = 64;

/**
 * Columns side by side: for each place one of every series.
 * @param series lists of one length; numbers of 0 or more
 */
export function columnChart(series: readonly (readonly number[])[], options: ColumnOptions = {}): ColumnChart {
  const { width = 640, height = 240, labelWidth = 56 } = options;
  const places = series[0]?.length ?? 0;
  const scale = ticksFor(Math.max(0, ...series.flat()));
  const most = scale.at(-1)!;
  const left = 8 + 9 * String(most).length;
  const baseline = height - below;
  const yOf = (value: number): number => rounded(baseline - (value / most) * (baseline - above));
  const step = places === 0 ? 0 : (width - left) / places;
  const thick = Math.min(widest, (step * (1 - gap)) / Math.max(1, series.length));
  const columns = series.flatMap((values, which) =>
    values.map((value, at): Column => {
      const y = yOf(value);
      const x = rounded(left + (at + 0.5) * step + (which - series.length / 2) * thick);
      return { series: which, at, value, x, y, width: rounded(thick), height: rounded(baseline - y) };
    }),
  );
  const every = step === 0 ? 1 : Math.max(1, Math.ceil(labelWidth / step));
  const labels = Array.from({ length: Math.ceil(places / every) }, (_, nth) => {
    const at = nth * every;
    return { at, x: rounded(left + (at + 0.5) * step) };
  }).filter(({ x }, nth) => nth === 0 || x + labelWidth / 2 <= width); // one that is cut off at the end says nothing
  return { width, height, baseline, left, ticks: scale.map((value) => ({ value, y: yOf(value) })), columns, labels };
}

/** What share of the longest bar each is, 0 to 1; all 0 where nothing is longer than nothing. */
export function barLengths(values: readonly number[]): readonly number[] {
  const most = Math.max(0, ...values);
  return values.map((value) => (most === 0 ? 0 : Math.round((value / most) * 1000) / 1000));
}

/** Whole numbers from 0 to at least `most`, in steps of 1, 2 or 5 times a power of ten: five at most, two at least. */
export function ticksFor(most: number): readonly number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough)!,
  );
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
