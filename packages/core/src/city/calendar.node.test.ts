import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { toCalendar, type CalendarEvent } from './calendar.ts';
import { dayIn } from './day-in.ts';

const stamp = new Date('2026-11-12T19:05:10.250Z');
const pothole: CalendarEvent = {
  uid: 'request-26-01437@city.example',
  day: '2026-11-30',
  title: 'Pothole, 318 Hoffman St: expected to be done',
  stamp,
};

/** The events as another program reads them. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { summary, description, location, uid, startDate, endDate } = new ICAL.Event(component);
    const said = (name: string) => component.getFirstPropertyValue(name)?.toString();
    const [start, end] = [startDate, endDate].map(String);
    return { uid, summary, description, location, start, end, url: said('url'), transp: said('transp') };
  });
}

describe('a calendar file', () => {
  it('is, for one day, this text', () => {
    assert.equal(
      toCalendar({
        ...pothole,
        description: 'Report 26-01437',
        location: '318 Hoffman St',
        url: 'https://city.example/',
      }),
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Citydesk//Citydesk//EN',
        'BEGIN:VEVENT',
        'UID:request-26-01437@city.example',
        'DTSTAMP:20261112T190510Z',
        'DTSTART;VALUE=DATE:20261130',
        'DTEND;VALUE=DATE:20261201',
        'SUMMARY:Pothole\\, 318 Hoffman St: expected to be done',
        'DESCRIPTION:Report 26-01437',
        'LOCATION:318 Hoffman St',
        'URL:https://city.example/',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('is read by another program as one whole day that blocks no time', () => {
    assert.deepEqual(read(toCalendar(pothole)), [
      {
        uid: pothole.uid,
        summary: pothole.title,
        description: null,
        location: null,
        start: '2026-11-30',
        end: '2026-12-01',
        url: undefined,
        transp: 'TRANSPARENT',
      },
    ]);
  });

  it('holds a whole list of days', () => {
    const days = ['2026-12-31', '2028-02-28', '2028-02-29', '9999-12-30'];
    const file = toCalendar(days.map((day) => ({ ...pothole, uid: day, day })));
    assert.deepEqual(
      read(file).map(({ start, end }) => [start, end]),
      [
        ['2026-12-31', '2027-01-01'],
        ['2028-02-28', '2028-02-29'],
        ['2028-02-29', '2028-03-01'],
        ['9999-12-30', '9999-12-31'],
      ],
    );
  });

  it('lasts its one day even on the last day there is', () => {
    const file = toCalendar({ ...pothole, day: '9999-12-31' });
    assert.doesNotMatch(file, /DTEND/);
    assert.equal(read(file)[0]!.start, '9999-12-31');
  });

  it('refuses what is no day', () => {
    for (const day of ['', '2026-02-30', '2026-13-01', '2026-1-1', '20261130', '2026-11-30T00:00', 'soon\r\nX:1']) {
      assert.throws(() => toCalendar({ ...pothole, day }), RangeError, day);
    }
    assert.throws(() => toCalendar({ ...pothole, stamp: new Date('soon') }), RangeError);
  });

  it('takes no line from a text', () => {
    const bad = 'Fixed\r\nEND:VEVENT\nATTACH:https://evil.example/\u2028X:1\u0085Y:2\rZ:3\0\u0007\u009F';
    const [event, ...more] = read(toCalendar({ ...pothole, uid: bad, title: bad, description: bad, location: bad }));
    const said = 'Fixed\nEND:VEVENT\nATTACH:https://evil.example/\nX:1\nY:2\nZ:3';
    assert.deepEqual(more, []);
    assert.deepEqual([event!.uid, event!.summary, event!.description, event!.location], [said, said, said, said]);
  });

  it('escapes what has a meaning of its own', () => {
    assert.ok(toCalendar({ ...pothole, title: 'a;b,c\\d\ne:"f"' }).includes('\r\nSUMMARY:a\\;b\\,c\\\\d\\ne:"f"\r\n'));
  });

  it('links only to the web', () => {
    const linked = (url: string) => read(toCalendar({ ...pothole, url }))[0]!.url;
    assert.equal(
      linked('https://city.example/track#citydesk:request=26-01437;a,b'),
      'https://city.example/track#citydesk:request=26-01437;a,b',
    );
    assert.equal(linked('https://city.example/ü\r\nX:1'), 'https://city.example/%C3%BCX:1');
    for (const url of ['', 'javascript:alert(1)', 'data:text/html,x', '/track', 'https://', 'mailto:a@b.example']) {
      assert.equal(linked(url), undefined, url);
    }
  });

  it('folds long lines at 75 octets and keeps characters whole', () => {
    for (const letter of ['x', 'ü', '倒', '🚧', '👩‍🚒', ',', '\n']) {
      const title = letter.repeat(120);
      const file = toCalendar({ ...pothole, title });
      if (letter === 'x') assert.ok(file.includes(`SUMMARY:${'x'.repeat(67)}\r\n ${'x'.repeat(53)}\r\n`));
      assert.ok(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line))) >= 72, letter);
      assert.equal(read(file)[0]!.summary, title, letter);
    }
  });

  it('does not make a character of two halves with something between them', () => {
    assert.equal(read(toCalendar({ ...pothole, title: '\ud800\0\udc00' }))[0]!.summary, '\ufffd\ufffd');
  });

  it('gives back any text, in lines that every program may expect', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
      fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
      // Any sixteen bits: half characters too.
      fc.array(fc.nat(0xffff), { maxLength: 300, size: 'max' }).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom('\r', '\n', '\\', ';', ',', ':', '"', ' ', '\t', '\\n', '\ud83d', '🚧', '\ufeff'), {
          maxLength: 200,
          size: 'max',
        })
        .map((all) => all.join('')),
    );
    const kept = (text: string) =>
      Buffer.from(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'))
        .toString()
        // oxlint-disable-next-line no-control-regex
        .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
    fc.assert(
      fc.property(any, any, any, (title, description, location) => {
        const file = toCalendar({ ...pothole, title, description, location });
        const lines = file.split('\r\n');
        assert.equal(lines.pop(), '');
        for (const line of lines) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.doesNotMatch(line, /[^\P{Cc}\t]|\p{Surrogate}/u);
        }
        const [event] = read(file);
        assert.equal(event!.summary, kept(title));
        assert.equal(event!.description ?? '', kept(description));
        assert.equal(event!.location ?? '', kept(location));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the day of a moment', () => {
  const moment = new Date('2026-03-01T03:30:00Z');

  it('is the one in the zone', () => {
    assert.equal(dayIn(moment, 'America/Detroit'), '2026-02-28');
    assert.equal(dayIn(moment, 'UTC'), '2026-03-01');
    assert.equal(dayIn(new Date('2026-12-31T12:00:00Z'), 'Pacific/Kiritimati'), '2027-01-01');
    assert.equal(dayIn(new Date('0987-06-05T12:00:00Z'), 'UTC').slice(0, 4), '0987');
  });

  it('is the device’s own without a zone', () => {
    const noon = new Date(2026, 10, 30, 12);
    assert.equal(dayIn(noon), '2026-11-30');
  });

  it('is none for what is no date or no zone', () => {
    assert.throws(() => dayIn(new Date(NaN)), RangeError);
    assert.throws(() => dayIn(moment, 'Mars/Olympus'), RangeError);
  });
});
