#!/usr/bin/env node
// `npm run a11y:names`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { names } = await import('../src/names/names.ts');
  process.exitCode = await names(process.argv.slice(2));
}, ['--conditions=citydesk-source']);
