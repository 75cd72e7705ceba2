/** What every page of the staff desk has around it. */

import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

export interface Frame {
  /** The city's name. */
  readonly city: string;
  /** Where the city answers, without a slash at the end. */
  readonly base: string;
  /** In the header of every page, read anew for each. Default: the city's website, at its base. */
  readonly links?: (() => readonly DeskLink[]) | undefined;
  /** The kinds of photos that staff may add. Default: all that the city keeps. */
  readonly photoKinds?: readonly string[] | undefined;
}

/** A way from the desk to elsewhere. */
export interface DeskLink {
  readonly href: string;
  readonly label: string;
}

/** A whole page. */
export function page(frame: Frame, title: string, content: Html): Html {
  const { city, base } = frame;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | Staff desk, ${city}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${base}/staff/desk.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <div class="wrap">
            <a class="home" href="${base}/staff/">Staff desk</a>
            <span>${city}</span>
            ${waysFrom(frame)}
          </div>
        </header>
        <main id="content" tabindex="-1"><div class="wrap">${content}</div></main>
      </body>
    </html>`;
}

function waysFrom({ base, links }: Frame): Html {
  if (!links) return html`<a class="away" href="${base}/">City website</a>`;
  const ways = links();
  if (ways.length === 0) return html``;
  return html`<nav class="ways" aria-label="Staff desk">
    ${ways.map(({ href, label }) => html`<a href="${href}">${label}</a>`)}
  </nav>`;
}

/** A page that says one thing: not found, not allowed. */
export function messagePage(frame: Frame, heading: string, sentence: string): Html {
  return page(
    frame,
    heading,
    html`<h1>${heading}</h1>
      <p class="lead">${sentence}</p>
      <p><a class="row-link" href="${frame.base}/staff/">Go to the list of requests</a></p>`,
  );
}
