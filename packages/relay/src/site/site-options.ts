/** What the relay's own pages are made with. */
import type { Client } from '@citydesk/open311';
import type { ContactRule } from '@citydesk/core/report';
import type { Context } from 'hono';
import type { PhotoLimits } from '../photos/check-photo.ts';
import type { Shelf } from '../photos/shelf.ts';
import type { SentReport } from '../read-report.ts';
import type { Submitted } from '../spec-answer.ts';
import type { BuiltFiles } from './built-routes.ts';
import type { Words } from './words.ts';

/** A report of the plain form, as any other that arrives, and how long it was written. */
export interface PlainReport extends SentReport {
  readonly key: string;
  /** Milliseconds from the form to the report; `undefined` where the form's signed time is missing or not ours. */
  readonly filledFor: number | undefined;
}

/** The relay's way of a report: the same for the plain form as for the API. What it throws as `Refusal` is said as well. */
export type Submit = (sent: PlainReport, context: Context) => Promise<Submitted>;

export interface SiteOptions {
  readonly city: Pick<Client, 'services' | 'serviceDefinition'>;
  readonly submit: Submit;
  /** Of the relay: signs the time a form was begun. */
  readonly secret: string;
  readonly cityName: string;
  /** The human route, on every page. */
  readonly phone?: string | undefined;
  /** Whom to call in danger, such as `911`. */
  readonly emergency?: string | undefined;
  /** BCP 47, of the words. Default `en`. */
  readonly lang?: string | undefined;
  /** In place of the English ones. */
  readonly words?: Partial<Words> | undefined;
  /** IANA, in which residents write dates. */
  readonly zone?: string | undefined;
  /** Default `optional`. */
  readonly contact?: ContactRule | undefined;
  /** Left out: no photos. With a shelf they outlive a page that says what to fix. */
  readonly photos?:
    | {
        readonly most: number;
        readonly limits?: PhotoLimits | undefined;
        readonly shelf?: Shelf | undefined;
        /** Whether this caller may put another photo on the shelf. Default: always. */
        readonly mayKeep?: ((context: Context) => boolean) | undefined;
      }
    | undefined;
  /** Bytes of all forms that are taken in at a time. Default 256 MB. */
  readonly uploads?: number | undefined;
  /** Whether others cannot read reports of this service. */
  readonly isPrivate?: ((serviceCode: string) => boolean) | undefined;
  /** The page with the tracker. */
  readonly trackerUrl?: string | undefined;
  /** Origins that may show the plain form in a frame, beside our own; `*` for all. Default: none. */
  readonly frameAncestors?: readonly string[] | '*' | undefined;
  /** For security.txt; without it there is none. */
  readonly securityContact?: string | undefined;
  /** Path of the API, for the widget that the plain form becomes where there are scripts and built files. */
  readonly endpoint?: string | undefined;
  /** Address of the city file for that widget. */
  readonly cityFile?: string | undefined;
  /** The built files of package `citydesk`; without them `/citydesk/` has the form only. */
  readonly files?: BuiltFiles | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}
