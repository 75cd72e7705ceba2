/** The page of a widget that is nothing without scripts. */
import { html } from 'hono/html';
import { linked, page, type Frame, type Html } from './page.ts';

export function widgetPage(frame: Frame, name: 'faq-panel' | 'status-tracker'): Html {
  const { words, phone } = frame;
  const title = name === 'faq-panel' ? words.answers : words.track;
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${words.needsScript} ${phone && linked(words.call, 'phone', phone)}</p>`,
  );
}
