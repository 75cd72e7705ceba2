/** Hands what is counted to the statistics that the page has already, each by a small file of its own that is fetched where the city file names it. */
import type { Happened } from './tally.ts';

type Bridge = (happened: Happened) => void;

const bringers: Readonly<Record<string, () => Promise<{ readonly bridge: Bridge }>>> = {
  'data-layer': () => import('./bridges/data-layer.ts'),
  plausible: () => import('./bridges/plausible.ts'),
  matomo: () => import('./bridges/matomo.ts'),
};

const bridges = new Map<string, Promise<Bridge>>();

/** @param names as in the city file; one that is not known is told to the web editor, once */
export function handOver(names: readonly string[], happened: Happened): void {
  for (const name of names) {
    const bridge = bridges.get(name) ?? bring(name);
    bridges.set(name, bridge);
    void bridge.then((hand) => hand(happened));
  }
}

async function bring(name: string): Promise<Bridge> {
  try {
    const bringer = Object.hasOwn(bringers, name) && bringers[name];
    if (!bringer) throw new Error(`there is no such bridge. Write "${Object.keys(bringers).join('" or "')}".`);
    return (await bringer()).bridge;
  } catch (error) {
    console.error(`citydesk: "bridges" in the city file, "${name}":`, error);
    return () => {};
  }
}
