import type { Phrases } from './phrases.ts';

/** The phrases of a language of ours (`es`, `zh-Hans`), fetched when they are first asked for. */
export async function phrasesIn(tag: string): Promise<Phrases> {
  const { default: phrases } = (await import(`./${tag}.json`)) as { readonly default: Phrases };
  return phrases;
}
