#!/usr/bin/env node
// `npm run i18n:readability`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { readability } = await import('../src/i18n/readability.ts');
  process.exitCode = readability();
}, ['--conditions=citydesk-source']);
