/** The report in words, numbers and tables, in the order in which it is read. The relay's page and `citydesk-city-report` draw the same. */

import { countedSection } from './counted-section.ts';
import { atAGlance, howLong, topPlaces, topServices, trend } from './request-sections.ts';
import { periodText } from './texts.ts';
import { answers, costAvoided, entriesToWrite, howItWent, howTheyCame, whereTheyStopped } from './use-sections.ts';
import type { CityReport } from './figures.ts';
import type { ReportSection } from './section.ts';

export function reportSections(report: CityReport): readonly ReportSection[] {
  const { use, costs } = report;
  return [
    atAGlance(report),
    trend(report),
    howLong(report),
    ...(use ? [howItWent(use)] : []),
    topServices(report),
    topPlaces(report),
    ...(use ? [howTheyCame(use), whereTheyStopped(use), answers(use), entriesToWrite(use)] : []),
    ...(costs ? [costAvoided(costs)] : []),
    countedSection(report),
  ];
}

/** The period and what made the report, for below its title. */
export function reportLead({ city, from, to, zone, made }: CityReport): string {
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: zone }).format(new Date(made));
  return `${city}, ${periodText(from, to)}. Made on ${day}.`;
}
