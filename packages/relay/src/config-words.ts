/** What is wrong with a configuration, in sentences that name the key and say what to write. */

import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const elsewhere: Readonly<Record<string, string>> = {
  apiKey: 'Put the key into the environment variable CITYDESK_API_KEY, so that it stands in no file.',
  api_key: 'Put the key into the environment variable CITYDESK_API_KEY, so that it stands in no file.',
  secret: 'Put the secret into the environment variable CITYDESK_RELAY_SECRET, so that it stands in no file.',
  endpoint: 'The city’s endpoint is called "upstream" here.',
};

/** @param known the keys at the top, for whoever has mistyped one */
export function complaintsIn(issues: readonly Issue[], known: readonly string[]): readonly string[] {
  return issues.flatMap((issue) => complaintsOf(issue, known));
}

function complaintsOf(issue: Issue, known: readonly string[]): readonly string[] {
  const key = keyOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => {
        const inside = key === '' ? '' : ` in "${key}"`;
        const near = key === '' ? nearest(name, known) : undefined;
        const hint = elsewhere[name] ?? (near ? `Do you mean "${near}"?` : 'Take it out.');
        return `There is no setting "${name}"${inside}. ${hint}`;
      });
    case 'invalid_type':
      if (issue.input === undefined && issue.message.includes('received undefined')) return [missing(key)];
      return [`"${key}" has to be ${kinds[issue.expected] ?? issue.expected}.`];
    case 'invalid_value':
      return [`"${key}" is one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`];
    case 'too_small':
    case 'too_big':
      return [/^has to be/.test(issue.message) ? `"${key}" ${issue.message}` : `"${key}" must not be empty.`];
    default:
      return [`"${key}" ${issue.message}`];
  }
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
  return '"upstream" is missing. Write the address of the city’s own Open311 endpoint, like "https://311.example.gov/open311/v2/", or use --upstream.';
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
