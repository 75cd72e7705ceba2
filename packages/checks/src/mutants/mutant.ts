/** A defect that is put into a page on purpose, to see whether the checks find it. */
export interface Mutant {
  /** What was done, in a few words; unlike all others. */
  readonly name: string;
  /** A base state, such as "form-where": see ../states/states.ts. */
  readonly state: string;
  /** The kind of defect. */
  readonly class: string;
  /** Language of the page; English when left out. */
  readonly lang?: string;
  /** The criteria of WCAG that it breaks, such as "1.4.3". */
  readonly breaks?: readonly string[];
  /**
   * Breaks the page. It is sent to the browser as text and must use nothing from outside itself.
   * @param root of the state's widget
   * @param host the widget, outside which is the page
   */
  mutate(root: ShadowRoot, host: HTMLElement): void;
}

/**
 * The text of an expression that is the function, whether it was written as a method, as an arrow or as a function.
 * @throws Error when it is none of these
 */
export function expressionOf({ mutate, name }: Mutant): string {
  const text = String(mutate);
  for (const expression of [`(${text})`, `({ ${text} })[${JSON.stringify(mutate.name)}]`]) {
    try {
      // Only to see whether it can be read: it runs in the page.
      new Function(`return ${expression};`);
      return expression;
    } catch {
      continue;
    }
  }
  throw new Error(`The function of “${name}” cannot be sent to a page.`);
}

/** What is wrong with a list of mutants before any of them runs. */
export function wrongWith(mutants: readonly Mutant[], states: readonly string[]): readonly string[] {
  const names = mutants.map(({ name }) => name);
  return mutants.flatMap((one, at) => [
    ...(typeof one.mutate === 'function' ? [] : [`“${one.name}” has no function mutate(root, host).`]),
    ...(one.name ? [] : [`Mutant ${at} has no name.`]),
    ...(one.class ? [] : [`“${one.name}” has no class.`]),
    ...(states.includes(one.state) ? [] : [`“${one.name}” is of the state ${one.state}, which is none.`]),
    ...(names.indexOf(one.name) === at ? [] : [`Two are called “${one.name}”.`]),
  ]);
}
