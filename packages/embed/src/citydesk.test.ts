import { aTimeout, expect } from '@open-wc/testing';

const settings = (): unknown => (globalThis as { [key: symbol]: unknown })[Symbol.for('citydesk.tag')];

/** Puts a script tag on the page that loads the module under an address of its own, and waits until it has run. */
async function loadTag(query: string, data: Record<string, string>): Promise<void> {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = new URL(`./citydesk.ts?${query}`, import.meta.url).href;
  Object.assign(script.dataset, data);
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
  });
  document.head.append(script);
  await loaded;
}

describe('The script tag', () => {
  it('may stand on a page twice: the first says what holds, the second adds what was left unsaid', async () => {
    const thrown: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent): unknown => thrown.push(event);
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);

    await loadTag('v=1', { phone: '269-555-0142' });
    expect(settings()).to.deep.equal({ phone: '269-555-0142' });
    await loadTag('v=2', { phone: '1', jurisdictionId: 'threerivers.mi.us' });
    expect(settings()).to.deep.equal({ phone: '269-555-0142', jurisdictionId: 'threerivers.mi.us' });

    const form = document.createElement('citydesk-request-form');
    document.body.append(form);
    await customElements.whenDefined('citydesk-request-form');
    await aTimeout(50);
    form.remove();
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
    expect(thrown).to.deep.equal([]);
  });
});
