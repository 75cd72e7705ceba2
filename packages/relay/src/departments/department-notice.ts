/** A report as the town's webhook gets it: GeoReport's names for what GeoReport knows, with the links that a mail would have. */

import { encodeRequests } from '@citydesk/open311/wire';
import { answersInWords } from '../town/answer-words.ts';
import { publicRequest } from '../town/wire-answers.ts';
import { doAddress, type Deed } from './do-links.ts';
import type { ReportMail } from './report-mail.ts';

/** What is not known is null or left out, as in GeoReport's own answers. */
export function departmentNotice(
  about: Omit<ReportMail, 'photos' | 'to' | 'city'>,
  department: NoticeDepartment,
): object {
  const { request, service, zone, publicUrl, token, until, deeds, passedOn } = about;
  const photoAt = (name: string): string => `${doAddress(publicUrl, token)}/photos/${name}`;
  const [row] = encodeRequests([publicRequest(request, photoAt, false)]);
  const { email, firstName, lastName, phone, mediaUrl, photos } = request;
  const link = (deed: Deed) => [deed.replaceAll('-', '_'), doAddress(publicUrl, token, deed)];
  return {
    report: {
      ...row,
      media_urls: [...(mediaUrl === null ? [] : [mediaUrl]), ...photos.map(photoAt)],
      attributes: answersInWords(request, service, zone).map(({ question, answer }, at) => ({
        code: Object.keys(request.attributes)[at],
        question,
        answer,
      })),
      ...{ email, first_name: firstName, last_name: lastName, phone },
      private: service?.private ?? false,
    },
    department,
    passed_on: passedOn ? { by: passedOn.by, why: passedOn.why } : null,
    links: { ...Object.fromEntries(deeds.map(link)), until: until.toISOString() },
  };
}

interface NoticeDepartment {
  /** Key of `departments`. */
  readonly code: string;
  readonly name: string;
  readonly mail: string;
}
