/** What a section of the report is made of. */

export interface ReportSection {
  /** For links to it. */
  readonly id: string;
  readonly heading: string;
  /** What a reader has to know before the numbers. */
  readonly lead?: string | undefined;
  /** The numbers to take away. */
  readonly figures?: readonly ReportFigure[] | undefined;
  readonly chart?: ReportChart | undefined;
  readonly tables?: readonly ReportTable[] | undefined;
  /** What is counted here, and what is left out. */
  readonly notes: readonly string[];
}

export interface ReportFigure {
  readonly value: string;
  readonly name: string;
}

/** Columns side by side; the numbers stand in the section's first table. */
export interface ReportChart {
  /** What it shows, for who does not see it. */
  readonly name: string;
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly labels: readonly string[];
}

/** The first column names the row; where `bars` says so, the second is also drawn as a bar. */
export interface ReportTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The lengths of bars beside the rows, one for each. */
  readonly bars?: readonly number[] | undefined;
}
