// Waits for what a test cannot be told of: it looks again and again, for ten seconds at most where nothing else is said.

export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  within = 10_000,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`${what} did not come in ${within / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
