/** What the photos of a report wear: a box each, because they are the resident's. */
import { css } from 'lit';

export const photosStyles = css`
  .photo {
    padding: 0.875em;
    border: 2px solid var(--border);
    border-radius: var(--radius);
  }
  .photo.refused {
    border: 3px solid var(--error);
  }
  .photo .head {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0.25em 0.875em;
  }
  .photo.refused .head {
    grid-template-columns: 1fr;
  }
  .photo .head > .link {
    grid-column: 1 / -1;
    justify-self: start;
  }
  .photo div.thumb {
    inline-size: 5.25em;
    aspect-ratio: 4 / 3;
    border: 1px solid var(--border);
    border-radius: 2px;
    background: var(--soft);
  }
  .photo canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  @container (min-width: 600px) {
    .photo .head {
      grid-template-columns: auto 1fr auto;
    }
    .photo.refused .head {
      grid-template-columns: 1fr auto;
    }
    .photo .head > .link {
      grid-column: auto;
    }
    .photo div.thumb {
      inline-size: 6.5em;
    }
  }
`;
