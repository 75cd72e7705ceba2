/** What is wrong with a configuration, in sentences that name the key and say what to write. */

import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong, and the setting that says so. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

const elsewhere: Readonly<Record<string, string>> = {
  apiKey: 'Put the key into the environment variable CITYDESK_API_KEY, so that it stands in no file.',
  api_key: 'Put the key into the environment variable CITYDESK_API_KEY, so that it stands in no file.',
  secret: 'Put the secret into the environment variable CITYDESK_RELAY_SECRET, so that it stands in no file.',
  endpoint: 'The city’s endpoint is called "upstream" here.',
  password:
    'Put passwords into the environment: CITYDESK_SMTP_PASSWORD for mail, CITYDESK_STAFF_PASSWORD for the desk.',
  staffPassword:
    'Put the password into the environment variable CITYDESK_STAFF_PASSWORD, so that it stands in no file.',
  smtpPassword: 'Put the password into the environment variable CITYDESK_SMTP_PASSWORD, so that it stands in no file.',
};

/** @param known the keys at the top, for whoever has mistyped one */
export function complaintsIn(issues: readonly Issue[], known: readonly string[]): readonly Complaint[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ path: [...issue.path, name], text: strange(name, keyOf(issue.path), known) }))
      : [{ path: issue.path, text: complaintOf(issue) }],
  );
}

function strange(name: string, key: string, known: readonly string[]): string {
  const inside = key === '' ? '' : ` in "${key}"`;
  const near = key === '' ? nearest(name, known) : undefined;
  const hint = elsewhere[name] ?? (near ? `Do you mean "${near}"?` : 'Take it out.');
  return `There is no setting "${name}"${inside}. ${hint}`;
}

function complaintOf(issue: Issue): string {
  const key = keyOf(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && issue.message.includes('received undefined')) return missing(key);
      return `"${key}" has to be ${kinds[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `"${key}" is one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'too_small':
      return /^has to be/.test(issue.message) ? `"${key}" ${issue.message}` : `"${key}" ${tooSmall(issue)}`;
    case 'too_big':
      return /^has to be/.test(issue.message) ? `"${key}" ${issue.message}` : `"${key}" ${tooBig(issue)}`;
    case 'not_multiple_of':
      return `"${key}" has more digits than cents have. Write it like 4.35.`;
    case 'invalid_key':
      return `"${key}" ${issue.issues[0]?.message ?? 'is no name.'}`;
    case 'invalid_union': {
      const [last] = issue.errors.at(-1) ?? [];
      // Where the settings say it in their own words, those count.
      return last && issue.message === 'Invalid input'
        ? complaintOf({ ...last, path: [...issue.path, ...last.path] } as Issue)
        : `"${key}" ${issue.message}`;
    }
    default:
      return `"${key}" ${issue.message}`;
  }
}

function tooSmall({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  return origin === 'number' ? `has to be ${minimum} or more.` : 'must not be empty.';
}

function tooBig({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): string {
  if (origin === 'string') return `is too long. Use ${maximum} characters or fewer.`;
  return origin === 'number' ? `has to be ${maximum} at most.` : `has too many. ${maximum} are enough.`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number, without quotes',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in curly brackets',
};

function missing(key: string): string {
  if (key !== 'upstream') return `"${key}" is missing.`;
  return '"upstream" is missing. Write the address of the city’s own Open311 endpoint, like "https://311.example.gov/open311/v2/", or use --upstream. A town that has none writes "mailto".';
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The known word that differs least, if it differs in little. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const bare = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
  return known.find((each) => bare(each) === bare(name)) ?? known.find((each) => distance(bare(each), bare(name)) <= 2);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
