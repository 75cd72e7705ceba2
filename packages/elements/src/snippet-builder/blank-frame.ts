/** An empty page of our own inside the builder: for the preview and the poster, which the styles of the page around must not reach. */
import { html, type TemplateResult } from 'lit';

/**
 * The page is a constant: what is put into it later are nodes, never HTML. It has the origin and the policy of the page around it.
 * @param ready is called with each new page, as when the frame was moved
 */
export function blankFrame(
  title: string,
  kind: 'preview' | 'poster',
  ready: (frame: HTMLIFrameElement) => void,
): TemplateResult {
  return html`<iframe
    class=${kind}
    title=${title}
    srcdoc="&lt;!doctype html&gt;&lt;html&gt;&lt;head&gt;&lt;meta charset='utf-8'&gt;&lt;title&gt;Citydesk&lt;/title&gt;&lt;/head&gt;&lt;body&gt;&lt;/body&gt;&lt;/html&gt;"
    @load=${(event: Event) => ready(event.target as HTMLIFrameElement)}
  ></iframe>`;
}
