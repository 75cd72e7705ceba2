#!/usr/bin/env node
// `npm run dev`: the demo city with the widgets straight from their sources, reloaded when a file changes.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { dev } = await import('../src/demo/dev.ts');
  await dev();
}, ['--conditions=citydesk-source']);
