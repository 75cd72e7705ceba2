// The page that a state stands on: as little as a good page needs, so that checkers judge the widget and nothing else.

import type { State } from './state.ts';

export interface PageOf {
  readonly state: State;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What the script of the page reads. */
  readonly opened: object;
}

export function pageOf({ state, lang, dir, opened }: PageOf): string {
  return `<!doctype html>
<html lang="${escaped(lang)}" dir="${dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Three Rivers: ${escaped(state.name)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/states/page.css" />
    <script type="application/json" id="opened">${JSON.stringify(opened).replaceAll('<', '\\u003c')}</script>
    <script type="module" src="/states/scripts/states/begin.ts"></script>
  </head>
  <body>
    <main>
      <h1 lang="en" dir="ltr">Three Rivers</h1>
      ${state.beside ?? ''}
    </main>
  </body>
</html>
`;
}

export const pageStyle = `
:root { color-scheme: light dark; font: 100%/1.5 sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { box-sizing: border-box; max-inline-size: 60rem; margin-inline: auto; padding: 0.5rem; }
h1 { font-size: 1.25rem; margin-block: 0.5rem 1rem; }
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
