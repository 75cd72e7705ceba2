#!/usr/bin/env node
// `npm run effort`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { effort } = await import('../src/effort.ts');
  process.exitCode = await effort();
}, ['--conditions=citydesk-source']);
