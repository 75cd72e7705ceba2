/** Which page says what became of a report, by what the relay says of it. */
import { problemsSaid } from '@citydesk/core/report';
import type { Service, ServiceDefinition } from '@citydesk/open311';
import type { Context } from 'hono';
import type { Submitted } from '../spec-answer.ts';
import { heldPage, sentPage, unknownPage, waitPage } from './outcome-pages.ts';
import type { PageAnswer } from './page-answer.ts';
import type { Frame } from './page.ts';
import { mistakeOf } from './problem-words.ts';
import { reportPage, type ReportPage } from './report-page.ts';
import { longestBegun, signedTime, timeSigned } from './signed-time.ts';
import type { SiteOptions } from './site-options.ts';
import { say } from './words.ts';

/** A form as it was filled, with all it takes to show it again. */
export interface Filled extends ReportPage {
  readonly service: Service;
  readonly definition: ServiceDefinition | undefined;
}

export interface Outcomes {
  tell(context: Context, filled: Filled, submitted: Submitted, reference: string): Promise<Response>;
  /** The form again with everything in it, as a report of its own. */
  anew(context: Context, filled: Filled, said: ReportPage['said'], status: number, button?: string): Promise<Response>;
}

/** Milliseconds to wait where the relay says nothing. */
const aMoment = 10_000;

export function outcomes(
  { secret, trackerUrl, now = Date.now }: SiteOptions,
  frame: Frame,
  answer: PageAnswer,
): Outcomes {
  const { words } = frame;

  /** Under another key, begun when it was begun. */
  async function rekeyed(filled: Filled): Promise<Filled> {
    const { entry } = filled;
    const since = entry.key ? await timeSigned(secret, entry.key, entry.begun, now()) : undefined;
    const key = crypto.randomUUID();
    const begun = await signedTime(secret, key, since ?? now() - longestBegun / 2);
    return { ...filled, entry: { ...entry, key, begun, insist: false } };
  }

  async function anew(...[c, filled, said, status, button]: Parameters<Outcomes['anew']>): Promise<Response> {
    return answer(c, reportPage(frame, { ...(await rekeyed(filled)), said, button }), status);
  }

  return {
    anew,
    async tell(c, filled, submitted, reference) {
      const { entry, service, fields } = filled;
      const outcome = { entry, serviceName: service.serviceName, reference };
      if ('receipt' in submitted) return answer(c, sentPage(frame, submitted.receipt, outcome, trackerUrl));
      const { errors, status, retryAfter: wait = aMoment } = submitted;
      const headers = { 'Retry-After': String(Math.max(1, Math.ceil(wait / 1000))) };
      switch (errors[0]?.code) {
        case 'unknown':
        case 'in-flight':
          return answer(c, unknownPage(frame, outcome, wait), 503, headers);
        case 'busy':
          return answer(c, waitPage(frame, outcome, 'busy', wait), 503, headers);
        case 'slow':
          return answer(c, waitPage(frame, outcome, 'slow', wait), 429, headers);
        case 'held': {
          // Photos that only the browser has stay behind; without them it is another report.
          const again = entry.files.length > 0 ? (await rekeyed(filled)).entry : entry;
          return answer(c, heldPage(frame, { ...outcome, entry: again }), 409);
        }
        case 'mismatch':
          return anew(c, filled, { heading: words.changed, lines: [words.changedBody] }, 422, words.changedSend);
      }
      // A server that fails may have filed it; only below 500 has anybody said no.
      if (status >= 500) return answer(c, unknownPage(frame, outcome, wait), 503, headers);
      const reasons = errors.map(({ description }) => description).filter((each) => each && each.length <= 500);
      // The relay keeps a refusal for its key: what is put right is another report.
      const next = await rekeyed(filled);
      const photos = reasons.filter((each) => /\(media\)$/.test(each)).map((each) => each.replace(/ \(media\)$/, ''));
      const mistakes = [
        ...photos.map((text) => ({ field: 'photos-add', text }) as const),
        ...problemsSaid(reasons, fields ?? []).map((problem) => mistakeOf(problem, words)),
      ];
      const lines = mistakes.length > 0 ? [] : reasons.map((reason) => say(words.refusedSaid, { reason }));
      const said = { heading: words.refused, lines: [...lines, words.refusedBody] };
      return answer(c, reportPage(frame, { ...next, said, mistakes }), status);
    },
  };
}
