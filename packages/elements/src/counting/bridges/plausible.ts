/** To Plausible: a custom event with properties. Its names never change; docs/guides/privacy/counting.md lists them. */
import type { Happened } from '../tally.ts';

type Plausible = (name: string, options: { readonly props: Readonly<Record<string, string>> }) => void;

export function bridge({ event, ...props }: Happened): void {
  // A property without a value would be shown as one.
  const said = Object.fromEntries(Object.entries(props).filter(([, value]) => value));
  (globalThis as { plausible?: Plausible }).plausible?.(`citydesk_${event.replaceAll('-', '_')}`, { props: said });
}
