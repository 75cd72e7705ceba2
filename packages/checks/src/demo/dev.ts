// `npm run dev`: the demo city with the widgets straight from their sources. Vite serves pages and modules and reloads
// them when a file changes; the API comes from the relay behind it, the feeds and the staff desk from the sandbox.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createServer, type Plugin } from 'vite';
import { root } from '../workspace.ts';
import { serveChain } from './chain.ts';
import { pageAt } from './site.ts';
import { addresses } from './start.ts';
import { untilStopped } from './until-stopped.ts';

const tag = path.join(root, 'packages/embed/src/citydesk.ts');

/** Serves the city's pages as they are now, and the script tag's source under the address that pages use. */
function cityPages(): Plugin {
  return {
    name: 'citydesk:city-pages',
    resolveId: (id) => (id === '/citydesk.js' ? tag : undefined),
    configureServer(server) {
      server.watcher.add(['pages', 'parts'].map((folder) => path.join(root, 'examples/city-page', folder)));
      server.watcher.on('change', (file) => {
        if (file.endsWith('.html')) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        const page = pageAt(url.pathname);
        // Answers are parts of pages. Vite serves no HTML of itself, so these come from here, too.
        const answer = path.join(root, 'examples/city-page', url.pathname);
        if (page === undefined && /^\/answers\/[\w-]+\.html$/.test(url.pathname) && existsSync(answer)) {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          return void response.end(readFileSync(answer));
        }
        if (page === undefined) return next();
        // The page's policy has no place for Vite's own client; `npm start` serves the page with it.
        const open = page.replace(/[ \t]*<meta\s+http-equiv="Content-Security-Policy"[^>]*>\n/, '');
        server.transformIndexHtml(url.pathname, open).then((html) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(html);
        }, next);
      });
    },
  };
}

/** The relay from its sources; what Node runs. */
const relay = [
  '--conditions=citydesk-source',
  '--input-type=module',
  '--eval',
  "import { runCommand } from '@citydesk/relay/node'; process.exitCode = await runCommand(process.argv.slice(1));",
  '--',
];

/** Serves until it is told to stop. */
export async function dev(): Promise<void> {
  process.chdir(root);
  const port = Number(process.env['PORT'] ?? 8311);
  const data = process.env['CITYDESK_DATA'] ?? path.join(root, '.citydesk');
  const chain = await serveChain({ port: 0, url: `http://localhost:${port}/`, data, relay });
  const server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    root: path.join(root, 'examples/city-page'),
    cacheDir: path.join(root, '.cache/vite'),
    appType: 'custom',
    publicDir: false,
    plugins: [cityPages()],
    optimizeDeps: { entries: [tag] },
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      fs: { allow: [root] },
      // The name stays the one that was asked for: photos and feeds say where they are.
      proxy: Object.fromEntries(
        [
          '/open311',
          '^/(citydesk/embed|health)',
          '/staff',
          '^/county/(open311|staff|feed)',
          '^/feed\\.(atom|json|csv)',
          '^/addresses\\.json',
          '/geocoder',
        ].map((path) => [path, { target: chain.url }]),
      ),
    },
  });
  try {
    await server.listen();
    await chain.relay.answers(10_000);
    console.log(addresses(`http://localhost:${server.config.server.port}/`));
    await untilStopped();
  } finally {
    await server.close();
    await chain.close();
  }
}
