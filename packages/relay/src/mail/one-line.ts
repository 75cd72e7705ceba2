/** Text from anywhere, made fit for one line of a mail's head or of a list. */

/** Letters that turn the direction of all that follows: they make a line read differently from what it says. */
const turnsDirection = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Half of a pair without its other half. */
const halfLetters = /\p{Cs}/gu;

/** Without line breaks, control characters and halves of letters. @param longest in letters */
export function oneLine(text: string, longest = 200): string {
  const line = text
    .replace(halfLetters, '\uFFFD')
    .replace(turnsDirection, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, longest).join('');
}

/** The same for text of many lines: breaks and tabs are kept. */
export function plainText(text: string): string {
  return text
    .replace(halfLetters, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
