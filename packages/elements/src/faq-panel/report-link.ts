/** The way from an answer to the form, which takes along what is known. */

export interface Begun {
  /** What was typed. */
  readonly words: string;
  /** Code of the service that it is about. */
  readonly service?: string | undefined;
  /** The answer that was read, by its id. */
  readonly answer?: string | undefined;
}

/**
 * `page` with `#citydesk:words=…&service=…&answer=…`. The words always stand first, also when there are none: a link that begins with the answer
 * leads to that answer.
 */
export function reportLink(page: string, { words, service, answer }: Begun): string {
  // Half a character cannot be written in an address.
  const written = (value: string) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
  const more = Object.entries({ service, answer }).map(([name, value]) => (value ? `&${name}=${written(value)}` : ''));
  return `${page.replace(/#.*/s, '')}#citydesk:words=${written(words.trim())}${more.join('')}`;
}

/** The answer that `fragment` leads to, by its id. */
export function answerIn(fragment: string): string | undefined {
  const [, written] = /^#citydesk:answer=([^&]+)/.exec(fragment) ?? [];
  return written && decoded(written);
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
