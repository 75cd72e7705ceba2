/** The sections about what the widgets were used for, and what that saved. */

import { moneyText, numberText, percentText, periodText } from './texts.ts';
import type { CostFigures, Named, UseFigures } from './figures.ts';
import type { ReportSection, ReportTable } from './section.ts';

export function howItWent({ fixed, easy }: UseFigures): ReportSection {
  const row = (name: string, { yes, partly, no }: UseFigures['fixed']) => {
    const all = yes + partly + no;
    return [name, ...[yes, partly, no].map((part) => `${numberText(part)} (${percentText({ part, of: all })})`)];
  };
  return {
    id: 'asked',
    heading: 'What residents said',
    tables: [
      {
        caption: 'Answers of residents',
        head: ['Question', 'Yes', 'Partly', 'No'],
        rows: [row('Was it fixed?', fixed), row('Was this easy?', easy)],
      },
    ],
    notes: ['Only some residents answer. Nobody is asked twice about the same report on one device.'],
  };
}

export function howTheyCame({ since, channels, languages, started, submitted }: UseFigures): ReportSection {
  return {
    id: 'channels',
    heading: 'How they came, and in which language',
    lead: `${numberText(started)} reports were begun, and ${numberText(submitted)} sent.`,
    tables: [
      named(
        'Reports sent, by channel',
        'Channel',
        channels.map(({ name, count }) => ({ name: channelNames[name], count })),
      ),
      named(
        'Reports sent, by language',
        'Language',
        languages.map(({ name, count }) => ({ name: languageName(name), count })),
      ),
    ],
    notes: [
      'Counted by the forms on the city’s pages. Reports that came in another way, and visitors whose browser asks not to be counted, are left out.',
      ...(since ? [`Counting began on ${periodText(since, since)}: nothing is known of the days before.`] : []),
    ],
  };
}

export function whereTheyStopped({ stepsLeft, fieldErrors, failed, lookedUp }: UseFigures): ReportSection {
  return {
    id: 'stopped',
    heading: 'Where residents stopped',
    tables: [
      named(
        'Left with a report begun',
        'At this step',
        stepsLeft.map(({ name, count }) => ({ name: stepNames[name] ?? name, count })),
      ),
      named(
        'Asked to fix something',
        'Field',
        fieldErrors.map(({ name, count }) => ({ name: fieldNames[name] ?? name, count })),
      ),
      named(
        'Not sent at once',
        'Reason',
        failed.map(({ name, count }) => ({ name: failureNames[name] ?? name, count })),
      ),
    ],
    notes: [
      `Who leaves may come back later: these are not lost reports. Reports were looked up ${lookedUp === 1 ? 'once' : `${numberText(lookedUp)} times`}.`,
    ],
  };
}

export function answers({ answers: { confirmed, possible, reportedAfter } }: UseFigures): ReportSection {
  return {
    id: 'answers',
    heading: 'Answers that saved a report',
    figures: [
      { value: numberText(confirmed), name: 'confirmed: a resident said that it answered the question' },
      { value: numberText(possible), name: 'possible: an answer was read, and nothing was reported' },
    ],
    notes: [
      `Only confirmed answers count as saved. Possible ones may be residents who gave up. After reading an answer, ${numberText(reportedAfter)} ${reportedAfter === 1 ? 'resident' : 'residents'} reported all the same.`,
    ],
  };
}

export function entriesToWrite({ unanswered }: UseFigures): ReportSection {
  return {
    id: 'unanswered',
    heading: 'Answers to write',
    lead:
      unanswered.length === 0
        ? 'Nothing was asked for in vain.'
        : 'Residents looked for these, or reported them without an answer beside it.',
    tables: [
      {
        caption: 'Most wanted first',
        head: ['About', 'Looked for and not found', 'Reported without an answer'],
        rows: unanswered.map(({ name, notFound, reportedWithout }) => [
          name || 'None of the services',
          numberText(notFound),
          numberText(reportedWithout),
        ]),
      },
    ],
    notes: ['By service. What residents typed is not kept, so the questions themselves are not here.'],
  };
}

export function costAvoided({ currency, call, online, reports, answers: saved, avoided }: CostFigures): ReportSection {
  const money = (cents: number) => moneyText(cents, currency);
  return {
    id: 'cost',
    heading: 'Cost avoided',
    figures: [{ value: money(avoided), name: 'avoided' }],
    lead: `${numberText(reports)} reports × (${money(call)} − ${money(online)}) + ${numberText(saved)} answers × ${money(call)} = ${money(avoided)}`,
    notes: [
      `The city’s own costs: ${money(call)} for a call, ${money(online)} for an online report. Counted are reports sent by a form that would have been calls, and confirmed answers.`,
      'Left out: reports taken on the phone, possible answers, and what it costs to run the forms.',
    ],
  };
}

function named(caption: string, first: string, rows: readonly Named[]): ReportTable {
  return {
    caption,
    head: [first, 'Count'],
    rows: rows.map(({ name, count }) => [name, numberText(count)]),
    bars: rows.map(({ count }) => count),
  };
}

const channelNames = { web: 'City pages', phone: 'On the phone', kiosk: 'Kiosk', qr: 'Printed code' } as const;

const stepNames: Readonly<Record<string, string>> = {
  what: 'What is wrong',
  where: 'Where it is',
  questions: 'Questions',
  check: 'Check and send',
};

const fieldNames: Readonly<Record<string, string>> = {
  service: 'What is wrong',
  place: 'Place',
  description: 'Description',
  photos: 'Photos',
  question: 'A question of the city',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
};

const failureNames: Readonly<Record<string, string>> = {
  rejected: 'The city’s system refused it',
  'photos-failed': 'Photos were refused',
  'already-filed': 'The city had it already',
  offline: 'No connection: sent later',
  unsure: 'Not known at first',
};

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
