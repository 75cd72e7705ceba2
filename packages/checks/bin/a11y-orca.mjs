#!/usr/bin/env node
// `npm run a11y:orca`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { orca } = await import('../src/orca/orca.ts');
  process.exitCode = await orca(process.argv.slice(2));
}, ['--conditions=citydesk-source']);
