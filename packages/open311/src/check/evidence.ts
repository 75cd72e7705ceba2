/** A visit as evidence: short, and without what is private. */
import type { Evidence } from './types.ts';
import type { Visit } from './visit.ts';

const telling =
  /^(content-type|access-control-.*|vary|location|allow|retry-after|x-content-type-options|x-?ratelimit.*|cache-control)$/;

const mostCharacters = 160;

/** @param found what was seen in the answer, in words */
export function evidenceOf(visit: Visit | undefined, found?: string): Evidence {
  const seen = found === undefined ? {} : { found: masked(found.slice(0, 1000)) };
  if (!visit) return { request: 'none', ...seen };
  const { method, url, hops, status, headers, bytes, failure } = visit;
  const kept = [...headers].filter(([name]) => telling.test(name));
  // The value of a cookie is nobody's business.
  const cookies = headers.getSetCookie?.().map((cookie) => `${cookie.split('=')[0]}=…`) ?? [];
  const first = firstBytes(bytes);
  const notes = [found, failure].filter((each) => each !== undefined).join(' ');
  return {
    request: `${method} ${withoutSecrets(url)}`,
    ...(hops.length > 0 && { redirects: hops.map((hop) => `${hop.status ?? 'redirect'} → ${withoutSecrets(hop.to)}`) }),
    ...(status !== undefined && { status }),
    headers: Object.fromEntries([...kept, ...(cookies.length > 0 ? [['set-cookie', cookies.join(', ')]] : [])]),
    ...(first !== '' && { firstBytes: first }),
    ...(notes !== '' && { found: masked(notes.slice(0, 1000)) }),
  };
}

/** Residents' names, addresses and phones do not belong in a report that goes around. */
export function masked(text: string): string {
  return text
    .replace(
      /((["'<])(?:e_?mail|phone\w*|mobile|(?:first|last)_name|device_id|account_id)(?:["']\s*:\s*["']?|>))[^"'<,}]*/gi,
      '$1…',
    )
    .replace(/[\w.+-]{1,64}@[\w-]+\.[\w.-]+/g, '…@…')
    .replace(/\+\d[\d ()/-]{6,}\d|(?<![\d.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)/g, '…');
}

function firstBytes(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 4000));
  const shown = masked(text)
    .slice(0, mostCharacters)
    .replace(/\p{Cc}|\uFEFF/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code === 10 ? '\\n' : code === 13 ? '\\r' : `\\u${code.toString(16).padStart(4, '0')}`;
    });
  return text.length > mostCharacters ? `${shown}…` : shown;
}

function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//').replace(/([?&](?:api_?key|key|token)=)[^&#]*/gi, '$1…');
}
