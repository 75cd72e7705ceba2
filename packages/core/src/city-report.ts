/** The report for the council: figures of a city's requests and of the widgets' counts. */

export { cityReport, defaultLookback, reportWindow, type CityReportOptions } from './city-report/city-report.ts';
export { publicFigures } from './city-report/public-figures.ts';
export type {
  CityReport,
  CostFigures,
  DaysToClose,
  LeftOut,
  Named,
  PlaceFigures,
  RequestFigures,
  ServiceFigures,
  Share,
  Stretch,
  UseFigures,
} from './city-report/figures.ts';
export { barLengths, columnChart, type Column, type ColumnChart } from './city-report/charts.ts';
export type { ReportChart, ReportFigure, ReportSection, ReportTable } from './city-report/section.ts';
export { reportLead, reportSections } from './city-report/sections.ts';
