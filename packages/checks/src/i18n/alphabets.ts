// The letters of each alphabet beyond A to Z. Languages that are easily taken for one another differ in them: a Spanish sentence has no ã, an Urdu
// one not the ي of an Arabic keyboard, which looks right and is found by no search.

const beyond: Readonly<Record<string, string>> = {
  en: '',
  es: 'áéíóúüñ',
  fr: 'àâæçéèêëîïôœùûüÿ',
  de: 'äöüßẞ',
  pl: 'ąćęłńóśźż',
  pt: 'áâãàçéêíóôõúü',
  tl: 'ñ',
  ht: 'àèò',
  // Every vowel in six tones.
  vi: 'đ' + spread('aăâeêioôơuưy', ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']),
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  // With the stroke that ties a letter to what stands in a hole.
  ar: 'ـءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
  ur: 'ـءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہۂۃھیےۓ',
};

/** The letters of a text that its language does not have. Languages whose letters fill no short list have every letter. */
export function strayLetters(tag: string, text: string): readonly string[] {
  const alphabet = beyond[new Intl.Locale(tag).language];
  if (alphabet === undefined) return [];
  const letters = text.normalize('NFC').match(/\p{L}/gu) ?? [];
  return [...new Set(letters)].filter(
    (letter) => !/[a-z]/i.test(letter) && !alphabet.includes(letter.toLocaleLowerCase(tag)),
  );
}

function spread(letters: string, marks: readonly string[]): string {
  return [...letters].flatMap((letter) => marks.map((mark) => (letter + mark).normalize('NFC'))).join('');
}
