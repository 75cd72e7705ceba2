/** The city's own texts in the language of the widget. Fetched where that is not the language of the city. */
import { css, html, noChange, type CSSResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { createPhrasebook, noPhrases, ownPhrases, phrasesIn, type OwnPhrases } from '@citydesk/core/phrasebook';
import { languages, tagFor } from './languages.ts';
import type { Messages } from './messages.ts';

export interface CityPhrases extends Pick<Messages, 'phrase' | 'phraseText' | 'phraseLang'> {
  /** The resident's words for a service, by its name. */
  readonly aliases: (text: string) => readonly string[];
}

/**
 * @param tag The widget's language, one of ours, and not the city's
 * @param cityLanguage BCP 47. Of another language than ours only the city's own translations are known.
 * @param translationsUrl The city's own, which win. Where they cannot be read, the editor is told, and the book alone has to do.
 */
export async function phrasesFor(tag: string, cityLanguage: string, translationsUrl?: string): Promise<CityPhrases> {
  const theirs = tagFor(cityLanguage);
  const [from, to, own] = await Promise.all([
    theirs ? phrasesIn(theirs) : noPhrases,
    theirs ? phrasesIn(tag) : noPhrases,
    translationsUrl ? ownIn(translationsUrl, tag) : undefined,
  ]);
  const book = createPhrasebook(from, to, own);
  const phraseText = (text: string) => book.phrase(text)?.text ?? text;

  // What is isolated says nothing of the way of what stands around it, such as a label with `dir="auto"`: this mark does, and is not seen.
  const way = languages[tag]?.dir ? '\u200f' : '';
  // Set as a whole: a page translator has put its own nodes in the place of ours, and a row would go on naming the service before.
  const phrase = (text: string) => {
    const said = book.phrase(text)?.text;
    if (said === undefined) return html`<bdi lang=${cityLanguage} .textContent=${text}></bdi>`;
    if (said.toLowerCase() === text.trim().toLowerCase())
      return html`<bdi lang=${tag} .textContent=${said}></bdi>${way}`;
    return html`<bdi lang=${tag} .textContent=${said}></bdi>
      <span class="original" lang=${cityLanguage} dir="auto" .textContent=${text} ${dressed(originalStyles)}></span>${way}`;
  };
  const phraseLang = (text: string) => (book.phrase(text) ? tag : cityLanguage);
  return { phrase, phraseText, phraseLang, aliases: book.aliases };
}

async function ownIn(address: string, tag: string): Promise<OwnPhrases> {
  const url = new URL(address, document.baseURI).href;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return ownPhrases(await response.json(), tag);
  } catch (error) {
    console.error(
      `citydesk: the translations at ${url} could not be read. Check "translations" in the city file.`,
      error,
    );
    return new Map();
  }
}

const originalStyles = css`
  .original {
    color: var(--quiet);
    font-size: 0.875em;
    font-weight: 400;
  }
`;

/** Brings what an element wears into the root in which it stands. English widgets need none of it. */
const dressed = directive(
  class extends Directive {
    render(_styles: CSSResult): unknown {
      return noChange;
    }
    override update({ element }: ElementPart, [{ styleSheet }]: [CSSResult]): unknown {
      // While it is made, it stands nowhere.
      queueMicrotask(() => {
        const root = element.getRootNode();
        if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(styleSheet!))
          root.adoptedStyleSheets.push(styleSheet!);
      });
      return noChange;
    }
  },
);
