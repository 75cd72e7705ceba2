/** Dates in Haitian Creole, which Intl does not know: as it writes them in French, with the names of days and months in their place. */

const weekdays = ['dimanch', 'lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi'];
const months = [
  'janvye',
  'fevriye',
  'mas',
  'avril',
  'me',
  'jen',
  'jiyè',
  'out',
  'septanm',
  'oktòb',
  'novanm',
  'desanm',
];

const inFrench = {
  weekday: named({ weekday: 'long' }, 7, (at) => new Date(Date.UTC(1970, 0, 4 + at)), weekdays),
  month: named({ month: 'long' }, 12, (at) => new Date(Date.UTC(1970, at, 15)), months),
};

/** As `Intl.DateTimeFormat` would; months are written out. */
export function creoleDates(date: Date, options: Intl.DateTimeFormatOptions): string {
  // Short months have no names here.
  const whole = { ...options, ...(options.dateStyle && { dateStyle: 'long' as const }) };
  return new Intl.DateTimeFormat('fr-HT', whole)
    .formatToParts(date)
    .map(({ type, value }) => (type === 'weekday' || type === 'month' ? (inFrench[type].get(value) ?? value) : value))
    .join('');
}

function named(
  options: Intl.DateTimeFormatOptions,
  count: number,
  dateAt: (at: number) => Date,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const french = new Intl.DateTimeFormat('fr', { timeZone: 'UTC', ...options });
  return new Map(Array.from({ length: count }, (_, at) => [french.format(dateAt(at)), names[at]!]));
}
