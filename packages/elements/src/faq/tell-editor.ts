/** Tells the web editor on the console what to mend in a source of answers. */
export function tellEditor(where: string, mistakes: readonly string[]): void {
  for (const words of mistakes) console.error(`citydesk: ${where}: ${words}`);
}
