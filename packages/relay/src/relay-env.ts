/** What travels with a call through the relay, beside the request itself. */
export interface RelayEnv {
  Bindings: {
    /** The address that limits count by. */
    readonly who: string;
    /** What the log says of a report. */
    readonly noted: { key?: string | undefined; suspicion?: string | undefined };
  };
}
