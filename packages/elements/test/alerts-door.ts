/** Stands between a page and its city where alerts are asked for: notes what comes, and answers as a relay does. */

const real = globalThis.fetch;

/** What came to `POST alerts`. */
export interface CameForAlerts {
  readonly fields: Readonly<Record<string, string>>;
  readonly init: RequestInit;
}

type Answer = () => Response | Promise<Response>;

export class AlertsDoor {
  readonly came: CameForAlerts[] = [];
  /** How often it was asked what is on offer. */
  looks = 0;
  offers: Answer = () => Response.json({ email: true, phone: false });
  /** What the page gets in place of the usual answer, one after the other. */
  answers: Answer[] = [];

  opens(): void {
    globalThis.fetch = async (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
      if (url.pathname.endsWith('/v2/alerts.json')) {
        this.looks++;
        return this.offers();
      }
      if (!url.pathname.endsWith('/v2/alerts')) return real(input, init);
      // Read as the server would: what is no form of fields comes out empty.
      const fields = Object.fromEntries(await new Request(url, { ...init, signal: null }).formData()) as never;
      this.came.push({ fields, init });
      const answer = this.answers.shift() ?? (() => Response.json([{ status: 'confirm' }], { status: 202 }));
      return answer();
    };
  }

  closes(): void {
    globalThis.fetch = real;
  }
}

/** A refusal in the words of the spec. */
export const refusing =
  (code: number, description = 'No.'): Answer =>
  () =>
    Response.json([{ code, description }], { status: code });

export const unreached: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
