#!/usr/bin/env node
// `npm run acr`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { acr } = await import('../src/acr/acr.ts');
  process.exitCode = await acr(process.argv.slice(2));
}, ['--conditions=citydesk-source']);
