import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cityReport } from '@citydesk/core/city-report';
import { reportCsv } from './report-csv.ts';

describe('the report as a table', () => {
  it('lets no name of a service be a formula, and keeps each figure in one row', async () => {
    const names = new Map([
      ['1', '=HYPERLINK("http://evil.example")'],
      ['2', 'Trash,\r\n"bulk"'],
    ]);
    const csv = reportCsv(
      await cityReport({
        requests: ['1', '2'].map((serviceCode) => ({
          serviceRequestId: serviceCode,
          serviceCode,
          status: 'open' as const,
          statusLabel: 'open',
          requestedDatetime: new Date('2026-11-05T12:00:00Z'),
          mediaUrls: [],
        })),
        counts: [
          {
            day: '2026-11-05',
            event: 'submitted',
            detail: 'no-answers',
            service: '1',
            language: 'en',
            channel: 'web',
            count: 3,
          },
        ],
        countedSince: '2026-11-03',
        costs: { currency: 'USD', call: 8, online: 0.15 },
        services: names,
        city: '+Three Rivers',
        zone: 'America/Detroit',
        from: '2026-11-01',
        to: '2026-11-30',
        made: new Date('2026-12-01T12:00:00Z'),
      }),
    );
    assert.match(csv, /^\uFEFFsection,figure,name,value,of,note\r\nreport,city,,"'\+Three Rivers",,\r\n/);
    assert.match(csv, /\r\nservices,received,"'=HYPERLINK\(""http:\/\/evil\.example""\)",1,2,Service code 1\r\n/);
    assert.match(csv, /\r\nuse,counted since,,2026-11-03,,Nothing is known of the days before\r\n/);
    assert.match(csv, /\r\ncost,avoided,,23\.55,,/);
    assert.doesNotMatch(csv, /(^|,|\n)[=+@]/);
  });
});
