// What a checker says of a page.

export interface Finding {
  readonly by: 'axe' | 'ibm' | 'own';
  /** Name of the rule, as its checker calls it. */
  readonly rule: string;
  /** Where: a way through the shadow roots, outermost first. */
  readonly target: string;
  readonly message: string;
  /** The checker cannot tell, and asks people to look: answered in the ledger, or it counts. */
  readonly isQuestion?: true;
}

export const sayFinding = ({ by, rule, target, message, isQuestion }: Finding): string =>
  `${by} ${rule}${isQuestion ? ' (to be looked at)' : ''} at ${target}: ${message.replace(/\s+/g, ' ').slice(0, 300)}`;
