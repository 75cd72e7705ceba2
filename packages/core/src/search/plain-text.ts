/** Accents, Arabic vowel signs and stretching. What other scripts write as marks, such as the vowels of Hindi, are letters of theirs. */
const marks = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]|['’]/g;

/** A text as it is compared: small letters without accents, one width, one spelling per letter. */
export function plainText(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(marks, '').normalize('NFC');
}
