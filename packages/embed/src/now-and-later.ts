// Pages are never finished: editors, tag managers and applications add to them.

/** Calls `look` now and whenever something is added to the page. */
export function nowAndLater(look: () => void): void {
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}
