/** What the relay writes down: that something was asked and how it ended. Never who asked, for which request, or with which words. */

export type LogLine =
  | {
      readonly is: 'call';
      readonly method: string;
      /** The kind of address, without ids: `GET requests/{id}`. */
      readonly route: string;
      readonly status: number;
      readonly ms: number;
      /** A keyed hash of the idempotency key: the tries of one report can be told together, and nothing else. */
      readonly key?: string | undefined;
      /** The suspicion a report raised, if any. */
      readonly suspicion?: string | undefined;
    }
  | { readonly is: 'trouble'; readonly what: string; readonly why: string };

export type Log = (line: LogLine) => void;

/** As one line of JSON, with the time. */
export function logText(line: LogLine, now: Date): string {
  return `${JSON.stringify({ time: now.toISOString(), ...line })}\n`;
}

/** What may be said of an error: its kind and its place in the code. Its message may quote what a resident wrote. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an error of no kind';
  const code = (error as { readonly code?: unknown }).code;
  const place = error.stack?.split('\n    at ')[1]?.replace(/\(?(?:file:\/\/)?\/?.*\/(?=[^/]+$)/, '(');
  return [error.name, typeof code === 'string' ? code : '', place ?? ''].filter(Boolean).join(' ');
}
