#!/usr/bin/env node
// `npm run proven`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { proven } = await import('../src/proven/proven.ts');
  process.exitCode = await proven();
}, ['--conditions=citydesk-source']);
