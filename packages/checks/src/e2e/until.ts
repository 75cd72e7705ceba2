// Waits for what a test cannot be told of: it looks again and again, for ten seconds at most.

export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`${what} did not come in 10 s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
