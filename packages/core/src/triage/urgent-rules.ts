/** What a city says of danger: its words, its services, its answers. Read when the city file has some. */
import { listOf, objectOf, oneOf, readKeys, code, text, type Reader, type Tell } from '../faq/readers.ts';
import type { Danger } from './stop.ts';

/** An answer that means danger. */
export interface DangerAnswer {
  /** Only asked by this service; by any when undefined. */
  readonly service?: string | undefined;
  /** Of the question. */
  readonly code: string;
  /** The key of the answer. */
  readonly value: string;
  readonly danger: Danger;
}

/** The key `urgent` of the city file. */
export interface UrgentRules {
  readonly words: readonly { readonly phrase: string; readonly danger: Danger }[];
  /** Codes of services that are for emergencies only. */
  readonly services: readonly string[];
  readonly answers: readonly DangerAnswer[];
  /** Phrases that mean no danger here, whatever is in them. */
  readonly ignore: readonly string[];
}

const danger: Reader<Danger> = oneOf('gas', 'wires', 'fire', 'crime', 'water', 'injury', 'other');

const keys = {
  words: listOf(
    objectOf('an object like { "phrase": "boil water", "danger": "other" }', { phrase: text, danger }, 'phrase'),
  ),
  services: listOf(code),
  answers: listOf(
    objectOf(
      'an object like { "code": "wires", "value": "yes", "danger": "wires" }',
      { service: code, code, value: code, danger },
      'code',
    ),
  ),
  ignore: listOf(text),
};

/** Reads `"urgent": { "words", "services", "answers", "ignore" }`. What is wrong is told, the rest counts. Never throws. */
export function readUrgentRules(json: unknown, tell: Tell): UrgentRules {
  const { words = [], services = [], answers = [], ignore = [] } = readKeys(keys, json, tell);
  return {
    words: words.map((one) => ({ phrase: one.phrase, danger: one.danger ?? 'other' })),
    services,
    answers: answers.flatMap(({ value, danger: kind = 'other', ...rest }, at) => {
      if (value !== undefined) return [{ ...rest, value, danger: kind }];
      tell(`answers[${at}].value`, 'the key of the answer');
      return [];
    }),
    ignore,
  };
}
