// In which script the letters of a text are, by Unicode; and for Chinese, in which of its two.

/** ISO 15924 → the scripts of Unicode that it is written with. */
const writtenWith: Readonly<Record<string, string>> = { Hans: 'Han', Hant: 'Han', Kore: 'Hangul' };

/** Letters of the script, and letters at all. Marks that belong to several scripts count for all of them. */
export function lettersOf(script: string, text: string): { readonly own: number; readonly all: number } {
  const own = new RegExp(`\\p{Script_Extensions=${writtenWith[script] ?? script}}`, 'u');
  const letters = text.match(/\p{L}/gu) ?? [];
  return { own: letters.filter((letter) => own.test(letter)).length, all: letters.length };
}

/** Characters that this way of writing Chinese does not have: those that only the standard set of the other one knows. */
export function strayHan(script: string, text: string): readonly string[] {
  if (script !== 'Hans' && script !== 'Hant') return [];
  const [own, other] = script === 'Hans' ? [simplified(), traditional()] : [traditional(), simplified()];
  return [...new Set(text)].filter((character) => other.has(character) && !own.has(character));
}

let sets: { readonly gb2312: ReadonlySet<string>; readonly big5: ReadonlySet<string> } | undefined;

const simplified = () => (sets ??= standardSets()).gb2312;
const traditional = () => (sets ??= standardSets()).big5;

/**
 * The two sets of characters that were fixed before Unicode, as ICU decodes them: GB 2312 for simplified Chinese, and the two levels of Big5 for
 * traditional. What both have is written alike in both.
 */
function standardSets() {
  const gb2312 = decoded('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]);
  const trails: readonly Range[] = [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ];
  const big5 = new Set([...decoded('big5', [0xa4, 0xc6], trails), ...decoded('big5', [0xc9, 0xf9], trails)]);
  return { gb2312, big5 };
}

type Range = readonly [first: number, last: number];

function decoded(encoding: string, [first, last]: Range, trails: readonly Range[]): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = first; lead <= last; lead++)
    for (const [from, to] of trails)
      for (let trail = from; trail <= to; trail++) {
        const text = decoder.decode(new Uint8Array([lead, trail]));
        if (/^\p{Script=Han}$/u.test(text)) found.add(text);
      }
  return found;
}
