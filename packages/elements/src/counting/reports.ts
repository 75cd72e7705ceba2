/** Follows each form from its first touch until its report is sent: whether one was begun, where it was left, and which fields were in error. */
import { countedEvents, type CountedEvent } from '@citydesk/core/counts';
import type { Step } from '@citydesk/core/request';
import type { RequestFailedEvent } from '../request-form/events.ts';
import type { CitydeskRequestForm } from '../request-form/request-form.ts';
import type { Tally } from './tally.ts';

interface Report {
  isBegun: boolean;
  /** It is on its way to the city, or there: nobody who leaves now leaves it. */
  isGone: boolean;
  /** Where the resident is. The first step is told by no event. */
  step?: Step;
  /** Where it was left, and fields in error: each counts once. */
  readonly counted: Set<string>;
}

/** The report is in the form again. */
const isBack = (reason: RequestFailedEvent['reason']) => /^(rejected|photos-failed|already-filed)$/.test(reason);

export class Reports {
  readonly #tally: Tally;
  readonly #reports = new Map<CitydeskRequestForm, Report>();

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /** The resident did something in the form. */
  touched(form: CitydeskRequestForm): void {
    const report = this.#of(form);
    if (report.isGone) return;
    if (!report.isBegun) this.#count(form, 'started');
    report.isBegun = true;
    this.#lookForErrors(form);
    void form.updateComplete.then(() => this.#lookForErrors(form));
    // One that the page took away was left, as pages that change in place do.
    for (const one of this.#reports.keys()) if (!one.isConnected) this.#leave(one);
  }

  came(form: CitydeskRequestForm, step: Step): void {
    const before = this.#of(form);
    if (!before.isGone) {
      before.step = step;
      return;
    }
    // Another report, which the resident asked for.
    this.#reports.set(form, { isBegun: true, isGone: false, step, counted: new Set() });
    this.#count(form, 'started');
  }

  /** It is being sent, or somebody else's is followed in its place. */
  goes(form: CitydeskRequestForm): void {
    this.#of(form).isGone = true;
  }

  failed(form: CitydeskRequestForm, reason: RequestFailedEvent['reason']): void {
    if (isBack(reason)) this.#of(form).isGone = false;
  }

  /** The page is going. */
  left(): void {
    for (const form of this.#reports.keys()) this.#leave(form);
  }

  #leave(form: CitydeskRequestForm): void {
    const report = this.#of(form);
    if (report.isBegun && !report.isGone) {
      this.#lookForErrors(form);
      const first = form.draft.serviceCode === undefined ? 'what' : 'where';
      this.#countOnce(form, 'step-left', report.step ?? first, 'left');
    }
    // Whoever comes back to a page that was kept goes on with the same report.
    if (!form.isConnected) this.#reports.delete(form);
  }

  /** The summary above the step names each field that is to be fixed, by its id. */
  #lookForErrors(form: CitydeskRequestForm): void {
    for (const link of form.renderRoot.querySelectorAll('#problems a')) {
      const id = link.getAttribute('href')?.slice(1) ?? '';
      const name = fields[id] ?? id.replace(/:.*/s, '');
      const detail = name === 'answer' ? 'question' : name;
      if (countedEvents['field-error'].some((one) => one === detail)) this.#countOnce(form, 'field-error', detail);
    }
  }

  #countOnce(form: CitydeskRequestForm, event: CountedEvent, detail: string, key = detail): void {
    const { counted } = this.#of(form);
    if (!counted.has(key)) this.#count(form, event, detail);
    counted.add(key);
  }

  #count(form: CitydeskRequestForm, event: CountedEvent, detail?: string): void {
    this.#tally.add(form, event, detail, form.draft.serviceCode);
  }

  #of(form: CitydeskRequestForm): Report {
    const report = this.#reports.get(form) ?? { isBegun: false, isGone: false, counted: new Set() };
    this.#reports.set(form, report);
    return report;
  }
}

/** Fields that are called otherwise in the form. */
const fields: Readonly<Record<string, string>> = { words: 'service', 'photos-add': 'photos' };
