#!/usr/bin/env node
// `npm run i18n:check`.
import { onOurNode } from './our-node.mjs';

await onOurNode(async () => {
  const { i18nCheck } = await import('../src/i18n/i18n-check.ts');
  process.exitCode = await i18nCheck(process.argv.slice(2));
}, ['--conditions=citydesk-source']);
