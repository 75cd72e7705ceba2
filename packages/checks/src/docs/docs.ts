// `npm run docs` and `npm run docs:dev`: makes what the documentation is made of, and builds or serves its site.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as buildPackages } from '../demo/build.ts';
import { root } from '../workspace.ts';
import { writeMadePages } from './made-pages.ts';
import { writePracticeCity } from './practice-city.ts';

const folder = path.join(root, 'docs');

/** The built site. */
export const docsSite = path.join(folder, '.vitepress/dist');

/** Builds our packages if they are stale, and puts what the pages need where the site takes it from: none of it is committed. */
export async function prepareDocs(base = process.env['DOCS_BASE'] ?? '/'): Promise<boolean> {
  if (!(await buildPackages())) return false;
  const shown = path.join(folder, 'public');
  rmSync(shown, { recursive: true, force: true });
  mkdirSync(shown, { recursive: true });
  cpSync(path.join(root, 'packages/embed/dist'), path.join(shown, 'citydesk'), {
    recursive: true,
    filter: (file) => !/\.d\.ts(\.map)?$/.test(file),
  });
  // Files of a page that are no pages themselves.
  for (const name of ['citydesk-acr.html', 'citydesk-acr.yaml']) {
    cpSync(path.join(folder, 'reference/accessibility', name), path.join(shown, 'reference/accessibility', name));
  }
  writePreviewStyles(path.join(shown, 'preview'));
  await writePracticeCity(path.join(shown, 'practice'), `${base}practice/`);
  writeMadePages();
  return true;
}

/** Of the design systems that the snippet builder previews, without their letters: GDS Transport may be shown on gov.uk addresses only. */
function writePreviewStyles(to: string): void {
  mkdirSync(to, { recursive: true });
  const sheets = {
    govuk: 'govuk-frontend/dist/govuk/govuk-frontend.min.css',
    uswds: '@uswds/uswds/dist/css/uswds.min.css',
  };
  for (const [name, file] of Object.entries(sheets)) {
    const css = readFileSync(path.join(root, 'node_modules', file), 'utf8');
    writeFileSync(
      path.join(to, `${name}.css`),
      css.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/\n\/\*# sourceMappingURL=.*/, ''),
    );
  }
}

/** @param verb `build`, or `dev` for a site that follows what is written. */
export async function docs(verb: 'build' | 'dev'): Promise<boolean> {
  if (!(await prepareDocs())) return false;
  const { build, createServer } = await import('vitepress');
  if (verb === 'build') {
    await build(folder);
    console.log(`The documentation is in ${path.relative(root, docsSite)}`);
    return existsSync(path.join(docsSite, 'index.html'));
  }
  // What was built before may have said otherwise.
  process.env['NODE_ENV'] = 'development';
  const server = await createServer(folder, { port: Number(process.env['PORT'] ?? 8312), host: '127.0.0.1' });
  await server.listen();
  server.printUrls();
  return new Promise(() => {});
}
