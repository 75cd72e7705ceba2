/** Our few icons: 24 grid, hidden from screen readers, always beside words. */
import { svg, type TemplateResult } from 'lit';

const icon = (path: TemplateResult, flip = '') =>
  svg`<svg class=${flip} viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;

export const icons = {
  search: icon(svg`<circle cx="11" cy="11" r="7"/><path d="m16.2 16.2 4.8 4.8"/>`),
  back: icon(svg`<path d="m15 5-7 7 7 7"/>`, 'flip'),
  onward: icon(svg`<path d="m9 5 7 7-7 7"/>`, 'flip'),
  open: icon(svg`<path d="m5 9 7 7 7-7"/>`),
  location: icon(svg`<circle cx="12" cy="12" r="6.5"/><path d="M12 2v5M12 17v5M2 12h5M17 12h5"/>`),
  warning: icon(svg`<path d="M12 3 2 21h20z"/><path d="M12 10v5M12 18v.2"/>`),
  tick: icon(svg`<path d="m4 12.5 5.2 5.5L20 6.5"/>`),
};
