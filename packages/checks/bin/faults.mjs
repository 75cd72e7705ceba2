#!/usr/bin/env node
// `npm run faults`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { faults } = await import('../src/faults/faults.ts');
  // Whatever a killed browser has left behind keeps nobody waiting.
  process.exit(await faults(process.argv.slice(2)));
}, ['--conditions=citydesk-source']);
