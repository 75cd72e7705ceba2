/** What every plain page has around it: the city's name, the way to a person, and nothing that runs. */
import { html } from 'hono/html';
import { inWidget, scriptTag, type Widget } from './widget.ts';
import { say, type Words } from './words.ts';

export type Html = ReturnType<typeof html>;

export interface Frame {
  readonly words: Words;
  /** BCP 47. */
  readonly lang: string;
  readonly cityName: string;
  /** The human route. */
  readonly phone?: string | undefined;
  /** Whom to call in danger, such as `911`. */
  readonly emergency?: string | undefined;
  /** The widget that takes the page over where there are scripts. */
  readonly widget?: Widget | undefined;
}

/** A whole page. @param title comes before the city's name */
export function page(frame: Frame, title: string, content: Html | readonly Html[]): Html {
  const { words, lang, cityName, phone, emergency, widget } = frame;
  return html`<!doctype html>
    <html lang="${lang}" dir="${/^(ar|fa|he|ur)\b/.test(lang) ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} | ${cityName}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="embed.css" />
        ${widget && scriptTag(widget)}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <p class="wrap">${cityName}</p>
        </header>
        <main id="content" tabindex="-1">
          <div class="wrap">
            ${emergency && html`<p class="danger">${linked(words.danger, 'emergency', emergency)}</p>`}
            ${widget ? inWidget(widget, content) : content}
          </div>
        </main>
        ${
          phone &&
          html`<footer>
            <div class="wrap">
              <h2>${words.help}</h2>
              <p>${linked(words.call, 'phone', phone)}</p>
            </div>
          </footer>`
        }
      </body>
    </html>`;
}

/** A sentence with a phone number in it that can be called. */
export function linked(sentence: string, hole: string, number: string, holes: Record<string, string> = {}): Html {
  const [before = '', after = ''] = sentence.split(`{${hole}}`);
  const link = html`<a class="call" href="tel:${number.replace(/[^\d+*#]/g, '')}"><bdi dir="ltr">${number}</bdi></a>`;
  return html`${say(before, holes)}${link}${say(after, holes)}`;
}
