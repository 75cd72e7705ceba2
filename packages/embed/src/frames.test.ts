import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { followFrames } from './frames.ts';

/** A frame of another origin whose page says these things to the page around it. */
async function frameThatSays(...messages: readonly unknown[]): Promise<HTMLIFrameElement> {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe sandbox="allow-scripts" title="Report a problem"></iframe>`,
  );
  // What it would load is elsewhere; its address is what counts.
  frame.srcdoc = `<script>for (const each of ${JSON.stringify(messages)}) parent.postMessage(each, '*')</script>`;
  frame.setAttribute('src', 'https://311.example.gov/citydesk/embed?widget=request-form');
  return frame;
}
const message = (more: object) => ({ source: 'citydesk', v: 1, ...more });

describe('A frame that shows the form', () => {
  before(() => void followFrames());

  it('gets the height it asks for, though its origin is hidden', async () => {
    const frame = await frameThatSays(message({ type: 'height', height: 1234 }));
    await waitUntil(() => frame.style.height === '1234px');
  });

  it('gets no more than a long form needs, and no less than one can work in', async () => {
    for (const [asked, given] of [
      [1e9, '8000px'],
      [-5, '150px'],
      ['x', '150px'],
    ] as const) {
      const frame = await frameThatSays(message({ type: 'height', height: asked }));
      await waitUntil(() => frame.style.height === given, `${asked}`);
    }
  });

  it('tells its events as if they had happened here, with plain fields only', async () => {
    const told = new Promise<Event>((resolve) =>
      document.addEventListener('citydesk-request-submitted', resolve, { once: true }),
    );
    const frame = await frameThatSays(
      message({ type: 'click', detail: {} }),
      message({
        type: 'citydesk-request-submitted',
        detail: { serviceCode: '006', requestId: '26-1', deep: { a: 1 } },
      }),
    );
    const event = (await told) as CustomEvent & { readonly requestId?: string };
    expect(event.target).to.equal(frame);
    expect(event.detail).to.deep.equal({ serviceCode: '006', requestId: '26-1' });
    expect(event.requestId).to.equal('26-1');
  });

  it('is not believed where another frame speaks, or the message has not our mark', async () => {
    const frame = await frameThatSays({ type: 'height', height: 999 }, message({ v: 2, type: 'height', height: 998 }));
    const other = await fixture<HTMLIFrameElement>(html`<iframe sandbox="allow-scripts" title="Other"></iframe>`);
    const heard = new Promise((resolve) =>
      addEventListener('message', ({ source }) => source === other.contentWindow && resolve(0)),
    );
    other.srcdoc = `<script>parent.postMessage(${JSON.stringify(message({ type: 'height', height: 997 }))}, '*')</script>`;
    await heard;
    expect(frame.style.height + other.style.height).to.equal('');
  });
});
