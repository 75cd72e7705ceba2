/** What every part of the builder is given. */
import type { Messages } from '../messages/messages.ts';
import type { Choice, Theme } from './choice.ts';
import type { Examined } from './endpoint-check.ts';
import type { Places, Release } from './places.ts';
import type { Poster } from './poster.ts';
import type { Slip } from './slips.ts';
import type { Pair } from './theme.ts';

/** How the preview is looked at. */
export interface Look {
  readonly page: PreviewPage;
  readonly width: 'phone' | 'desktop';
  readonly rtl: boolean;
  readonly dark: boolean;
}
export const previewPages = ['plain', 'govuk', 'uswds'] as const;
export type PreviewPage = (typeof previewPages)[number];

/** A part reads it; what it remembers lives in the element. */
export interface BuilderView {
  readonly words: Messages;
  /** Level of the builder's heading, 1–6. */
  readonly level: number;
  /** As it stands in the fields. */
  readonly choice: Choice;
  /** As it is used. */
  readonly ready: Choice;
  /** What is known of the endpoint; `undefined` until it is checked as it is written now. */
  readonly examined: Examined | undefined;
  readonly release: Release | 'reading' | 'missing';
  /** `undefined` while the release is not known or the endpoint is no address. */
  readonly places: Places | undefined;
  /** Folder of the built files as the builder knows it. */
  readonly files: string;
  readonly slips: readonly Slip[];
  readonly weak: readonly Pair[];
  /** What to fix in a field, in words, where it is time to say so. */
  readonly wrong: (slip: Slip) => string | undefined;
  /** The choice came from a link, and its endpoint was not checked yet. */
  readonly isRestored: boolean;
  readonly isPicking: boolean;
  readonly look: Look;
  readonly pages: readonly PreviewPage[];
  /** `sha256-…` of the style that is copied. */
  readonly styleHash: string | undefined;
  readonly shareLink: string;
  /** Code of the service that a link is made for. */
  readonly linked: string;
  /** The poster part; null where it did not come. */
  readonly poster: Poster | null | undefined;
  readonly do: BuilderActions;
}

export interface BuilderActions {
  change(part: Partial<Choice>): void;
  theme(part: Partial<Theme>): void;
  check(): void;
  pick(isPicking: boolean): void;
  look(part: Partial<Look>): void;
  fill(frame: HTMLIFrameElement): void;
  /** Shows at the top what has to be fixed. */
  showProblems(): void;
  copy(id: string): void;
  link(serviceCode: string): void;
  poster(): void;
}
