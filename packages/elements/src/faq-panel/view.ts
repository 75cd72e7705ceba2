/** What every part of the FAQ panel is given. */
import type { FaqEntry } from '@citydesk/core/faq';
import type { CityConfig } from '../city/city-config.ts';
import type { Messages } from '../messages/messages.ts';
import type { Answers } from './answers.ts';

export interface FaqView {
  readonly words: Messages;
  /** Level of the widget's heading, 1–6. */
  readonly level: number;
  readonly city: CityConfig;
  readonly now: Date;
  readonly answers: Answers;
  /** What stands in the field. */
  readonly typed: string;
  /** The answer that is open, by its id. */
  readonly open: string | undefined;
  /** The topics that are open. */
  readonly topics: ReadonlySet<string>;
  /** What the resident said of the open answer. */
  readonly said: 'yes' | 'no' | undefined;
  /** The page with the form; `undefined` where nothing can be reported. */
  readonly reportPage: string | undefined;
  /** The days of an answer's area, once that part is here. */
  readonly days: (entry: FaqEntry) => unknown;
  readonly do: FaqActions;
}

export interface FaqActions {
  readonly type: (typed: string) => void;
  /** The words stand: no need to wait for more. */
  readonly settle: () => void;
  /** Opens an answer, or closes it. */
  readonly toggle: (id: string) => void;
  /** A topic was opened or closed. */
  readonly browse: (topic: string, open: boolean) => void;
  readonly say: (said: 'yes' | 'no') => void;
  /** The resident goes on to the form. */
  readonly report: () => void;
  readonly retry: (entry?: FaqEntry) => void;
}
