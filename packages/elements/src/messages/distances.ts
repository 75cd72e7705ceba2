/** How far away something is, in the units of the language's region: feet and miles, or metres and kilometres. */

/** Each unit with its length in metres and from how many metres on it is used; the longest first. */
const imperial = [
  ['mile', 1609.344, 300],
  ['foot', 0.3048, 0],
] as const;
const metric = [
  ['kilometer', 1000, 1000],
  ['meter', 1, 0],
] as const;

/** Haitian Creole, which Intl does not know. */
const creole = { mile: 'mil', foot: 'pye', kilometer: 'kilomèt', meter: 'mèt' };

/** Says a length in metres, not more exact than a walk: "400 feet", "1.2 miles". For a list: its formats are made once. */
export function distancesIn(lang: string): (metres: number) => string {
  const units = (/^en$|-US$/i.test(lang) ? imperial : metric).map(([unit, length, from]) => ({
    length,
    from,
    ...written(lang, unit),
  }));
  return (metres) => {
    const { length, format, own } = units.find(({ from }) => metres >= from)!;
    return format.format(metres / length) + own;
  };
}

function written(lang: string, unit: keyof typeof creole) {
  const digits = { maximumSignificantDigits: 2 };
  if (lang === 'ht') return { format: new Intl.NumberFormat('fr', digits), own: ` ${creole[unit]}` };
  return { format: new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long', ...digits }), own: '' };
}
