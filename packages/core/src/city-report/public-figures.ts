/** What of a report may be shown to everybody. */

import type { CityReport, Named } from './figures.ts';

const fewest = 5;

/**
 * The report with languages of fewer than five reports put together, as `other`: the city's list says what was reported on a day, and with a language
 * beside it, it would say who might have.
 */
export function publicFigures(report: CityReport): CityReport {
  const { use } = report;
  return use ? { ...report, use: { ...use, languages: together(use.languages) } } : report;
}

function together(languages: readonly Named[]): readonly Named[] {
  const many = languages.filter(({ count }) => count >= fewest);
  const few = languages.filter(({ count }) => count < fewest).reduce((all, { count }) => all + count, 0);
  return few === 0 ? many : [...many, { name: 'other', count: few }];
}
