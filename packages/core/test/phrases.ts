/** The English phrases, the same with each id in the place of its text, and a few of Spanish. */
import { readFileSync } from 'node:fs';
import type { PhraseLists, Phrases } from '../src/phrasebook/phrases.ts';

export function phrasesOf(tag: string): Phrases {
  return JSON.parse(readFileSync(new URL(`../src/phrasebook/${tag}.json`, import.meta.url), 'utf8')) as Phrases;
}

const en = phrasesOf('en');

const idsOf = (lists: PhraseLists): PhraseLists => Object.fromEntries(Object.keys(lists).map((id) => [id, [id]]));

const ids = Object.fromEntries(Object.entries(en).map(([part, lists]) => [part, idsOf(lists as PhraseLists)]));

export const sample = {
  en,
  ids: ids as unknown as Phrases,
  es: {
    services: { pothole: ['Bache', 'hoyo', 'hueco en la calle'], light: ['Farola apagada', 'luminaria'] },
    groups: { streets: ['Calles y aceras'] },
    statuses: { open: ['Abierto'] },
    questions: { where: ['¿Dónde está?'], 'where-street': ['¿En qué parte de la calle está?'] },
    answers: { yes: ['Sí'], 'do-not-know': ['No lo sé'] },
  } satisfies Phrases as Phrases,
} as const;
