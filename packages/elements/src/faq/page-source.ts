/**
 * Answers that the page itself has: each `<details>` inside the widget with its `<summary>`, and schema.org FAQPage data (JSON-LD). A page that says
 * the same in both ways is the rule, so what the data say again is left out.
 */
import { htmlText, idFor, safeLink, type FaqEntry, type FaqSource } from '@citydesk/core/faq';
import { questionsIn } from './faq-page-data.ts';
import { tellEditor } from './tell-editor.ts';

/** What stands inside `host`, and in the data of its page. */
export function pageSource(host: Element): FaqSource {
  return {
    async entries() {
      const shown = [...host.querySelectorAll('details')]
        .filter(({ parentElement }) => !parentElement?.closest('details'))
        .map(entryOf);
      const titles = new Set(shown.map(({ title }) => keyOf(title)));
      const told = dataOf(host.ownerDocument).filter(({ title }) => !titles.has(keyOf(title)));
      const entries = [...shown, ...told];
      if (!entries.length) {
        throw new Error(
          'There are no answers on this page. Write <details><summary>Question</summary>Answer</details> into the widget, or set "faq".',
        );
      }
      return entries;
    },
    body: async ({ body = '' }) => body,
  };
}

const keyOf = (title: string) => title.toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Beside its summary and content, a `<details>` may say `data-also` (other words for the question, with | between them), `data-topic`,
 * `data-expires` (`YYYY-MM-DD`) and, bare, `data-popular`.
 */
function entryOf(details: HTMLDetailsElement): FaqEntry {
  const summary = [...details.children].find(({ localName }) => localName === 'summary');
  const title = (summary?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const content = details.cloneNode(true) as HTMLDetailsElement;
  content.querySelector('summary')?.remove();
  const { also = '', topic, expires, popular } = details.dataset;
  return {
    id: details.id || idFor(title),
    title,
    aliases: also.split('|').flatMap((words) => words.trim() || []),
    topic: topic ?? (details.closest('[data-topic]') as HTMLElement | null)?.dataset['topic'],
    locale: (details.closest('[lang]') as HTMLElement | null)?.lang || undefined,
    // Read, never written: it is checked like any other answer before it is shown.
    body: content.innerHTML,
    expires,
    popular: popular === undefined ? undefined : popular !== 'false',
  };
}

function dataOf(page: Document): readonly FaqEntry[] {
  const mistakes: string[] = [];
  const entries = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return questionsIn(JSON.parse(script.textContent)).map(({ name, answer, also, id, url, language, expires }) => {
        const title = htmlText(name);
        const aliases = also.map(htmlText).filter((words) => words);
        const key = id?.split('#')[1] || idFor(title);
        return { id: key, title, aliases, body: answer, url: url && safeLink(url), locale: language, expires };
      });
    } catch (error) {
      mistakes.push(
        `the data (application/ld+json) on this page cannot be read: ${(error as Error).message.slice(0, 200)}`,
      );
      return [];
    }
  });
  tellEditor(page.baseURI, mistakes);
  return entries;
}
