/** Which source the `faq` setting means. Each kind is fetched when it is needed. */
import type { FaqSource } from '@citydesk/core/faq';

/**
 * @param faq URL of a JSON file or of a WordPress post type, relative to the page; without it the page's own answers count
 * @param host the widget, inside which the page may have answers
 * @throws {Error} with a message for the web editor where `faq` is no address
 */
export async function sourceFor(faq: string | undefined, host: Element): Promise<FaqSource> {
  if (!faq?.trim()) return (await import('./page-source.ts')).pageSource(host);
  const url = addressOf(faq, host.ownerDocument.baseURI);
  if (/\/wp-json\/|[?&]rest_route=/.test(url)) return (await import('./wordpress-source.ts')).wordpressSource(url);
  return (await import('./file-source.ts')).fileSource(url);
}

function addressOf(faq: string, base: string): string {
  try {
    return new URL(faq.trim(), base).href;
  } catch (cause) {
    throw new Error(`"${faq}" is no address. Set "faq" to the URL of a JSON file, or leave it out.`, { cause });
  }
}
