/** What addresses to choose from wear, and the room of the map. */
import { css } from 'lit';

export const placePartStyles = css`
  .combobox {
    position: relative;
  }
  /* Laid over what follows, so that nothing moves. */
  [role='listbox'] {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    inset-block-start: calc(100% - 2px);
    border: 2px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  [role='option'] {
    display: flex;
    align-items: center;
    min-block-size: max(44px, 2.75em);
    padding: 0.375em 0.875em;
    line-height: 1.35;
    cursor: pointer;
  }
  [role='option'] + [role='option'] {
    border-block-start: 1px solid var(--rule);
  }
  [role='option']:hover,
  [role='option'][aria-selected='true'] {
    background: var(--soft);
  }
  [role='option'][aria-selected='true'] {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.5em;
  }
  [aria-expanded='true'] > svg {
    transform: rotate(180deg);
  }
  .map-room {
    position: relative;
    block-size: 25em;
  }
  .map {
    block-size: 100%;
  }
  .map-room > .quiet {
    position: absolute;
    inset-inline: 1em;
    inset-block-start: 1em;
  }
`;
