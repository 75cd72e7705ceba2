/** The links in a department's mail: what they say, and what they are read as. */

import { signedLink } from '../signed-link.ts';

/** What a link is for: one report, as it lies with one department. */
export interface DoLink {
  readonly requestId: string;
  readonly department: string;
  readonly hop: number;
}

/** What a department may do. `not-here`: nobody in this town does that. */
export const deeds = ['started', 'done', 'not-ours', 'not-here'] as const;
export type Deed = (typeof deeds)[number];

export const deedNames: Readonly<Record<Deed, string>> = {
  started: 'Started',
  done: 'Done',
  'not-ours': 'Not ours',
  'not-here': 'Not for this town',
};

const purpose = 'do';

export function doLinks(secret: string) {
  const links = signedLink(secret);
  return {
    make: ({ requestId, department, hop }: DoLink, until: Date): string =>
      links.make(purpose, [requestId, department, String(hop)], until),
    read(token: string, now: Date): DoLink | 'forged' | 'expired' {
      const read = links.read(purpose, token, now);
      if (typeof read === 'string') return read;
      const [requestId = '', department = '', hop = ''] = read.content;
      return { requestId, department, hop: Number(hop) };
    },
  };
}

/** The address of a page below where the relay is reached. @param publicUrl with or without a slash at the end */
export function doAddress(publicUrl: string, token: string, deed?: Deed): string {
  return `${publicUrl.replace(/\/*$/, '/')}do/${token}${deed ? `?do=${deed}` : ''}`;
}
