/** Notes that staff would otherwise type every day. The public reads them word for word. */

export interface Reply {
  readonly key: string;
  /** On the button. */
  readonly name: string;
  readonly text: string;
}

export const replies: readonly Reply[] = [
  { key: 'seen', name: 'We looked', text: 'We looked at it. It is on our list.' },
  { key: 'planned', name: 'Crew is coming', text: 'A crew comes this week.' },
  { key: 'waiting', name: 'Waiting for a part', text: 'We ordered a part. We go on when it is here.' },
  { key: 'done', name: 'Done', text: 'It is done. Thank you for telling us.' },
  {
    key: 'not-found',
    name: 'Not found',
    text: 'We looked and could not find it. Send a new report with a house number or a photo.',
  },
  { key: 'known', name: 'Known already', text: 'Someone told us about this before. We answer under that number.' },
  {
    key: 'not-ours',
    name: 'Not ours',
    text: 'This is not the city’s to fix. We passed it on to the owner.',
  },
];

/** The note with a reply in it: in its place if there was none, else on a new line. */
export function withReply(note: string, key: string): string {
  const text = replies.find((reply) => reply.key === key)?.text;
  if (text === undefined || note.includes(text)) return note;
  return note.trim() === '' ? text : `${note.trimEnd()}\n${text}`;
}
