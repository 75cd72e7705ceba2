/**
 * What the map wears. The library's own style sheet is for buttons and bubbles that we do not have: what its canvas needs is
 * written here. Colours are the sixteen roles; the map keeps its own.
 */
const css = String.raw;

const text = css`
  .citydesk-map {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 21em;
    color: var(--map-text);
    --map-text: var(--citydesk-text, #14191d);
    --map-quiet: var(--citydesk-quiet, #434c54);
    --map-border: var(--citydesk-border, #57626b);
    --map-surface: var(--citydesk-surface, #fff);
    --map-soft: var(--citydesk-soft, #f1f4f3);
    --map-focus: var(--citydesk-focus, #14191d);
  }
  /* Dark where the page is. */
  @supports (color: light-dark(#000, #fff)) {
    .citydesk-map {
      --map-text: var(--citydesk-text, light-dark(#14191d, #f2f5f5));
      --map-quiet: var(--citydesk-quiet, light-dark(#434c54, #c5cdd2));
      --map-border: var(--citydesk-border, light-dark(#57626b, #909ca5));
      --map-surface: var(--citydesk-surface, light-dark(#fff, #12181b));
      --map-soft: var(--citydesk-soft, light-dark(#f1f4f3, #1d262b));
      --map-focus: var(--citydesk-focus, light-dark(#14191d, #fff));
    }
  }
  .citydesk-map-box {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow: hidden;
    border: 2px solid var(--map-border);
    border-radius: var(--citydesk-radius, 3px);
    background: var(--map-soft);
  }
  .citydesk-map-ground {
    position: absolute;
    inset: 0;
    overflow: hidden;
    direction: ltr;
    -webkit-tap-highlight-color: transparent;
  }
  .maplibregl-canvas {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    outline: none;
  }
  /* Light and dark, because it lies on the map's colours. */
  .citydesk-map-ground:has(:focus-visible)::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid #14191d;
    outline: 3px solid #fff;
    outline-offset: -6px;
    pointer-events: none;
  }
  .maplibregl-canvas-container.maplibregl-interactive {
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
  }
  .maplibregl-canvas-container.maplibregl-interactive:active {
    cursor: grabbing;
  }
  /* One finger scrolls the page, two move the map. */
  .maplibregl-cooperative-gestures,
  .maplibregl-cooperative-gestures .maplibregl-canvas {
    touch-action: pan-x pan-y;
  }
  .maplibregl-cooperative-gesture-screen {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: center;
    padding: 1em 4em;
    background: rgb(0 0 0 / 0.75);
    color: #fff;
    font-weight: 700;
    text-align: center;
    pointer-events: none;
    opacity: 0;
    transition: opacity 0.6s 1.4s;
  }
  .maplibregl-cooperative-gesture-screen.maplibregl-show {
    opacity: 1;
    transition: none;
  }
  .maplibregl-mobile-message {
    display: none;
  }
  @media (hover: none), (pointer: coarse) {
    .maplibregl-desktop-message {
      display: none;
    }
    .maplibregl-mobile-message {
      display: block;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .maplibregl-cooperative-gesture-screen {
      transition: opacity 0s 1.4s;
    }
  }

  .citydesk-map-cross {
    position: absolute;
    inset-block-start: calc(50% - 34px);
    inset-inline-start: calc(50% - 34px);
    inline-size: 68px;
    block-size: 68px;
    fill: none;
    stroke-linecap: butt;
    pointer-events: none;
    forced-color-adjust: none;
  }
  .citydesk-map-halo {
    stroke: #fff;
    stroke-width: 8;
  }
  .citydesk-map-lines {
    stroke: #14191d;
    stroke-width: 3.5;
  }
  .citydesk-map-dot {
    fill: #14191d;
    stroke: #fff;
    stroke-width: 1;
  }

  .citydesk-map button {
    position: absolute;
    z-index: 2;
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: 48px;
    block-size: 48px;
    margin: 0;
    padding: 0;
    border: 2px solid var(--map-text);
    border-radius: var(--citydesk-radius, 3px);
    background: var(--map-surface);
    color: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  .citydesk-map button:hover {
    background: var(--map-soft);
  }
  .citydesk-map button:focus-visible {
    outline: 3px solid var(--map-focus);
    outline-offset: -7px;
  }
  .citydesk-map button svg {
    inline-size: 24px;
    block-size: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* Up is north in every language: these sides do not mirror. */
  .citydesk-map-north {
    top: 8px;
    left: calc(50% - 24px);
  }
  .citydesk-map-south {
    bottom: 8px;
    left: calc(50% - 24px);
  }
  .citydesk-map-west {
    left: 8px;
    top: calc(50% - 24px);
  }
  .citydesk-map-east {
    right: 8px;
    top: calc(50% - 24px);
  }
  .citydesk-map-closer {
    top: 8px;
    right: 8px;
  }
  .citydesk-map-farther {
    bottom: 8px;
    right: 8px;
  }
  .citydesk-map-credit {
    margin: 0;
    padding-block-start: 0.375em;
    font-size: 0.8125em;
    line-height: 1.45;
    color: var(--map-quiet);
  }
  .citydesk-map-credit:empty {
    display: none;
  }
  .citydesk-map-credit a {
    color: inherit;
  }
`;

let sheet: CSSStyleSheet | undefined;
const wearers = new WeakMap<object, number>();

/** Dresses a document or shadow root. Gives what undresses it, once the last map in it has gone. */
export function adoptStyles(root: Document | ShadowRoot): () => void {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(text);
  const worn = sheet;
  const count = wearers.get(root) ?? 0;
  wearers.set(root, count + 1);
  if (!root.adoptedStyleSheets.includes(worn)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, worn];
  return () => {
    const left = (wearers.get(root) ?? 1) - 1;
    wearers.set(root, left);
    if (left === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== worn);
  };
}
