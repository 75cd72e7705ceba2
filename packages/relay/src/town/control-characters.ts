/** Whether a text has what no person types. Line breaks and tabs are text; NUL, its like, and halves of letters are not. */
export function hasControlCharacters(text: string): boolean {
  return /[^\P{Cc}\t\n\r]|\p{Surrogate}/u.test(text);
}
