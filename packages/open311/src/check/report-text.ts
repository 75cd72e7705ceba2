/** A report as plain text: 80 columns, no colour, what needs work first. */
import type { Check, Outcome, Report } from './types.ts';

const width = 80;
const headings: Readonly<Record<Outcome, string>> = {
  broken: 'Broken: this keeps residents from it',
  deviates: 'Deviates: it works, with a cost',
  'not-tried': 'Not tried',
  good: 'Good',
};

export function reportText(report: Report): string {
  const { endpoint, counts, checks } = report;
  const of = (outcome: Outcome) => checks.filter((each) => each.outcome === outcome);
  const sections = (['broken', 'deviates', 'not-tried', 'good'] as const).flatMap((outcome) => {
    const found = of(outcome);
    if (found.length === 0) return [];
    const tell = outcome === 'good' ? brief : outcome === 'not-tried' ? reason : whole;
    return ['', headings[outcome], '-'.repeat(headings[outcome].length), ...found.flatMap(tell)];
  });
  const { good, deviates, broken } = counts;
  return [
    ...folded(`Open311 check of ${endpoint}`, ''),
    ...folded(verdictOf(report), ''),
    ...sections,
    '',
    `${good} good, ${deviates} deviate, ${broken} broken, ${counts['not-tried']} not tried`,
    '',
  ].join('\n');
}

/** No more than was tried. */
function verdictOf({ origin, ok, checks }: Report): string {
  const is = (id: string, outcome: Outcome) => checks.some((each) => each.id === id && each.outcome === outcome);
  const readable = is('requests', 'good') && !is('cors-requests', 'broken');
  if (is('takes-reports', 'broken') || (is('services', 'broken') && readable && !is('report', 'good'))) {
    const shown = readable ? 'can show its requests' : 'has nothing to show';
    return `This server ${is('takes-reports', 'broken') ? 'takes no reports' : 'lists nothing to report'}: a page on ${origin} ${shown}, and no one can report there.`;
  }
  if (!ok) return `A resident cannot rely on a page on ${origin}: see what is broken.`;
  if (is('report', 'good'))
    return `A resident can report from a page on ${origin}: one was filed. Nothing found is broken.`;
  const says = is('takes-reports', 'good') ? ' The server says that it takes them.' : '';
  return `Nothing found is broken. A report was not tried.${says}`;
}

function brief({ id, title, evidence: { found } }: Check): readonly string[] {
  return folded([title, 'Yes.', found, `[${id}]`].filter((each) => each !== undefined).join(' '), '  ');
}

function reason({ id, title, means }: Check): readonly string[] {
  return [...folded(`${title} [${id}]`, '  '), ...folded(means, '      ')];
}

function whole({ id, title, evidence, means, citydesk, ask }: Check): readonly string[] {
  const { request, redirects = [], status, headers = {}, firstBytes, found } = evidence;
  return [
    '',
    ...folded(`${title} No. [${id}]`, '  '),
    ...named('Seen', found),
    ...named('Asked', request),
    ...redirects.flatMap((each) => named('Redirect', each)),
    ...named('Status', status === undefined ? undefined : String(status)),
    ...Object.entries(headers).flatMap(([name, value]) => named('Header', `${name}: ${value}`)),
    ...named('Begins', firstBytes),
    ...named('Means', means),
    ...named('Citydesk', citydesk),
    ...named('Ask', ask),
  ];
}

function named(name: string, text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  const [first = '', ...rest] = folded(text, ' '.repeat(14));
  return [`    ${name}`.padEnd(14) + first.trimStart(), ...rest];
}

/** Lines of 80 columns; a word that is longer is cut into pieces. */
function folded(text: string, indent: string): readonly string[] {
  const room = width - indent.length;
  const lines: string[] = [''];
  for (const word of text.split(/\s+/).flatMap((each) => each.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [])) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => indent + line);
}
