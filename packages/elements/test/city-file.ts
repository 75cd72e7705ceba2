/** A city file for a test, as an address that can be fetched once and more. */
export function cityFile(content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

/** What the page is told on the console while `during` runs. */
export async function toldOnConsole(during: () => Promise<void>): Promise<readonly string[]> {
  const told: string[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => void told.push(words.join(' '));
  try {
    await during();
  } finally {
    console.error = error;
  }
  return told;
}
