// Finds what a public repository should not say: which machine it was written on, and where that machine gets its packages.

const machinePath = /(?<![\w./:@*-])(?:\/(?:root|work)\/|\/home\/[a-z]|\/Users\/[A-Za-z]|[A-Z]:\\Users\\)/;
const registry = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|_auth[T]oken\b|\/\/npm\.[a-z0-9-]+\.[a-z]{2,}/;

/** The lines of a text that name a machine's folder or a package registry, as `file:line says …`. */
export function privateLines(file: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = machinePath.exec(line)?.[0] ?? registry.exec(line)?.[0];
    return found ? [`${file}:${index + 1} says ${found}`] : [];
  });
}
