/** Judges whether a report is urgent: by what was written, by the chosen service, and by answers, with what the city adds. */
import { fieldsOf } from '@citydesk/core/going-on';
import type { Filling } from '@citydesk/core/request';
import { readUrgentRules, type Stop, type UrgentRules } from '@citydesk/core/triage';
import { createDangerCheck, phrasesIn, type DangerCheck } from '@citydesk/core/urgent';
import type { BesideForm } from '../beside.ts';
import { languagesOf, soundsUrgent } from './alert.ts';
import { tellKey } from './tell-key.ts';

export class Judge {
  readonly #rules: UrgentRules;
  readonly #languages: Set<string>;
  #check: DangerCheck = () => undefined;

  constructor(rules: UrgentRules, languages: readonly string[]) {
    this.#rules = rules;
    // English is much, and wanted only for words that sound like danger in it.
    this.#languages = new Set(languages.filter((one) => !/^en\b/i.test(one)));
  }

  /** Once the city file and the phrases for what was written are here. */
  static async of(form: BesideForm): Promise<Judge> {
    await form.city.whenRead;
    const judge = new Judge(readUrgentRules(form.city.settings.urgent, tellKey('urgent')), languagesOf(form));
    await judge.#fetch();
    return judge;
  }

  /** Whether it can judge this text. */
  knows(written: string): boolean {
    return this.#languages.has('en') || !soundsUrgent(written);
  }

  /** Fetches what it takes to judge this text. */
  async learn(written: string): Promise<void> {
    if (this.knows(written)) return;
    this.#languages.add('en');
    await this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#check = createDangerCheck(this.#rules, await phrasesIn([...this.#languages]));
  }

  /** The first danger in the report that the resident has not passed. */
  stopFor(state: Filling): Stop | undefined {
    const { draft, passed } = state;
    const { serviceCode, words, description, answers } = draft;
    const stops: Stop[] = [];
    if (serviceCode !== undefined && this.#rules.services.includes(serviceCode))
      stops.push({ is: 'urgent', key: `urgent:service:${serviceCode}`, danger: 'other' });
    for (const { service = serviceCode, code, value, danger } of this.#rules.answers) {
      const isGiven = service === serviceCode && [answers[code] ?? []].flat().includes(value);
      if (isGiven) stops.push({ is: 'urgent', key: `urgent:answer:${code}=${value}`, danger });
    }
    // What was chosen from a list is the city's words.
    const written = fieldsOf(state).flatMap((field) => (/^l/.test(field.kind) ? (answers[field.code] ?? []) : []));
    const danger = this.#check([words, description, ...written].join('\n'), (one) => passed.includes(`urgent:${one}`));
    if (danger) stops.push({ is: 'urgent', key: `urgent:${danger}`, danger });
    return stops.find(({ key }) => !passed.includes(key));
  }
}
