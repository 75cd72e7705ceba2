#!/usr/bin/env node
// `npm run i18n:pseudo`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { pseudo } = await import('../src/i18n/pseudo.ts');
  process.exitCode = await pseudo(process.argv.slice(2));
}, ['--conditions=citydesk-source']);
