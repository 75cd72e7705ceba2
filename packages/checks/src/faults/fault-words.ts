// Does a fault that is only described: "503 Retry-After: 2", "RST after 20 bytes of JSON body", "no response for 120 s, backend commits".

import type { Committed, Leg, On, PageFault, What, When } from './fault.ts';
import { apiSays, loginPage, pageSays, specErrors, type Doing } from './shared-faults.ts';

const definite = (status: number) => status >= 400 && status < 500 && ![408, 425, 429].includes(status);

/** @returns `undefined` where the words do not say it */
export function doneFromWords(words: string, on: On, committed: Committed): Doing | undefined {
  if (on === 'PAGE') return onPage(words);
  const when = whenFrom(words, committed);
  const legs: readonly Leg[] = on === 'POST' || on === 'ALL' ? ['near', 'far'] : ['near'];
  const many = /[×x]\s?(\d+)\b|\b(\d+) times/.exec(words);
  const times = many ? { times: Number(many[1] ?? many[2]) } : {};
  const what = whatFrom(words, when);
  if (!what)
    return /offline/i.test(words)
      ? {
          legs: ['near'],
          when: 'connect',
          what: page(/%|during|body/i.test(words) ? 'offline-during-upload' : 'offline-before'),
        }
      : undefined;
  const isNo = what.is === 'answer' && definite(what.status) && when !== 'answer';
  const lasts = on === 'ALL' ? { lasts: 20_000 } : {};
  return { legs, when, what, ...times, ...lasts, ...(isNo && { rejects: true as const }) };
}

function whenFrom(words: string, committed: Committed): When {
  if (committed === 'yes' || committed === 'mixed') return 'answer';
  if (/half|50 ?%|mid-?request|during (the )?upload|partial(ly)? (sent|body|request)/i.test(words)) return 'half';
  if (/connect|handshake|before (any|the first) byte/i.test(words)) return 'connect';
  return 'request';
}

function whatFrom(words: string, when: When): What | undefined {
  const is = (pattern: RegExp) => pattern.test(words);
  const [, bytes] = /after (\d+) bytes/i.exec(words) ?? [];
  if (is(/refused|nobody listens|port closed/i)) return { is: 'refused', ms: secondsIn(words) ?? 20_000 };
  if (is(/hostname|resolve|\bDNS\b/i)) return page('dns');
  if (is(/up\b.*\bdown|flap/i)) return { is: 'flap', ms: secondsIn(words) ?? 30_000, rounds: 2 };
  if (bytes !== undefined || is(/mid-?(response|answer|body)|in the middle of the (response|answer)/i)) {
    const how = is(/RST|reset/i) ? 'reset' : 'closed';
    return when === 'answer' ? { is: 'cut', bytes: Number(bytes ?? 20), how } : { is: how };
  }
  if (is(/twice|duplicate[sd]? (request|delivery)|delivered again|replay/i)) return { is: 'twice' };
  if (is(/delivered late|late delivery|arrives? .*later|reordered|delayed request/i))
    return { is: 'late-delivery', ms: secondsIn(words) ?? 10_000 };
  if (is(/\d+ ?bytes? ?\/ ?\d* ?s|byte by byte|\d+ ?B\/s|slowloris|drip/i)) return dripping(words);
  if (
    is(/no (response|answer)|silen(t|ce)|hangs?\b|time-?out|timed out|half-open|black ?hole/i) &&
    !/\b[45]\d\d\b/.test(words)
  ) {
    return { is: 'silence', ms: secondsIn(words) ?? 120_000 };
  }
  if (is(/\b(slow|late|delay(ed)?) (response|answer)|(response|answer) (after|delayed)|latency/i))
    return { is: 'late-answer', ms: secondsIn(words) ?? 20_000 };
  if (is(/RST|reset/i)) return { is: 'reset' };
  if (is(/\bFIN\b|clos(ed|es)|hangs up|cuts? the connection|EOF/i) && !/\b[1-5]\d\d\b/.test(words))
    return { is: 'closed' };
  return changedFrom(words, when) ?? answerFrom(words);
}

