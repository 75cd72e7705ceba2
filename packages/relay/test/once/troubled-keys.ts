/** A key store that fails, or whose callers stand still, at the calls it is told to. */

import type { KeyStore } from '../../src/once/key-store.ts';

export const steps = ['begin', 'again', 'finish', 'unsure', 'release', 'untold'] as const;

export interface Trouble {
  readonly step: (typeof steps)[number];
  /** Whether the store has done what it was asked by then. */
  readonly done: boolean;
  /** `stands`: whoever called hears nothing until it is thawed. */
  readonly kind: 'fails' | 'stands';
}

export interface TroubledKeys extends KeyStore {
  /** Of the next call of that step. */
  trouble: Trouble | undefined;
  /** Callers that stand still, oldest first. */
  readonly standing: (() => void)[];
  /** Told when a caller begins to stand still. */
  onStand: () => void;
}

export function troubledKeys(keys: KeyStore): TroubledKeys {
  const troubled: TroubledKeys = { ...keys, trouble: undefined, standing: [], onStand: () => {} };
  for (const step of steps) {
    const call = keys[step] as (...given: unknown[]) => Promise<unknown>;
    const through = async (...given: unknown[]): Promise<unknown> => {
      const { trouble } = troubled;
      if (trouble?.step !== step) return call(...given);
      troubled.trouble = undefined;
      const told = trouble.done ? await call(...given) : undefined;
      if (trouble.kind === 'fails') throw new Error('the store is away');
      await new Promise<void>((resolve) => {
        troubled.standing.push(resolve);
        troubled.onStand();
      });
      return trouble.done ? told : call(...given);
    };
    Object.assign(troubled, { [step]: through });
  }
  return troubled;
}
