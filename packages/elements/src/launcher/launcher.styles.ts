/** A button in the corner, and a dialog that is a whole screen on a phone. */
import { css } from 'lit';

export const launcherStyles = css`
  /* Nothing of it has a place in the page, whatever the page says of its elements. */
  :host {
    display: contents;
    font-family: var(--citydesk-font, inherit);
  }
  :host([hidden]) {
    display: none;
  }
  button {
    box-sizing: border-box;
    min-block-size: 44px;
    min-inline-size: 44px;
    margin: 0;
    padding: 0.5em 1.25em;
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: max(1em, 17px);
    font-weight: 700;
    line-height: 1.25;
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .open {
    position: fixed;
    z-index: 2147483000;
    inset-block-end: calc(1em + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(1em + env(safe-area-inset-right, 0px));
    max-inline-size: calc(100% - 2em);
    border-color: var(--on-accent);
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 0 0 1px var(--accent);
    overflow-wrap: anywhere;
  }
  .open:dir(rtl) {
    inset-inline-end: calc(1em + env(safe-area-inset-left, 0px));
  }
  dialog {
    box-sizing: border-box;
    inline-size: min(60em, 100% - 2em);
    block-size: calc(100% - 2em);
    max-inline-size: none;
    max-block-size: none;
    margin: auto;
    padding: 0;
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    text-align: start;
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.6);
  }
  .bar {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding: calc(0.5em + env(safe-area-inset-top, 0px)) 1em 0.5em;
    border-block-end: 1px solid var(--rule);
    background: var(--surface);
    font-size: max(1em, 17px);
    font-weight: 700;
  }
  .bar p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .widget {
    padding: 1em max(1em, env(safe-area-inset-right, 0px)) calc(1em + env(safe-area-inset-bottom, 0px))
      max(1em, env(safe-area-inset-left, 0px));
  }
  @media (max-width: 599.98px), (max-height: 479.98px) {
    dialog {
      inline-size: 100%;
      block-size: 100%;
      border: 0;
      border-radius: 0;
    }
  }
  @media (forced-colors: active) {
    .open {
      border-color: ButtonText;
    }
  }
  @media print {
    .open,
    .bar {
      display: none;
    }
    /* What stands in it is what is printed, all of it. */
    dialog {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: auto;
      border: 0;
      overflow: visible;
    }
  }
`;
