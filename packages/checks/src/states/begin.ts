// What runs in the page of a state: sets the scene, walks the resident's way, and says on <html> when the state stands.

import { elementsIn, isShown } from '../drive/finder.ts';
import './clicked.ts';
import { holds, requestsOnTheirWay } from './conditions.ts';
import { residentIn, type Resident, type Words } from './resident.ts';
import type { Conditions } from './state.ts';
import { states } from './states.ts';

/** What the server knows of this opening. */
interface Opened {
  readonly name: string;
  readonly config: string;
  readonly words: Words;
  readonly conditions: Conditions;
}

const root = document.documentElement;

async function begin(): Promise<void> {
  const opened = JSON.parse(document.getElementById('opened')!.textContent!) as Opened;
  const state = states.find(({ name }) => name === opened.name)!;
  await holds(opened.conditions);
  const script = document.createElement('script');
  Object.assign(script, { type: 'module', src: '/citydesk.js' });
  script.dataset['config'] = opened.config;
  if (!state.isAbsent) document.head.append(script);
  const widget = document.createElement(`citydesk-${state.widget}`);
  widget.setAttribute('data-widget', '');
  for (const [name, value] of Object.entries({ ...state.attributes })) widget.setAttribute(name, value);
  widget.innerHTML = state.inside ?? '';
  document.querySelector('main')!.append(widget);

  const resident = residentIn(opened.words);
  if (!state.isAbsent) await resident.until('the widget', () => widget.shadowRoot?.childElementCount);
  await state.walk?.(resident);
  await stands(resident);
  await resident.heading(state.heading);
  const controls = focusable();
  if (controls.length < 3) throw new Error(`It has only ${controls.length} things that can take the focus.`);
}

/** Everything a keyboard can reach. */
function focusable(): readonly Element[] {
  const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], iframe';
  return elementsIn(document.body).filter((one) => one.matches(kinds) && !one.matches(':disabled') && isShown(one));
}

/** Waits until nothing changes any more. */
async function stands({ pause }: Resident): Promise<void> {
  let [before, still] = ['', 0];
  for (let round = 0; round < 100 && still < 5; round += 1) {
    const roots = elementsIn(document.body).flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const now = [document.body, ...roots].map(({ innerHTML }) => innerHTML).join('\n');
    still = now === before && !requestsOnTheirWay() ? still + 1 : 0;
    before = now;
    await pause(80);
  }
}

begin().then(
  () => (root.dataset['state'] = 'ready'),
  (error: unknown) => (root.dataset['state'] = `failed: ${error instanceof Error ? error.message : String(error)}`),
);