function changedFrom(words: string, when: When): What | undefined {
  const changes = [
    [/no ACAO|CORS/i, 'no-cors'],
    [/content-length/i, 'wrong-length'],
    [/gzip|brotli|encoding/i, 'gzip-garbage'],
    [/chunk/i, 'chunked-garbage'],
    [/null\b.*id|id.*\bnull\b/i, 'null-id'],
    [/empty (id|service_request_id)|id"?:\s?""/i, 'empty-id'],
    [/truncated|cut (short|off)|half (of )?(the )?json|"service_request_id":"\w*$/i, 'truncated'],
    [/object rather than|as an? object|not an array/i, 'object'],
    [/utf-?16/i, 'utf-16'],
    [/\bBOM\b/i, 'bom'],
    [/text\/plain/i, 'text-plain'],
    [/\b10[0-3]\b|early hints/i, 'with-1xx'],
    [/huge header|header bomb|1 ?MB header/i, 'huge-header'],
    [/\d+ headers|many headers/i, 'many-headers'],
    [/same code/i, 'double-code'],
  ] as const;
  const found = changes.find(([pattern]) => pattern.test(words));
  if (/\btoken\b/i.test(words)) {
    const [, looks] = /after (\d+)/.exec(words) ?? [];
    return { is: 'token', looks: /never/i.test(words) ? Infinity : Number(looks ?? 2) };
  }
  if (!found) return undefined;
  // What the city never saw has no answer to spoil.
  return when === 'answer' || found[1] === 'no-cors' || /services/.test(words)
    ? { is: 'changed', change: found[1] }
    : apiSays(200, '[{"service_');
}

function answerFrom(words: string): What | undefined {
  const [, number] = /\b([2-5]\d\d)\b/.exec(words) ?? [];
  const status = Number(number ?? 200);
  if (/captive|login|html|page|nginx|portal|maintenance/i.test(words) && !/30\d/.test(words))
    return pageSays(status, loginPage);
  if (/empty/i.test(words)) return apiSays(status, '');
  if (/\d+ ?[MG]B/i.test(words)) return { is: 'flood', bytes: 100_000_000 };
  if (number === undefined) return undefined;
  const [, after] = /Retry-After: ?(.+?)(?:,? with\b|;|$)/i.exec(words) ?? [];
  const date = /HTTP-date \+?(\d+)/i.exec(words);
  if (status >= 300 && status < 400) {
    const [, to] = /to (\/\S+|https?:\S+)/.exec(words) ?? [];
    return { is: 'answer', status, headers: { Location: to ?? '/login' }, cors: true };
  }
  const retry = date ? `{date+${date[1]}}` : after?.trim();
  const [, said] = /(\[.*\])/.exec(words) ?? [];
  return apiSays(
    status,
    said ?? (status < 300 ? '' : specErrors(status, words)),
    retry ? { 'Retry-After': retry } : {},
  );
}

function dripping(words: string): What {
  const [, bytes = '1'] = /(\d+) ?B(?:ytes?)?\b/i.exec(words) ?? [];
  const [, seconds = '1'] = /\/ ?(\d+) ?s/.exec(words) ?? [];
  return { is: 'dripping', pace: { bytes: Number(bytes), pause: Number(seconds) * 1000 }, head: /head/i.test(words) };
}

function secondsIn(words: string): number | undefined {
  const [, number, unit] = /(\d+) ?(ms|s|sec|seconds|min|minutes)\b/.exec(words) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit === 'ms' ? 1 : unit?.startsWith('m') ? 60_000 : 1000);
}

const page = (name: PageFault): What => ({ is: 'page', name });

function onPage(words: string): Doing | undefined {
  const known: readonly (readonly [RegExp, PageFault])[] = [
    [/kill.*(flight|response|answer|commits)/i, 'kill-in-flight'],
    [/kill/i, 'kill-before-send'],
    [/tabs/i, 'two-tabs'],
    [/tab.*clos|clos.*tab/i, 'tab-closed'],
    [/clicks?.*(ms|times)|double|Enter\+click/i, 'double-click'],
    [/quota|full/i, 'quota'],
    [/indexedDB|SecurityError|storage denied/i, 'idb-denied'],
    [/clock/i, 'clock'],
    [/navigate.*back|bfcache/i, 'bfcache'],
    [/reload/i, 'reload'],
    [/offline.*(%|during|body)/i, 'offline-during-upload'],
    [/offline/i, 'offline-before'],
    [/location|navigat/i, 'nav-away'],
  ];
  const name = known.find(([pattern]) => pattern.test(words))?.[1];
  return name && { legs: ['near'], when: 'connect', what: page(name) };
}
