#!/usr/bin/env node
// `npm run docs:check`, or `npm run docs:check -- theming` for the pages with these words in their name.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { docsCheck } = await import('../src/docs/docs-check.ts');
  process.exitCode = await docsCheck(process.argv.slice(2));
}, ['--conditions=citydesk-source']);
