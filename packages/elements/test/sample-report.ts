/** A small report as a relay gives it. */
import type { CityReport } from '@citydesk/core/city-report';

export const sampleReport: CityReport = {
  version: 1,
  city: 'Three Rivers',
  zone: 'America/Detroit',
  from: '2026-10-01',
  to: '2026-10-31',
  made: '2026-11-02T14:00:00.000Z',
  requests: {
    received: 340,
    closed: 312,
    trend: {
      unit: 'week',
      stretches: [
        { from: '2026-10-01', received: 40, closed: 31 },
        { from: '2026-10-05', received: 82, closed: 77 },
        { from: '2026-10-12', received: 91, closed: 80 },
        { from: '2026-10-19', received: 70, closed: 74 },
        { from: '2026-10-26', received: 57, closed: 50 },
      ],
    },
    days: { of: 312, median: 3, ninetieth: 12 },
    shareClosed: { part: 290, of: 340 },
    late: { part: 41, of: 300 },
    reopened: { part: 6, of: 312 },
    leftOut: { undated: 0, closedUndated: 2, late: 40, reopened: 0, withoutPlace: 12, otherPlaces: 208, lookback: 366 },
    services: [
      { code: 'pothole', name: 'Pothole', received: 140, days: { of: 130, median: 2, ninetieth: 7 } },
      { code: 'light', name: 'Street light out', received: 80, days: { of: 70, median: 4.5, ninetieth: 20 } },
    ],
    otherServices: 120,
    places: [{ lat: 41.94, long: -85.63, received: 120 }],
  },
  use: {
    since: null,
    started: 500,
    submitted: 310,
    lookedUp: 220,
    stepsLeft: [{ name: 'where', count: 80 }],
    fieldErrors: [{ name: 'place', count: 35 }],
    failed: [{ name: 'offline', count: 4 }],
    channels: [
      { name: 'web', count: 290 },
      { name: 'qr', count: 20 },
    ],
    languages: [
      { name: 'en', count: 250 },
      { name: 'es', count: 60 },
    ],
    fixed: { yes: 60, partly: 10, no: 9 },
    easy: { yes: 120, partly: 8, no: 3 },
    answers: { confirmed: 40, possible: 25, reportedAfter: 12 },
    unanswered: [{ service: 'pothole', name: 'Pothole', notFound: 9, reportedWithout: 31 }],
  },
  costs: { currency: 'USD', call: 800, online: 15, reports: 310, answers: 40, avoided: 275_350 },
};
