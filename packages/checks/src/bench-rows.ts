// Measures the list of recent reports, for people to read: 1,000 rows by our row template, by the list as it stands in the tracker, and by
// plain DOM with the same elements and styles. All take turns in one run, each on a page of its own.

import path from 'node:path';
import { build } from 'vite';
import type { Page } from 'puppeteer-core';
import { startCityBrowser } from './e2e/city-browser.ts';
import { root } from './workspace.ts';

const rounds = 15;
const rows = 1000;

/** Milliseconds from the start until the first rows are painted, and until all are. */
interface Times {
  readonly first: number;
  readonly all: number;
}

const ways = ['plain DOM', 'our row template', 'the list in the tracker'] as const;
type Way = (typeof ways)[number];

/** The page's side. Times are taken after the paint: a frame, and then the task behind it. */
const pageScript = `
import { LitElement, html, render } from 'lit';
import { messagesIn } from 'ELEMENTS/messages/messages.ts';
import words from 'ELEMENTS/messages/look-around.en.json';
import { LookAround } from 'ELEMENTS/status-tracker/look-around.ts';
import { rowsIn, rowsTemplate } from 'ELEMENTS/status-tracker/look-around-rows.ts';
import { lookAroundStyles } from 'ELEMENTS/status-tracker/look-around.styles.ts';
import { base } from 'ELEMENTS/styles/base.ts';
import { forms } from 'ELEMENTS/styles/forms.ts';
import { tokens } from 'ELEMENTS/styles/tokens.ts';

const requests = Array.from({ length: ${rows} }, (_, at) => ({
  serviceRequestId: '26-' + String(at).padStart(5, '0'),
  status: at % 2 ? 'open' : 'closed',
  statusLabel: at % 2 ? 'open' : 'closed',
  serviceCode: String(at % 25),
  serviceName: ['Pothole', 'Graffiti', 'Street light out', 'Missed trash'][at % 4],
  requestedDatetime: new Date(1.7e12 - at * 600_000),
  address: 100 + at + ' Main Street, Three Rivers',
  mediaUrls: [],
}));
const styles = [tokens, base, forms, lookAroundStyles];
const city = { zone: 'America/Detroit' };
const linkTo = (id) => '#citydesk:request=' + id;
const messages = () => messagesIn(words, { locale: 'en-US', zone: city.zone });
const view = () => ({ words: messages(), level: 2, city, now: new Date(), linkTo });

class AroundPage extends LitElement {
  static styles = styles;
  around = new LookAround(this, { client: async () => ({ async *requests() { yield* requests; } }) });
  render() { return html\`<section>\${this.around.render(view())}</section>\`; }
}
customElements.define('around-page', AroundPage);

/** A root dressed like the tracker's, with an empty list. */
function emptyList() {
  const place = document.createElement('div');
  const shadow = place.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
  const list = document.createElement('ul');
  list.className = 'list reports';
  shadow.append(list);
  document.body.append(place);
  return list;
}

const element = (name, attributes, ...inside) => {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...inside);
  return made;
};

/** What the template makes, by hand. */
function byHand(list) {
  const dates = new Intl.DateTimeFormat('en-US', { timeZone: city.zone, dateStyle: 'medium' });
  const states = { open: 'Open', closed: 'Closed' };
  const all = document.createDocumentFragment();
  for (const { serviceRequestId, status, serviceName, requestedDatetime, address } of requests) {
    const hint = element('span', { class: 'hint' },
      element('bdi', {}, states[status]), ' ',
      element('time', { datetime: requestedDatetime.toISOString() }, dates.format(requestedDatetime)), ' ',
      element('bdi', { dir: 'ltr' }, serviceRequestId), ' ', element('span', {}));
    const link = element('a', { class: 'report', href: linkTo(serviceRequestId) },
      element('strong', { dir: 'auto' }, serviceName), ' ',
      element('bdi', { class: 'place' }, address), ' ', hint);
    all.append(element('li', {}, link));
  }
  list.append(all);
}

const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => resolve(performance.now());
  port2.postMessage(0);
}));

const makers = {
  'plain DOM': async () => {
    const list = emptyList();
    const began = performance.now();
    byHand(list);
    const all = await painted() - began;
    return { list, first: all, all };
  },
  'our row template': async () => {
    const list = emptyList();
    const began = performance.now();
    const write = rowsIn(messages(), view());
    render(rowsTemplate(requests.map(write), () => true), list);
    const all = await painted() - began;
    return { list, first: all, all };
  },
  'the list in the tracker': async () => {
    const page = document.createElement('around-page');
    document.body.append(page);
    await page.updateComplete;
    const began = performance.now();
    page.around.open();
    await page.updateComplete;
    const list = page.shadowRoot.querySelector('.reports');
    const grown = (most) => new Promise((resolve) => {
      const look = () => list.children.length >= most && (watching.disconnect(), resolve(painted()));
      const watching = new MutationObserver(look);
      watching.observe(list, { childList: true });
      look();
    });
    const [first, all] = await Promise.all([grown(1), grown(${rows})]);
    return { list, first: first - began, all: all - began };
  },
};

globalThis.benchRows = async (way) => {
  await painted();
  const { list, first, all } = await makers[way]();
  if (list.children.length !== ${rows}) throw new Error(way + ' has ' + list.children.length + ' rows');
  return { first, all };
};
`.replaceAll('ELEMENTS', path.join(root, 'packages/elements/src').replaceAll(path.sep, '/'));

/** One file with all that the page needs, minified as residents get it. */
async function bundled(): Promise<string> {
  const name = 'virtual:bench-rows';
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { conditions: ['citydesk-source', 'module', 'browser', 'production'] },
    plugins: [
      {
        name: 'citydesk:bench-rows',
        resolveId: (id) => (id === name ? path.join(root, 'packages/elements/src/bench-rows.js') : undefined),
        load: (id) => (id.endsWith('bench-rows.js') ? pageScript : undefined),
      },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: name, output: { format: 'iife' } } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('The page of the bench was not built');
  return output.output[0].code;
}

async function measured(page: Page, script: string, way: Way): Promise<Times> {
  await page.goto('about:blank');
  await page.addScriptTag({ content: script });
  const run = (name: string) => (globalThis as unknown as { benchRows(way: string): Promise<Times> }).benchRows(name);
  return page.evaluate(run, way);
}

export async function benchRows(): Promise<void> {
  const script = await bundled();
  const browser = await startCityBrowser();
  const taken = new Map<Way, Times[]>(ways.map((way) => [way, []]));
  try {
    const { page } = await browser.newPage();
    const version = await page.browser().version();
    for (let round = 0; round <= rounds; round++) {
      for (const way of ways) {
        const times = await measured(page, script, way);
        // The first round warms up.
        if (round > 0) taken.get(way)!.push(times);
      }
    }
    console.log(`\n${rows} rows of recent reports until painted, best of ${rounds} rounds, ${version}`);
  } finally {
    await browser.close();
  }
  const of = (way: Way, what: keyof Times) => Math.min(...taken.get(way)!.map((times) => times[what]));
  const column = (way: Way, what: keyof Times) =>
    `${what} ${of(way, what).toFixed(0).padStart(4)} ms ${(of(way, what) / of('plain DOM', what)).toFixed(2).padStart(5)} ×`;
  for (const way of ways) console.log(`${way.padEnd(25)} ${column(way, 'first')}   ${column(way, 'all')}`);
}
