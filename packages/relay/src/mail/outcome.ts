/** How it went to hand over one message. */

export type Outcome =
  | { readonly is: 'sent' }
  /** Not this time. `all`: the server is not to be spoken to at all, so no other message has to try it now. */
  | { readonly is: 'waits'; readonly why: string; readonly all?: boolean }
  | { readonly is: 'refused' | 'doubtful'; readonly why: string }
  /** It was withdrawn, or another process sends it. */
  | { readonly is: 'not ours' };
