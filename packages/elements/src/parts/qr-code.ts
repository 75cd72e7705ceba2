/** A link as a QR code, for the phone of whoever reads the screen or the paper. Fetched with `import()`. */
import { html, svg, type TemplateResult } from 'lit';
import { correction, generate, type Bitmap2D } from 'lean-qr/nano';

/** Modules of white around the code (ISO/IEC 18004): without them readers do not find it. */
const quiet = 4;

/**
 * The code of `text`, named `title`. Black on white whatever the page's colours are: readers know it no other way. As
 * large as the box it stands in.
 * @throws {Error} where the text is too long for a code (some 2,300 characters)
 */
export function qrCode(text: string, title: string): TemplateResult {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const size = code.size + 2 * quiet;
  return html`<svg
    class="qr-code"
    viewBox="${-quiet} ${-quiet} ${size} ${size}"
    role="img"
    aria-label=${title}
    shape-rendering="crispEdges"
  >
    ${svg`<path fill="#fff" stroke="none" d="M${-quiet} ${-quiet}h${size}v${size}h${-size}z"/><path fill="#000" stroke="none" d=${outlineOf(code)}/>`}
  </svg>`;
}

/** All dark modules as one path: a bar for each run of them in a row. */
function outlineOf(code: Bitmap2D): string {
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const from = x;
      while (code.get(x, y)) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  }
  return path;
}
