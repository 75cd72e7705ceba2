// What other people's style sheets do to a page: resets that shout, another root size, and four design systems.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from 'tailwindcss';
import { root } from '../workspace.ts';

export interface StyledPage {
  readonly head: string;
  readonly body?: string;
  /** What the form's size must be in pixels. */
  readonly size: number;
  /** The font it must be in. */
  readonly font: RegExp;
}

const link = (file: string) => `<link rel="stylesheet" href="/node_modules/${file}" />`;

/** GOV.UK sets fonts on classes; a page of its kind says ours on the element (docs/guides/theming.md). */
const govukFont = '<style>citydesk-request-form { --citydesk-font: arial, sans-serif }</style>';

export const styledPages: Readonly<Record<string, StyledPage>> = {
  'with a reset of everything that shouts': {
    head: `<style>
      * {
        margin: 0 !important; padding: 0 !important; border: 0 !important; font: 10px/1 Georgia, serif !important;
        color: #aaa !important; background: #bbb !important; box-sizing: content-box !important; float: none !important;
        text-align: center !important; text-transform: uppercase !important; text-indent: 40px !important;
        font-style: italic !important; text-shadow: 1px 1px 2px red !important; white-space: nowrap !important;
        outline: none !important; list-style: square !important; transition: none !important;
      }
      button { all: unset !important; min-height: 0 !important; background: red !important; }
      input, select, textarea { all: unset !important; width: 40px !important; }
      h1, h2, h3 { font-size: 60px !important; } a { color: inherit !important; text-decoration: none !important; }
    </style>`,
    size: 17,
    font: /Georgia/,
  },
  'with a root of 62.5 %': {
    head: '<style>html { font-size: 62.5% } body { font: 1.8rem/1.4 Verdana, sans-serif } button { font-size: 1.2rem }</style>',
    size: 18,
    font: /Verdana/,
  },
  'of GOV.UK': {
    head: link('govuk-frontend/dist/govuk/govuk-frontend.min.css') + govukFont,
    body: '<div class="govuk-width-container"><p class="govuk-body">Tell us about a street.</p>FORM</div>',
    size: 17,
    font: /^arial/i,
  },
  'of USWDS': {
    head: link('@uswds/uswds/dist/css/uswds.min.css'),
    body: '<div class="grid-container"><div class="usa-prose"><p>Tell us about a street.</p>FORM</div></div>',
    size: 17,
    font: /Source Sans Pro Web/,
  },
  'of Bootstrap': {
    head: link('bootstrap/dist/css/bootstrap.min.css'),
    body: '<div class="container"><p class="lead">Tell us about a street.</p>FORM</div>',
    size: 17,
    font: /system-ui/,
  },
  'with Tailwind’s preflight': {
    head: '<link rel="stylesheet" href="/tailwind.css" />',
    body: '<div style="max-width: 48rem; margin: 0 auto; padding: 1rem">FORM</div>',
    size: 17,
    font: /^-apple-system/,
  },
};

/** Tailwind's preflight as its own compiler gives it. */
export async function tailwind(): Promise<string> {
  const imports = '@layer theme, base; @import "theme.css" layer(theme); @import "preflight.css" layer(base);';
  const { build } = await compile(imports, {
    loadStylesheet: async (id, base) => {
      const file = path.join(root, 'node_modules/tailwindcss', id);
      return { base, path: file, content: readFileSync(file, 'utf8') };
    },
  });
  return build([]);
}
