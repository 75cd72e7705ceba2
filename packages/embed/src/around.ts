// Blocks, and links and frames that lead to the relay's plain form, the only shapes that some editors let through: fetched where a page has one.

import { fillBlocks } from './blocks.ts';
import { followFrames } from './frames.ts';
import { upgradeLinks } from './links.ts';
import type { Settings } from './tag-settings.ts';

/**
 * @param address of the script
 * @param selector finds all of these
 * @param settings what the page's tags say. Given, because the entry that knows it is no file to import from: it would run twice
 */
export function begin(address: string, selector: string, settings: () => Settings): void {
  const look = (): void => {
    upgradeLinks(address, settings());
    greet();
    fillBlocks();
  };
  const greet = followFrames();
  // This page is the relay's own, shown in a frame of another.
  if (settings()['frame'] !== undefined && parent !== window) void import('./framed.ts');
  new MutationObserver(() => {
    if (document.querySelector(selector)) look();
  }).observe(document, { childList: true, subtree: true });
  look();
}
