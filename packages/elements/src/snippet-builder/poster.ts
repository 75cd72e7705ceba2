/** A page to print: what it is for, the code that leads to the form, and the same in words. Fetched when an editor wants one. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Messages } from '../messages/messages.ts';
import { qrCode } from '../parts/qr-code.ts';
import { blankFrame } from './blank-frame.ts';
import { spokenAddress } from './deep-links.ts';

/** What of the builder the poster needs. */
export interface PosterView {
  readonly words: Messages;
  /** As it is used: the page is an address. */
  readonly ready: { readonly page: string; readonly phone: string; readonly cityName: string };
}

export class Poster {
  #frame: HTMLIFrameElement | undefined;
  #sheet: TemplateResult = html``;

  /** The poster in a frame of its own, so that only it is printed, and the button for that. */
  render(view: PosterView, link: string, service: string): TemplateResult {
    this.#sheet = sheet(view, link, service);
    this.#draw();
    const { words } = view;
    return html`<div class="sheet">
        ${blankFrame(words.text('builder.poster.frame'), 'poster', (frame) => {
          this.#frame = frame;
          this.#draw();
        })}
      </div>
      <div class="actions">
        <button class="button" type="button" @click=${() => this.#frame?.contentWindow?.print()}>
          ${words.text('builder.poster.print')}
        </button>
      </div>`;
  }

  #draw(): void {
    const page = this.#frame?.contentDocument;
    if (!page?.defaultView) return;
    if (!page.adoptedStyleSheets.length) {
      // Of the frame's own make: a document adopts no sheet of another. The policy of the page has no say in it.
      const style = new page.defaultView.CSSStyleSheet();
      style.replaceSync(posterStyle);
      page.adoptedStyleSheets = [style];
      page.documentElement.lang = document.documentElement.lang || 'en';
    }
    render(this.#sheet, page.body);
  }
}

function sheet({ words, ready }: PosterView, link: string, service: string): TemplateResult {
  const { page, phone, cityName } = ready;
  const address = html`<strong dir="ltr">${spokenAddress(page)}</strong>`;
  return html`<main>
    ${cityName ? html`<p class="city">${cityName}</p>` : nothing}
    <h1>${service}</h1>
    <p>${words.text('builder.poster.scan')}</p>
    ${code(link, words)}
    <p>${words.parts('builder.poster.type', { address, service })}</p>
    ${phone ? html`<p>${words.parts('builder.poster.call', { phone: html`<strong dir="ltr">${phone}</strong>` })}</p>` : nothing}
  </main>`;
}

function code(link: string, words: Messages): unknown {
  try {
    return qrCode(link, words.text('builder.poster.code'));
  } catch {
    return html`<p>${words.text('builder.poster.long')}</p>`;
  }
}

/** One page, A4 or Letter: both are at least 195 mm by 259 mm inside these margins, and the code gives way to long words. */
const posterStyle = `
  @page { margin: 10mm; }
  html { font: 16px/1.35 system-ui, sans-serif; background: #fff; color: #000; color-scheme: light; }
  body { margin: 0; }
  main { display: flex; flex-direction: column; align-items: center; gap: 1.2em; padding: 1em; text-align: center; overflow-wrap: anywhere; }
  h1 { margin: 0; font-size: 2.5em; line-height: 1.15; }
  p { margin: 0; font-size: 1.3em; }
  .city { font-weight: 700; }
  .qr-code { display: block; inline-size: min(100%, 22em); block-size: auto; }
  @media print {
    main { box-sizing: border-box; block-size: 240mm; justify-content: space-evenly; overflow: hidden; padding: 0; }
    .qr-code { flex: 0 1 auto; inline-size: auto; min-block-size: 60mm; max-block-size: 130mm; max-inline-size: 100%; }
  }
`;
